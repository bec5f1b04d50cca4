/**
 * The walk beside what this computer says, as the package exports it.
 */

import type { Comparison } from '../compare/comparison.ts';
import { withRoundedSystem } from '../render/rounded-times.ts';
import { traceOf, type Trace } from '../render/trace.ts';
import type { WalkEvent } from '../resolver/events.ts';
import type { WalkOptions } from '../resolver/walk.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import { questionOf, type AskedQuestion } from './asked-question.ts';
import { realSurroundings, type Surroundings } from './surroundings.ts';
import { startTrace } from './trace-run.ts';
import { walkOptionsAt } from './walk-name.ts';

/** How the walk goes, and where. */
export interface CompareNameOptions extends WalkOptions {
  /** The real network and this computer by default, or a lab of `openLab` with its own. */
  readonly place?: Surroundings;
  /** Hears of the walk as it happens. */
  readonly onEvent?: (event: WalkEvent) => void;
}

/** The walk, this computer, and the verdict. */
export interface ComparedName {
  /** The whole walk; `traceDocument` makes the document `rootwalk/trace/1` of it. */
  readonly trace: Trace;
  readonly system: SystemAnswer;
  /** Whether the two agree, and the causes of a difference, the most specific first. */
  readonly comparison: Comparison;
}

/**
 * Walks from the root and asks this computer the same at the same time, and says why they differ. Where nothing plain
 * explains it, a few more questions are asked. Throws NameError and RangeError for a question that is none, and Error where
 * `place` has no computer.
 */
export async function compareName(
  asked: AskedQuestion,
  options: CompareNameOptions = {},
): Promise<ComparedName> {
  const question = questionOf(asked);
  const { place = realSurroundings(), onEvent, ...wishes } = options;
  if (!place.computer) throw new Error('there is no computer to compare with');
  // As written: a final dot keeps the search list out of it.
  const typed = typeof asked === 'string' ? asked : asked.name;
  const run = startTrace({ question, typed }, place, walkOptionsAt(place, wishes));
  const events: WalkEvent[] = [];
  for await (const event of run.events) {
    events.push(event);
    onEvent?.(event);
  }
  const trace = traceOf(events);
  const system = withRoundedSystem(await run.system);
  const comparison = await run.compare(trace.ending, system);
  return { trace: { ...trace, system, comparison }, system, comparison };
}
