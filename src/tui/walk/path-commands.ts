/**
 * What the keys do to the list of hops: move in it, fold what is under a hop, and leave only what went wrong. Pure.
 */

import { clamp } from '../drawing/layout.ts';
import { chosenIndex, FIRST_ROW, visibleRows, type ExplorerState } from '../state.ts';
import type { PathView } from './path-view.ts';

export type PathCommand = 'fold' | 'unfold' | 'fold-all' | 'only-troubled';

export function movedInPath(state: ExplorerState, lines: number): ExplorerState {
  const { surveys } = state.walk;
  const rows = visibleRows(state);
  const last = rows.length + surveys.length - 1;
  if (last < 0) return state;
  const index = clamp(chosenIndex(state) + lines, 0, last);
  const scroll = { ...state.scroll, message: 0 };
  if (index >= rows.length) {
    return { ...state, survey: { place: index - rows.length, ...FIRST_ROW }, scroll };
  }
  // At the end of the list, the walk is followed again.
  const chosen = lines === Infinity ? null : rows[index]!.entry.hop.id;
  return { ...state, chosen, survey: null, scroll };
}

export function changedPath(state: ExplorerState, command: PathCommand): ExplorerState {
  const { path } = state;
  switch (command) {
    case 'only-troubled':
      return withPath(state, { ...path, only: path.only === 'all' ? 'troubled' : 'all' });
    case 'fold-all':
      return withPath(state, foldedAll(state));
    case 'fold':
    case 'unfold':
      return state.focus === 'hops' ? foldedOne(state, command) : state;
  }
}

/** A hop with nothing under it folds what it is in itself. */
function foldedOne(state: ExplorerState, command: 'fold' | 'unfold'): ExplorerState {
  const rows = visibleRows(state);
  const place = chosenIndex(state);
  const row = rows[place];
  if (!row || state.path.only === 'troubled') return state;
  const isHere = row.hasMore && (command === 'unfold' || row.folded === null);
  const above = rows.findLastIndex(({ entry }, i) => i < place && entry.depth < row.entry.depth);
  const target = isHere ? row : command === 'fold' ? rows[above] : undefined;
  if (!target) return state;
  const { id } = target.entry.hop;
  const folds = new Map([...state.path.folds, [id, command === 'fold']]);
  return withPath({ ...state, chosen: id, survey: null }, { ...state.path, folds });
}

/** Folds everything, or where all is folded already, unfolds it. */
function foldedAll(state: ExplorerState): PathView {
  const { hops } = state.walk;
  const parents = hops.filter(({ depth }, i) => (hops[i + 1]?.depth ?? 0) > depth).map(({ hop }) => hop.id);
  const isAllFolded = visibleRows({ ...state, path: { ...state.path, only: 'all' } }).every(
    ({ hasMore, folded }) => !hasMore || folded !== null,
  );
  return { only: 'all', folds: new Map(parents.map((id) => [id, !isAllFolded])) };
}

/** What is read stays what it is, if it is still on the screen. */
function withPath(state: ExplorerState, path: PathView): ExplorerState {
  return { ...state, path };
}
