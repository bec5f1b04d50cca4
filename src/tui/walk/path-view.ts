/**
 * Which hops of a walk are listed: a look-up that a hop made necessary folds under that hop, and a filter leaves only
 * what went wrong. Pure, and kept for each list of hops, since every key and every frame asks.
 *
 * Unless it is told otherwise by hand, a look-up of more than a handful of hops folds itself once the walk has gone on
 * from it: what it found stands in the hop that follows, and the path from the root stays on one screen.
 */

import { foldOf, type Fold } from './fold.ts';
import { isTroubled } from './trouble.ts';
import type { HopEntry, WalkState } from './walk-state.ts';

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
  /** How many hops of the list it hangs under. */
  readonly depth: number;
  /** The look-ups under it, where they are folded. */
  readonly folded: Fold | null;
  /** Whether there is anything under it. */
  readonly hasMore: boolean;
}

const LONGEST_UNFOLDED = 6;

interface Kept {
  readonly view: PathView;
  readonly isEnded: boolean;
  readonly rows: readonly PathRow[];
}

const kept = new WeakMap<readonly HopEntry[], Kept>();

export function pathRows(
  { hops, ending }: Pick<WalkState, 'hops' | 'ending'>,
  view: PathView,
): readonly PathRow[] {
  const isEnded = ending !== null;
  const known = kept.get(hops);
  if (known?.view === view && known.isEnded === isEnded) return known.rows;
  const rows = view.only === 'troubled' ? troubledRows(hops) : unfoldedRows(hops, isEnded, view);
  kept.set(hops, { view, isEnded, rows });
  return rows;
}

/** The row that stands for a hop: its own, or that of the fold which it is in; -1 where the filter hides it. */
export function rowOf(hops: readonly HopEntry[], rows: readonly PathRow[], id: number | null): number {
  const own = rows.findIndex(({ entry }) => entry.hop.id === id);
  if (own !== -1 || id === null) return own;
  const place = hops.findIndex(({ hop }) => hop.id === id);
  if (place === -1) return -1;
  const above = new Set(hops.slice(0, place).map(({ hop }) => hop.id));
  return rows.findLastIndex(({ entry }) => above.has(entry.hop.id));
}

/** A hop hangs under those above it that are listed, however many lie between. */
function troubledRows(hops: readonly HopEntry[]): PathRow[] {
  const rows: PathRow[] = [];
  /** The hops that the one at hand lies under. */
  const above: { readonly depth: number; readonly isListed: boolean }[] = [];
  for (const entry of hops) {
    while (above.length > 0 && above.at(-1)!.depth >= entry.depth) above.pop();
    const isListed = isTroubled(entry);
    const depth = above.filter((each) => each.isListed).length;
    if (isListed) rows.push({ entry, depth, folded: null, hasMore: false });
    above.push({ depth: entry.depth, isListed });
  }
  return rows;
}

function unfoldedRows(hops: readonly HopEntry[], isEnded: boolean, { folds }: PathView): PathRow[] {
  const ends = endsOf(hops);
  const rows: PathRow[] = [];
  for (let place = 0; place < hops.length;) {
    const entry = hops[place]!;
    const end = ends[place]!;
    const below = end - place - 1;
    // Between the end of one exchange and the next query nobody knows yet whether more will come.
    const isLeft = isEnded || end < hops.length;
    const isFolded = below > 0 && (folds.get(entry.hop.id) ?? (below > LONGEST_UNFOLDED && isLeft));
    const folded = isFolded ? foldOf(hops.slice(place + 1, end)) : null;
    rows.push({ entry, depth: entry.depth, folded, hasMore: below > 0 });
    place = isFolded ? end : place + 1;
  }
  return rows;
}

/** For each hop the place after the last one of the look-ups under it. */
function endsOf(hops: readonly HopEntry[]): number[] {
  const ends = hops.map(() => hops.length);
  /** The places whose end is still to come, the deepest last. */
  const open: number[] = [];
  hops.forEach(({ depth }, place) => {
    while (open.length > 0 && hops[open.at(-1)!]!.depth >= depth) ends[open.pop()!] = place;
    open.push(place);
  });
  return ends;
}
