/**
 * Which hops of a walk are listed: a look-up that a hop made necessary folds under that hop, and a filter leaves only
 * what went wrong. Pure, and kept for each list of hops, since every key and every frame asks.
 *
 * Unless it is told otherwise by hand, a look-up of more than a handful of hops folds itself once it is over: what it
 * found stands in the hop that follows, and the path from the root stays on one screen.
 */

import { isFinished, type HopEntry } from './walk-state.ts';

/** What was done by hand. */
export interface PathView {
  /** By the id of the hop that a look-up is under: true folds it. */
  readonly folds: ReadonlyMap<number, boolean>;
  readonly only: 'all' | 'troubled';
}

export const WHOLE_PATH: PathView = { folds: new Map(), only: 'all' };

/** A hop of the list. */
export interface PathRow {
  readonly entry: HopEntry;
  /** The look-ups under it, where they are folded. */
  readonly folded: Folded | null;
  /** Whether there is anything under it. */
  readonly hasMore: boolean;
}

interface Folded {
  readonly hops: number;
  /** From the first query to the last reply. */
  readonly ms: number;
  readonly troubled: number;
}

const LONGEST_UNFOLDED = 6;

const kept = new WeakMap<
  readonly HopEntry[],
  { readonly view: PathView; readonly rows: readonly PathRow[] }
>();

export function pathRows(hops: readonly HopEntry[], view: PathView): readonly PathRow[] {
  const known = kept.get(hops);
  if (known?.view === view) return known.rows;
  const rows = view.only === 'troubled' ? troubledRows(hops) : unfoldedRows(hops, view);
  kept.set(hops, { view, rows });
  return rows;
}

/** Something failed, or something was found there. */
export function isTroubled({ hop, findings }: HopEntry): boolean {
  return findings.length > 0 || (isFinished(hop) && FAILED.has(hop.outcome));
}

const FAILED: ReadonlySet<string> = new Set([
  'refused',
  'servfail',
  'formerr',
  'notimp',
  'lame',
  'timeout',
  'unreachable',
  'malformed',
  'useless',
]);

/** The row that stands for a hop: its own, or that of the fold which it is in; -1 where the filter hides it. */
export function rowOf(hops: readonly HopEntry[], rows: readonly PathRow[], id: number | null): number {
  const own = rows.findIndex(({ entry }) => entry.hop.id === id);
  if (own !== -1 || id === null) return own;
  const place = hops.findIndex(({ hop }) => hop.id === id);
  if (place === -1) return -1;
  const above = new Set(hops.slice(0, place).map(({ hop }) => hop.id));
  return rows.findLastIndex(({ entry }) => above.has(entry.hop.id));
}

function troubledRows(hops: readonly HopEntry[]): PathRow[] {
  return hops.filter(isTroubled).map((entry) => ({ entry, folded: null, hasMore: false }));
}

function unfoldedRows(hops: readonly HopEntry[], { folds }: PathView): PathRow[] {
  const rows: PathRow[] = [];
  for (let place = 0; place < hops.length;) {
    const entry = hops[place]!;
    const end = endOf(hops, place);
    const below = end - place - 1;
    const isOver = end < hops.length || hops.slice(place + 1, end).every(({ hop }) => isFinished(hop));
    const isFolded = below > 0 && (folds.get(entry.hop.id) ?? (below > LONGEST_UNFOLDED && isOver));
    rows.push({ entry, folded: isFolded ? foldedOf(hops.slice(place + 1, end)) : null, hasMore: below > 0 });
    place = isFolded ? end : place + 1;
  }
  return rows;
}

/** The place after the last hop of the look-ups under the one at `place`. */
function endOf(hops: readonly HopEntry[], place: number): number {
  const { depth } = hops[place]!;
  const end = hops.findIndex((entry, i) => i > place && entry.depth <= depth);
  return end === -1 ? hops.length : end;
}

function foldedOf(hops: readonly HopEntry[]): Folded {
  const starts = hops.map(({ hop }) => hop.startMs);
  const ends = hops.map(({ hop }) => hop.startMs + (isFinished(hop) ? hop.elapsedMs : 0));
  const ms = Math.max(...ends) - Math.min(...starts);
  return { hops: hops.length, ms, troubled: hops.filter(isTroubled).length };
}
