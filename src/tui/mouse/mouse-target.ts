/**
 * What stands under the pointer: a pane with the entry of it that the line there stands for, or something that acts. The
 * lines are made as the panels make them, so that a click means what is seen. Pure.
 */

import { isShowingFields } from '../detail/bytes/byte-choice.ts';
import { byteLines } from '../detail/bytes/byte-lines.ts';
import { chosenLink, linkAt } from '../links/link-choice.ts';
import { isUnderCovered } from '../prompt/prompt-lines.ts';
import { tabAt } from '../detail/detail-tabs.ts';
import { readingLines } from '../detail/reading-lines.ts';
import { computerLines } from '../computer/computer-lines.ts';
import { footerCommandAt, footerKeys } from '../drawing/footer.ts';
import { HEADING_LEAD_COLUMNS, paneInBar } from '../drawing/frame-lines.ts';
import { clamp, isRoomEnough, layoutOf, type Pane, type Place } from '../drawing/layout.ts';
import { clickEffectOf, pickedAt, type Line } from '../drawing/styled-line.ts';
import type { Command } from '../keys/key-table.ts';
import { menuLines } from '../menu/menu-lines.ts';
import { chosenEntry, isMatrixOpen, type ExplorerState } from '../state.ts';
import { matrixLines } from '../survey/survey-lines.ts';
import { hopLines } from '../walk/hop-lines.ts';

export type Target =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'pane'; readonly pane: Pane; readonly entry: number | null; readonly link?: number }
  /** What is folded under a hop, by the place of the hop. */
  | { readonly kind: 'fold'; readonly entry: number }
  | { readonly kind: 'page' }
  /** A row of the open menu, or none of them. */
  | { readonly kind: 'menu'; readonly entry: number | null };

export function targetAt(state: ExplorerState, column: number, row: number): Target | null {
  const { size, prompt, notice, page, menu } = state;
  if (!isRoomEnough(size)) return null;
  const layout = layoutOf(state);
  if (row >= size.rows - 1) {
    const isCovered =
      notice !== null || (prompt ? isUnderCovered(state, prompt) : chosenLink(state) !== null);
    const command = isCovered ? null : footerCommandAt(footerKeys(state), size.columns, column);
    return command === null ? null : { kind: 'command', command };
  }
  if (prompt) return null;
  if (page) return { kind: 'page' };
  if (menu) {
    // Under the title and the heading.
    const line = menuLines(state, menu, layout.page)[row - 2];
    return { kind: 'menu', entry: line ? pickedAt(line, column) : null };
  }
  if (layout.kind === 'single' && row === layout.hops.top - 1) {
    const pane = paneInBar(column);
    return pane && { kind: 'pane', pane, entry: null };
  }
  const pane = layout.shown.find((each) => isIn(layout[each], column, row));
  if (!pane) return null;
  const { left, top } = layout[pane];
  if (row > top) {
    const [inColumn, inRow] = [column - left, row - top - 1];
    const target = targetIn(pane, linesIn(state, pane)[inRow], inColumn);
    const link = pane === 'hops' ? null : linkAt(state, pane, inColumn, inRow);
    return target.kind === 'pane' && link !== null ? { ...target, link } : target;
  }
  const tab =
    pane === 'message' && (!state.survey || chosenEntry(state)) ? tabIn(state, column - left) : null;
  return tab ? { kind: 'command', command: { tab } } : { kind: 'pane', pane, entry: null };
}

function isIn({ left, top, columns, rows }: Place, column: number, row: number): boolean {
  return column >= left && column < left + columns && row >= top && row <= top + rows;
}

function tabIn(state: ExplorerState, column: number): ReturnType<typeof tabAt> {
  return tabAt(state.detail.tab, layoutOf(state).message.columns, column - HEADING_LEAD_COLUMNS);
}

function targetIn(pane: Pane, line: Line | undefined, column: number): Target {
  const entry = line ? pickedAt(line, column) : null;
  if (line && entry !== null && clickEffectOf(line) === 'unfold') return { kind: 'fold', entry };
  return { kind: 'pane', pane, entry };
}

/** The lines of the pane from the first that is on the screen. */
function linesIn(state: ExplorerState, pane: Pane): readonly Line[] {
  const area = layoutOf(state)[pane];
  if (pane === 'hops') return hopLines(state, area);
  if (pane === 'computer')
    return scrolled(computerLines(state, area.columns), state.scroll.computer, area.rows);
  if (isMatrixOpen(state)) return matrixLines(state, area);
  if (isShowingFields(state)) return byteLines(state, area);
  return scrolled(readingLines(state, area.columns), state.scroll.message, area.rows);
}

function scrolled(lines: readonly Line[], from: number, rows: number): readonly Line[] {
  return lines.slice(clamp(from, 0, Math.max(0, lines.length - rows)));
}
