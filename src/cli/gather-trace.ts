/**
 * Runs a walk to its end, and what was asked for beside it: this computer's answer, a second walk, what dig would have
 * done. Gives the whole trace; tells each event as it happens.
 */

import type { LikeDig } from '../compare/like-dig.ts';
import type { Comparison } from '../compare/comparison.ts';
import { withRoundedSystem } from '../render/rounded-times.ts';
import { traceOf, warmWalkOf, type Trace } from '../render/trace.ts';
import type { WalkEvent } from '../resolver/events.ts';
import { Memory } from '../resolver/memory.ts';
import { walk, type WalkOptions } from '../resolver/walk.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import { viewLikeDig } from './dig-view.ts';
import type { Surroundings } from '../lookup/surroundings.ts';
import { startTrace, type Target } from '../lookup/trace-run.ts';

export interface TraceWishes {
  readonly twice?: true;
  readonly likeDig?: true;
}

/** Whoever wants to hear of things as they happen. */
export interface TraceListener {
  event(event: WalkEvent): Promise<void>;
  system(answer: SystemAnswer, comparison: Comparison): Promise<void>;
  warmEvent(event: WalkEvent): Promise<void>;
  likeDig(seen: LikeDig): Promise<void>;
}

export const NOBODY_LISTENS: TraceListener = {
  event: async () => {},
  system: async () => {},
  warmEvent: async () => {},
  likeDig: async () => {},
};

export async function gatherTrace(
  target: Target,
  surroundings: Surroundings,
  options: WalkOptions & { readonly signal: AbortSignal },
  wishes: TraceWishes,
  listener: TraceListener,
): Promise<Trace> {
  const memory = wishes.twice ? { memory: new Memory() } : {};
  const run = startTrace(target, surroundings, { ...options, ...memory });
  const events = await heard(run.events, (event) => listener.event(event));
  let trace = traceOf(events);
  const { computer, ports } = surroundings;
  if (computer) {
    const system = withRoundedSystem(await run.system);
    const comparison = await run.compare(trace.ending, system);
    await listener.system(system, comparison);
    trace = { ...trace, system, comparison };
  }
  if (wishes.twice && !options.signal.aborted) {
    // A survey always asks everybody: it has no warm and cold.
    const again = walk(target.question, ports, { ...options, ...memory, survey: false });
    const warm = warmWalkOf(await heard(again, (event) => listener.warmEvent(event)), trace);
    trace = { ...trace, warm };
  }
  if (wishes.likeDig && computer && !options.signal.aborted) {
    const { families = [4, 6], signal } = options;
    const seen = await viewLikeDig(events, { computer, exchange: ports.exchange, families, signal });
    await listener.likeDig(seen);
    trace = { ...trace, likeDig: seen };
  }
  return trace;
}

async function heard(
  events: AsyncIterable<WalkEvent>,
  tell: (event: WalkEvent) => Promise<void>,
): Promise<WalkEvent[]> {
  const all: WalkEvent[] = [];
  for await (const event of events) {
    all.push(event);
    await tell(event);
  }
  return all;
}
