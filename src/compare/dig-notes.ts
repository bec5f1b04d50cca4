/**
 * What `dig +trace` would do at each hop of a walk, in words, and where that misleads.
 */

import { sameName, type Name } from '../message/name.ts';
import type { Hop } from '../resolver/events.ts';
import type { LocalRoot } from '../system/dig-lookups.ts';
import { deciding, FROM_COMPUTER, oddsText, type DigAsk, type DigChoice } from './dig-choice.ts';
import { behaviourOfHop } from './dig-path.ts';

export interface DigNote {
  readonly text: string;
  readonly misleads: boolean;
}

/** What there is to say at a hop; the first hop in a zone also tells how dig chooses there. */
export function notesAt(hop: Hop, choice: DigChoice, root: LocalRoot, place: 'first' | 'later'): DigNote[] {
  const notes = place === 'first' ? choiceNotes(choice, root) : [];
  const alone = notes.length > 0 && choice.asks.length === 0;
  return alone ? notes : [...notes, ...outcomeNotes(hop, choice)];
}

/** The misdirections that are told one by one. */
const MOST_TOLD = 3;

function choiceNotes(choice: DigChoice, root: LocalRoot): DigNote[] {
  const { asks, missing, step } = choice;
  const notes: DigNote[] = [];
  if (step.zone === '.') {
    const names = counted(root.rootServers.length, 'root server');
    notes.push(
      plainly(`starts with ${root.nameServers.join(', ')}, this computer's resolver, which names ${names}`),
    );
  }
  if (asks.length > 0)
    notes.push(plainly(`${choosing(asks)}, known from this computer and not from ${sourceOf(choice)}`));
  const wrong = asks.filter((ask) => isMisdirected(ask, choice));
  for (const ask of wrong.slice(0, MOST_TOLD)) notes.push(misleading(misdirection(ask, choice)));
  if (wrong.length > MOST_TOLD)
    notes.push(misleading(`and so with ${wrong.length - MOST_TOLD} more of them`));
  for (const { name, error } of missing.slice(0, MOST_TOLD)) {
    const known = choice.step.addressesOf(name).length > 0;
    const why = error === null ? '' : `: ${error}`;
    notes.push({ text: `this computer finds no address of ${name}${why}`, misleads: known });
  }
  return notes;
}

function choosing(asks: readonly DigAsk[]): string {
  const [only] = asks;
  if (asks.length === 1) return `asks ${only!.server} at ${only!.address}`;
  const servers = new Set(asks.map(({ server }) => server)).size;
  return `asks one of ${asks.length} addresses of ${counted(servers, 'server')} by chance`;
}

/** Where the walk has its addresses from. */
function sourceOf({ step }: DigChoice): string {
  const sources = step.nameServers.flatMap((name) => step.addressesOf(name).map(({ source }) => source));
  if (sources.includes('hints')) return 'root hints';
  return sources.includes('glue') ? 'the glue' : 'a walk of its own';
}

/** An address of a server that is none of those which the walk knows for it. */
function isMisdirected({ server, address, from }: DigAsk, { step }: DigChoice): boolean {
  const known = step.addressesOf(server);
  if (known.some((each) => each.address === address)) return false;
  const alike = known.filter((each) => each.address.includes(':') === address.includes(':'));
  return from !== FROM_COMPUTER || alike.length > 0 || !isNamed(server, step.nameServers);
}

const isNamed = (server: Name, names: readonly Name[]): boolean =>
  names.some((name) => sameName(name, server));

const SOURCES = {
  hints: 'the root hints, ',
  glue: 'the glue ',
  lookup: 'what its own zone says, ',
  cache: 'what the walk knows, ',
  option: 'what the command line says, ',
} as const;

function misdirection({ server, address, from }: DigAsk, { step }: DigChoice): string {
  const known = step.addressesOf(server);
  const alike = known.filter((each) => each.address.includes(':') === address.includes(':'));
  const [first] = alike.length > 0 ? alike : known;
  const instead = first
    ? `instead of ${SOURCES[first.source]}${(alike.length > 0 ? alike : known).map((each) => each.address).join(', ')}`
    : 'which this walk does not know';
  return `asks ${address} for ${server} (from ${from}) ${instead}`;
}

function outcomeNotes(hop: Hop, choice: DigChoice): DigNote[] {
  if (hop.outcome === 'alias') {
    return [misleading('stops here: prints the alias and does not follow it')];
  }
  if (hop.outcome === 'nxdomain' || hop.outcome === 'nodata') {
    return [
      misleading(
        'prints an SOA record and no status: no such name and no such type look alike, both end with 0',
      ),
    ];
  }
  const behaviour = behaviourOfHop(hop);
  if (behaviour === 'goes-on') return [];
  if (choice.asks.every(({ address }) => address !== hop.server.address)) {
    return [misleading(`does not see this: it does not ask ${hop.server.address}`)];
  }
  const all = behaviour === 'ends' || behaviour === 'believes' ? deciding(choice) : choice.asks;
  const odds = { count: all.filter(({ address }) => address === hop.server.address).length, of: all.length };
  const chance = odds.of > odds.count ? `with this server (${oddsText(odds)}) ` : '';
  return [{ text: `${chance}${ENDS[behaviour](hop)}`, misleads: behaviour !== 'passes' }];
}

const ENDS = {
  ends: ({ outcome }: Hop) =>
    outcome === 'lame'
      ? 'its trace ends here with no answer and status 0, and no word of whose fault it is'
      : 'its trace ends here without a word: no response code is printed, and it ends with 0',
  believes: () => 'it takes what this server has in its cache for the answer of the authority',
  again: () => 'it says BAD (HORIZONTAL) REFERRAL and asks a server of the same zone again',
  waits: () => 'it waits 5 s, up to three times, before it asks another',
  passes: () => 'it asks another as well',
} as const;

const plainly = (text: string): DigNote => ({ text, misleads: false });
const misleading = (text: string): DigNote => ({ text, misleads: true });

function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
