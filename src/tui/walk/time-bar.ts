/**
 * The time of a hop as a bar: to the eighth of a column, against the longest hop of the walk. A wait without a reply is
 * drawn in another pattern.
 */

import { BAR } from '../drawing/symbols.ts';
import { isFinished, type HopEntry } from './walk-state.ts';

export function timeBar({ hop }: HopEntry, longestMs: number, columns: number): string {
  if (!isFinished(hop) || longestMs <= 0) return '';
  const ms = hop.rttMs ?? hop.elapsedMs;
  // What took any time at all is seen.
  const eighths = Math.max(1, Math.round((ms / longestMs) * columns * 8));
  if (hop.rttMs === null) return BAR.silent.repeat(Math.max(1, Math.round(eighths / 8)));
  return BAR.full.repeat(Math.floor(eighths / 8)) + BAR.parts[eighths % 8];
}

const kept = new WeakMap<readonly HopEntry[], number>();

export function longestMsOf(hops: readonly HopEntry[]): number {
  const known = kept.get(hops);
  if (known !== undefined) return known;
  const longest = hops.reduce(
    (most, { hop }) => (isFinished(hop) ? Math.max(most, hop.rttMs ?? hop.elapsedMs) : most),
    0,
  );
  kept.set(hops, longest);
  return longest;
}
