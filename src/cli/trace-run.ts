/**
 * A walk and this computer's answer to the same question, side by side.
 */

import { compareAnswers } from '../compare/compare-answers.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { Ending, WalkEvent } from '../resolver/events.ts';
import { walk, type WalkOptions } from '../resolver/walk.ts';
import { askSystem } from '../system/ask-system.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import type { Surroundings } from './surroundings.ts';
import type { Target } from './target.ts';

/** How long getaddrinfo may take: it cannot be stopped, only no longer waited for. */
const SYSTEM_TIMEOUT_MS = 2500;

export interface TraceRun {
  readonly events: AsyncIterable<WalkEvent>;
  readonly system: Promise<SystemAnswer>;
  compare(ending: Ending, system: SystemAnswer): Comparison;
}

export function startTrace(target: Target, surroundings: Surroundings, options: WalkOptions): TraceRun {
  const { question, typed } = target;
  const { ports, computer } = surroundings;
  return {
    events: walk(question, ports, options),
    system: askSystem(question, computer, {
      typed,
      exchange: ports.exchange,
      timeoutMs: SYSTEM_TIMEOUT_MS,
      randomId: () => ports.chance.integer(0x10000),
      ...(options.signal ? { signal: options.signal } : {}),
    }),
    compare: (ending, system) => compareAnswers(question, ending, system),
  };
}
