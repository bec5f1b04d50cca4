/**
 * The causes of a difference in the pane: a block of lines for each, closed to its sentence or opened to what shows it,
 * what to do about it and its RFC. The first three, and one block for all others until they are asked for.
 */

import { CAUSES } from '../../compare/causes.ts';
import type { Cause } from '../../compare/comparison.ts';
import { layoutOf } from '../drawing/layout.ts';
import type { ExplorerState } from '../state.ts';
import { fitLine, hanging, lineOf, retoned, type Line } from '../drawing/styled-line.ts';
import { verdictLines } from './verdict-lines.ts';

export interface CauseBlock {
  /** The sentence. */
  readonly head: readonly Line[];
  /** What shows it and what to do; nothing where the cause is closed. */
  readonly opened: readonly Line[];
}

const MOST_CAUSES = 3;
const TONES = { info: 'plain', warning: 'warning', error: 'bad' } as const;

/** A block for each cause that is shown, and one for the others. */
export function causeBlocks(state: ExplorerState, columns: number): CauseBlock[] {
  const shown = shownCauses(state);
  const more = causesOf(state).length - shown.length;
  const opened = openedCauses(state);
  const blocks = shown.map((cause, place): CauseBlock => {
    const isOpen = opened.includes(place);
    const head = headLines(cause, markOf(state, place, isOpen), columns);
    return { head, opened: isOpen ? openedLines(cause, columns) : [] };
  });
  const others: CauseBlock = {
    head: [lineOf(`${markOf(state, shown.length, false)}and ${more} more`)],
    opened: [],
  };
  const all = more > 0 ? [...blocks, others] : blocks;
  return all.map((block, place) =>
    isChosen(state, place) ? { ...block, head: withChosenLine(block.head, columns) } : block,
  );
}

/** Which causes are open: those that were opened by hand, or the first where it fits with all others. */
export function openedCauses(state: ExplorerState): readonly number[] {
  const { opened } = state.causes;
  if (opened !== null) return opened;
  const shown = shownCauses(state);
  const [first] = shown;
  if (!first) return [];
  const { columns, rows } = layoutOf(state).computer;
  const heads = shown.flatMap((cause) => headLines(cause, '', columns - MARK_COLUMNS));
  const needed = verdictLines(state, columns).length + heads.length + openedLines(first, columns).length;
  return needed <= rows ? [0] : [];
}

/** True where the block stands for all causes that are not shown. */
export function isForOthers(state: ExplorerState, place: number): boolean {
  return place >= shownCauses(state).length;
}

function causesOf({ walk }: ExplorerState): readonly Cause[] {
  return walk.comparison?.findings ?? [];
}

function shownCauses(state: ExplorerState): readonly Cause[] {
  return state.causes.areAllShown ? causesOf(state) : causesOf(state).slice(0, MOST_CAUSES);
}

function isChosen({ focus, causes }: ExplorerState, place: number): boolean {
  return focus === 'computer' && causes.chosen === place;
}

function markOf(state: ExplorerState, place: number, isOpen: boolean): string {
  if (!isChosen(state, place)) return '• ';
  return isOpen ? '▾ ' : '▸ ';
}

const MARK_COLUMNS = 2;

function headLines({ code, severity, message }: Cause, mark: string, columns: number): Line[] {
  return hanging(
    mark,
    `${severity === 'info' ? '' : `${severity} `}${code}: ${message}`,
    columns,
    TONES[severity],
  );
}

/** The catalogue knows what to do; a saved trace may name a cause that it does not know. */
function openedLines({ code, rfc, evidence = [] }: Cause, columns: number): Line[] {
  const advice = CAUSES.find((entry) => entry.code === code)?.advice;
  return [
    ...evidence.flatMap((text) => hanging('  - ', text, columns)),
    ...(advice === undefined ? [] : hanging('  → ', advice, columns, 'accent')),
    ...(rfc === '' ? [] : hanging('  § ', rfc, columns, 'dim')),
  ];
}

function withChosenLine(head: readonly Line[], columns: number): Line[] {
  return head.map((line, i) => (i === 0 ? retoned(fitLine(line, columns), 'chosen') : line));
}
