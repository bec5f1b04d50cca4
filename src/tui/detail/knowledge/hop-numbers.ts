/**
 * The numbers that hops have on the screen: their places in the list of the walk.
 */

import type { HopEntry } from '../../walk/walk-state.ts';

export interface HopNumbers {
  /** `3`; for what is not in the list, as the exchanges of a survey: a dash. */
  readonly of: (hop: number) => string;
}

const known = new WeakMap<readonly HopEntry[], HopNumbers>();

export function hopNumbers(hops: readonly HopEntry[]): HopNumbers {
  const found = known.get(hops);
  if (found) return found;
  const places = new Map(hops.map(({ hop }, place) => [hop.id, String(place + 1)]));
  const numbers = { of: (hop: number): string => places.get(hop) ?? '–' };
  known.set(hops, numbers);
  return numbers;
}
