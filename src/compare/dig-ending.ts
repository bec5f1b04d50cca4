/**
 * How `dig +trace` would have ended in place of a walk: where chance is kind to it, and in how many runs it is not.
 */

import type { Ending } from '../resolver/events.ts';
import { deciding, oddsOf, oddsText, type DigAsk, type DigChoice, type Odds } from './dig-choice.ts';

/**
 * `by-chance`: other runs end otherwise. `misdirected`: it may ask what the zone's delegation does not name, or show
 * what is not the authority's. `alias`: it stops at an alias. `no-answer`: it always ends too early. `cannot-start`: no
 * root servers.
 */
export type DigEnding = 'same' | 'alias' | 'no-answer' | 'by-chance' | 'misdirected' | 'cannot-start';

export interface Ended {
  readonly ending: DigEnding;
  readonly message: string;
}

export function digEnding(choices: readonly DigChoice[], ending: Ending | undefined): Ended {
  const turns: Turn[] = [];
  let hop = 0;
  for (const [at, choice] of choices.entries()) {
    const { step, asks } = choice;
    const where = step.hops[0] ? `before hop ${step.hops[0].id}` : `after hop ${hop}`;
    hop = step.hops[0]?.id ?? hop;
    if (asks.length === 0) return noServer(turns, `${where}: this computer finds no server of ${step.zone}`);
    if (deciding(choice).length === 0)
      return noServer(turns, `at hop ${hop}: no server of ${step.zone} replies`);
    turns.push(...waitsAt(choice, at, hop));
    for (const what of ['ends', 'believes', 'strange'] as const) {
      const odds = oddsOf(choice, what);
      if (odds.count === 0) continue;
      const ask = deciding(choice).find(({ does }) => does === what)!;
      const turn = { what, step: at, hop: hopOf(choice, ask.address) ?? hop, odds, ask };
      if (odds.count === odds.of) return perhaps(turns, ...CERTAIN[what](turn));
      turns.push(turn);
    }
  }
  return perhaps(turns, ...unhindered(choices, ending));
}

/** Something that befalls some of the runs. */
interface Turn {
  readonly what: 'ends' | 'believes' | 'strange' | 'waits';
  /** Where on the path, from 0. */
  readonly step: number;
  readonly hop: number;
  readonly odds: Odds;
  readonly ask: DigAsk;
}

const WOULD = 'dig +trace would have';

function waitsAt(choice: DigChoice, step: number, hop: number): Turn[] {
  const silent = choice.asks.filter(({ does }) => does === 'waits');
  const [ask] = silent;
  if (!ask) return [];
  const odds = { count: silent.length, of: choice.asks.length };
  return [{ what: 'waits', step, hop: hopOf(choice, ask.address) ?? hop, odds, ask }];
}

function hopOf({ step }: DigChoice, address: string): number | undefined {
  return step.hops.find(({ server }) => server.address === address)?.id;
}

function noServer(turns: readonly Turn[], where: string): Ended {
  return perhaps(turns, 'no-answer', `${WOULD} ended without an answer ${where}`);
}

type Told = [DigEnding, string];

/** Where every run that comes so far takes the turn. */
const CERTAIN = {
  ends: ({ hop }: Turn): Told => ['no-answer', `${WOULD} ended at hop ${hop} without an answer`],
  believes: ({ hop }: Turn): Told => [
    'misdirected',
    `${WOULD} shown what the server of hop ${hop} has in its cache`,
  ],
  strange: (turn: Turn): Told => ['misdirected', `${WOULD} asked ${whereTo(turn)}`],
};

/** How it ends where chance is kind. */
function unhindered(choices: readonly DigChoice[], ending: Ending | undefined): Told {
  const alias = choices.at(-1)?.step.hops.find(({ outcome }) => outcome === 'alias');
  const isUntried = choices.some(({ asks }) => asks.some(({ does }) => does === 'untried'));
  const proviso = isUntried
    ? ', if all is well with the servers that were not asked here (--all asks them)'
    : '';
  if (alias) return ['alias', `${WOULD} ended at hop ${alias.id} with the alias alone${proviso}`];
  if (ending?.status === 'answer') return ['same', `${WOULD} come to the same answer${proviso}`];
  if (ending?.status === 'failure') return ['no-answer', `${WOULD} come to no answer either`];
  return ['same', `${WOULD} come to the same end, shown as an SOA record alone${proviso}`];
}

function perhaps(turns: readonly Turn[], ending: DigEnding, message: string): Ended {
  const [first] = turns;
  if (!first) return { ending, message };
  const clauses = turns.map((turn) => {
    const runs = `in ${oddsText(turn.odds)} runs${turn.step > first.step ? ' that come so far' : ''}`;
    return `${runs} it would have ${PERHAPS[turn.what](turn)}`;
  });
  const whats = new Set(turns.map(({ what }) => what));
  // Waiting changes no ending, and neither does an early end of what ends without an answer anyway.
  whats.delete('waits');
  if (ending === 'no-answer') whats.delete('ends');
  const changed = whats.has('strange') ? 'misdirected' : whats.size > 0 ? 'by-chance' : ending;
  return { ending: changed, message: `${message}; but ${clauses.join(', ')}` };
}

const PERHAPS = {
  ends: ({ hop }: Turn) => `ended at hop ${hop} without an answer`,
  believes: ({ hop }: Turn) => `shown what the server of hop ${hop} has in its cache`,
  strange: (turn: Turn) => `asked ${whereTo(turn)}`,
  waits: ({ hop }: Turn) => `waited at hop ${hop}, for 5 s or more`,
};

function whereTo({ hop, ask: { address, server, from } }: Turn): string {
  return `${address} for ${server} at hop ${hop} (from ${from}), which is no address that this walk found`;
}
