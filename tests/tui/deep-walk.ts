/** Walks with look-ups under their hops, made from one recorded exchange. */

import type { Hop, HopStart, Outcome, WalkEvent } from '../../src/resolver/events.ts';
import { sampleEvents } from './sample-session.ts';

const all = sampleEvents();
const start = all.find(({ type }) => type === 'start')!;
const end = all.find(({ type }) => type === 'end')!;
const { hop: recorded } = all.find((event) => event.type === 'hop') as { hop: Hop };

export interface Exchange {
  readonly id: number;
  readonly parent: number | null;
  readonly outcome?: Outcome;
  /** What is looked up; without it a name of its own. */
  readonly name?: string;
}

/** The turn to a zone, the query and its end. */
export function exchange({ id, parent, outcome = 'referral', name }: Exchange): WalkEvent[] {
  const own = parent === null ? 'www.example.com.' : `ns${id}.example.net.`;
  const question = { ...recorded.question, name: name ?? own };
  const purpose = parent === null ? 'answer' : 'nameserver-address';
  const { zone } = recorded;
  const isSilent = outcome === 'timeout' || outcome === 'unreachable';
  const times = isSilent
    ? { rttMs: null, elapsedMs: 1200, reply: null, message: null }
    : { rttMs: recorded.rttMs, elapsedMs: recorded.elapsedMs };
  const hop: Hop = { ...recorded, ...times, id, parent, question, purpose, outcome, startMs: id * 10 };
  return [
    { type: 'zone', zone, question, purpose, parent, from: 'hints', hop: null, servers: [] },
    { type: 'query', hop: begun(hop) },
    { type: 'hop', hop },
  ];
}

function begun(hop: Hop): HopStart {
  const { id, parent, purpose, zone, question, server, transport, query, startMs, why } = hop;
  return { id, parent, purpose, zone, question, server, transport, query, startMs, why };
}

/** A hop that needed `count` look-ups, each its own, and one after them. */
export function deep(count: number, outcomes: readonly Outcome[] = []): WalkEvent[] {
  const under = Array.from({ length: count }, (_, i) =>
    exchange({ id: 2 + i, parent: 1, outcome: outcomes[i] ?? 'referral' }),
  );
  return [
    start,
    ...exchange({ id: 1, parent: null }),
    ...under.flat(),
    ...exchange({ id: 99, parent: null }),
  ];
}

/** Hops that each needed the next. */
export function nested(outcomes: readonly Outcome[]): WalkEvent[] {
  return [start, ...outcomes.flatMap((outcome, i) => exchange({ id: i + 1, parent: i || null, outcome }))];
}

export const WALK_START: WalkEvent = start;
export const WALK_END: WalkEvent = end;
