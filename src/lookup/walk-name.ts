/**
 * The walk as the package exports it: over the real network, or wherever else it is told to take place.
 */

import type { WalkEvent, ZoneServer } from '../resolver/events.ts';
import { walk, type WalkOptions } from '../resolver/walk.ts';
import { questionOf, type AskedQuestion } from './asked-question.ts';
import { realSurroundings, type Surroundings } from './surroundings.ts';

/** How the walk goes, and where. */
export interface WalkNameOptions extends WalkOptions {
  /** Where to walk: the real network by default, or a lab of `openLab`. */
  readonly place?: Surroundings;
}

/**
 * Walks from the root to the answer (RFC 1034 5.3.3) and tells everything it does as events, the last of type `end`. What
 * the network does is data: it throws only for a question that is none (NameError, RangeError), and at once. Leaving the
 * loop or aborting `signal` stops the walk and closes its sockets.
 */
export function walkName(asked: AskedQuestion, options: WalkNameOptions = {}): AsyncGenerator<WalkEvent> {
  const question = questionOf(asked);
  const { place = realSurroundings(), ...wishes } = options;
  return walk(question, place.ports, walkOptionsAt(place, wishes));
}

/** How a walk asks there, unless it is told otherwise. */
export function walkOptionsAt(
  place: Surroundings,
  wishes: WalkOptions,
): WalkOptions & { readonly hints: readonly ZoneServer[] } {
  const { hints = place.hints, limits } = wishes;
  return { ...place.habits, ...wishes, hints, limits: { ...place.patience, ...limits } };
}
