/**
 * What a walk took, in the rows and columns that there are for it: the totals, which count on while it goes on; what was
 * waited for; and what of that was lost to servers that were silent.
 */

import { waitingOf, type Waiting } from '../../render/cost-text.ts';
import type { Cost } from '../../resolver/events.ts';
import { cutLine, hanging, lineWidth, span, type Line } from '../drawing/styled-line.ts';
import { chainText, fittedChain } from './fitted-chain.ts';
import { displayWidth } from '../drawing/text-width.ts';
import { counted, printMilliseconds } from '../drawing/units.ts';
import type { ExplorerState } from '../state.ts';
import { isFinished, type HopEntry, type WalkState } from './walk-state.ts';

/** `before` stands before all else on the first of them; there is always one. */
export function costLines(state: ExplorerState, before: Line, columns: number, rows: number): Line[] {
  const { chain, lost } = waitingIn(state.walk);
  const room = columns - lineWidth(before);
  const isInOneLine = rows < 2 || chain.length === 0;
  const totals = isInOneLine
    ? totalsWithChain(state, { chain, lost }, room)
    : firstThatFits(
        [joined(fullTotals(state), lost), joined(shortTotals(state), lost), shortTotals(state)],
        room,
      );
  const first = cutLine([...before, span(totals, 'dim')], columns);
  if (isInOneLine) return [first];
  const chainLines = (text: string): Line[] => hanging('waited for ', text, columns, 'dim');
  const text = fittedChain(chain, (each) => chainLines(each).length < rows);
  return [first, ...chainLines(text).slice(0, rows - 1)];
}

/** The octets give way before a link of the chain does, and what was lost before the slowest link. */
function totalsWithChain(state: ExplorerState, { chain, lost }: Waiting, room: number): string {
  const full = joined(fullTotals(state), lost);
  const short = shortTotals(state);
  if (chain.length === 0) return firstThatFits([full, joined(short, lost), short], room);
  const withChain = (totals: string): string =>
    `${totals}: ${fittedChain(chain, (text) => displayWidth(`${totals}: ${text}`) <= room)}`;
  return firstThatFits(
    [
      `${full}: ${chainText(chain)}`,
      withChain(joined(short, lost)),
      withChain(short),
      joined(short, lost),
      short,
    ],
    room,
  );
}

function firstThatFits(texts: readonly string[], columns: number): string {
  return texts.find((text) => displayWidth(text) <= columns) ?? texts.at(-1)!;
}

function joined(...facts: readonly string[]): string {
  return facts.filter((fact) => fact !== '').join(', ');
}

function fullTotals(state: ExplorerState): string {
  const { queries, bytesSent, bytesReceived } = spentIn(state.walk);
  const asked = [
    counted(queries, 'query', 'queries'),
    `${bytesSent} octets sent`,
    `${bytesReceived} received`,
  ];
  return joined(zonesText(state.walk), ...asked, timeText(state), keptText(state.walk));
}

function shortTotals(state: ExplorerState): string {
  const asked = counted(spentIn(state.walk).queries, 'query', 'queries');
  return joined(zonesText(state.walk), asked, timeText(state), keptText(state.walk));
}

function zonesText({ hops, surveyHops }: WalkState): string {
  const zones = new Set([...hops, ...surveyHops].map(({ hop }) => hop.zone.toLowerCase()));
  return zones.size === 0 ? '' : counted(zones.size, 'zone');
}

/** Until the walk is over, the time of what was told last. */
function timeText({ walk, phase }: ExplorerState): string {
  if (!walk.cost && walk.hops.length === 0) return '';
  const time = printMilliseconds(spentIn(walk).elapsedMs);
  return phase === 'walking' ? `${time} so far` : time;
}

function keptText({ ending }: WalkState): string {
  const negative = ending?.negativeTtl;
  return negative === null || negative === undefined ? '' : `may be kept for ${negative} s`;
}

/** What the end says, or else what the hops add up to: a query that is on its way was sent. */
function spentIn({ hops, surveyHops, cost }: WalkState): Cost {
  if (cost) return cost;
  const spent = { queries: 0, bytesSent: 0, bytesReceived: 0, elapsedMs: 0 };
  for (const { hop } of [...hops, ...surveyHops]) {
    const isOver = isFinished(hop);
    spent.queries++;
    spent.bytesSent += isOver ? hop.bytesSent : hop.query.length;
    spent.bytesReceived += isOver ? hop.bytesReceived : 0;
    spent.elapsedMs = Math.max(spent.elapsedMs, hop.startMs + (isOver ? hop.elapsedMs : 0));
  }
  return spent;
}

const NOT_WAITED: Waiting = { chain: [], lost: '' };

/** Known once the walk is over. */
function waitingIn({ hops, surveyHops, cost, ending }: WalkState): Waiting {
  if (!cost || !ending || ending.reason === 'interrupted') return NOT_WAITED;
  const known = keptWaiting.get(hops);
  if (known) return known;
  const finished = [...hops, ...surveyHops].map(({ hop }) => hop).filter(isFinished);
  const waiting = waitingOf(finished, cost);
  keptWaiting.set(hops, waiting);
  return waiting;
}

const keptWaiting = new WeakMap<readonly HopEntry[], Waiting>();
