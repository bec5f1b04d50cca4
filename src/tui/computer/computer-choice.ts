/**
 * What moving and opening do in the pane of this computer: they choose among the causes, and scroll where a cause, or
 * what stands below all of them, has more lines than the pane. Pure.
 */

import { isForOthers, openedCauses } from './cause-blocks.ts';
import { computerView, type ComputerView } from './computer-lines.ts';
import { clamp, layoutOf } from '../drawing/layout.ts';
import type { ExplorerState } from '../state.ts';

/** By one line: to the end of the chosen cause, then to the next one. By more: that many lines. */
export function movedInComputer(state: ExplorerState, lines: number): ExplorerState {
  const { columns, rows } = layoutOf(state).computer;
  const view = computerView(state, columns);
  const from = firstShown(state, view);
  const place = clamp(state.causes.chosen, 0, view.blocks.length - 1);
  const block = view.blocks[place];
  if (block && Math.abs(lines) === 1) {
    const hasMore = lines < 0 ? from > block.from : from + rows < block.to;
    const isNear = lines < 0 ? from + rows > block.from : from < block.to;
    const next = place + lines;
    if (!hasMore && isNear && view.blocks[next])
      return revealed(choosing(state, next), lines < 0 ? 'end' : 'head');
  }
  const moved = scrolledTo(state, view, from + lines);
  return lines === 1 || lines === -1 ? moved : choosingSeen(moved, view);
}

/** Opens the chosen cause or closes it; where it stands for others, shows them. */
export function openedInComputer(state: ExplorerState): ExplorerState {
  const { chosen } = state.causes;
  const opened = openedCauses(state);
  if (isForOthers(state, chosen))
    return revealed({ ...state, causes: { ...state.causes, opened, areAllShown: true } }, 'head');
  const next = opened.includes(chosen) ? opened.filter((place) => place !== chosen) : [...opened, chosen];
  return revealed({ ...state, causes: { ...state.causes, opened: next } }, 'opened');
}

/**
 * The chosen cause in the pane, all of it where it fits. Where it does not: from its head on; or its end, for who reads
 * upwards; or, so that opening shows something, from where the sentence has half of the pane at most.
 */
function revealed(state: ExplorerState, wanted: 'head' | 'end' | 'opened'): ExplorerState {
  const { columns, rows } = layoutOf(state).computer;
  const view = computerView(state, columns);
  const block = view.blocks[state.causes.chosen];
  if (!block) return state;
  // The verdict above the first cause comes back into sight with it.
  if (state.causes.chosen === 0 && block.to <= rows) return scrolledTo(state, view, 0);
  const from = firstShown(state, view);
  const toEnd = block.to - rows;
  const starts = {
    head: Math.min(Math.max(from, toEnd), block.from),
    end: Math.min(from, Math.max(block.from, toEnd)),
    opened: Math.min(Math.max(from, toEnd), Math.max(block.from, block.headTo - Math.floor(rows / 2))),
  };
  return scrolledTo(state, view, starts[wanted]);
}

/** After a leap, the chosen cause is one whose head is seen, where there is one. */
function choosingSeen(state: ExplorerState, view: ComputerView): ExplorerState {
  const { rows } = layoutOf(state).computer;
  const from = firstShown(state, view);
  const seen = view.blocks.flatMap((block, place) =>
    block.from >= from && block.from < from + rows ? [place] : [],
  );
  return seen.includes(state.causes.chosen) ? state : choosing(state, seen[0] ?? state.causes.chosen);
}

/** That cause, and as much of it in the pane as there is room for. */
export function choosingCause(state: ExplorerState, place: number): ExplorerState {
  return revealed(choosing(state, place), 'head');
}

function choosing(state: ExplorerState, chosen: number): ExplorerState {
  return { ...state, causes: { ...state.causes, chosen } };
}

function firstShown(state: ExplorerState, view: ComputerView): number {
  return clamp(state.scroll.computer, 0, lastStart(state, view));
}

function scrolledTo(state: ExplorerState, view: ComputerView, line: number): ExplorerState {
  return { ...state, scroll: { ...state.scroll, computer: clamp(line, 0, lastStart(state, view)) } };
}

function lastStart(state: ExplorerState, { lines }: ComputerView): number {
  return Math.max(0, lines.length - layoutOf(state).computer.rows);
}
