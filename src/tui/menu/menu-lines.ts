/**
 * A menu as lines: what it is for, and its rows with the chosen one among them.
 */

import { windowAround, type Area } from '../drawing/layout.ts';
import {
  EMPTY_LINE,
  fitLine,
  hanging,
  lineOf,
  picking,
  retoned,
  span,
  type Line,
} from '../drawing/styled-line.ts';
import { MARKS } from '../drawing/symbols.ts';
import { displayWidth, padEnd } from '../drawing/text-width.ts';
import type { ExplorerState } from '../state.ts';
import { menuOf, type MenuRow, type OpenMenu } from './menu.ts';

export function menuLines(
  state: ExplorerState,
  { name, chosen, filter = '' }: OpenMenu,
  { columns, rows }: Area,
): Line[] {
  const menu = menuOf(state, name);
  const typed = filter === '' ? [] : [fitLine([span('narrowed to: '), span(filter, 'strong')], columns)];
  // Who types knows what the list is for.
  const intro = typed.length > 0 && rows < SPACIOUS_ROWS ? [] : hanging('', menu.intro, columns, 'dim');
  const head = [...intro, ...typed, EMPTY_LINE];
  if (menu.rows.length === 0) return [...head, lineOf(menu.nothing, 'dim')];
  const widths = {
    label: widest(menu.rows.map(({ label }) => label)),
    value: widest(menu.rows.map(({ value }) => value)),
  };
  const detail = detailLines(
    menu.rows[chosen]?.detail ?? '',
    columns,
    Math.min(Math.floor(rows / 3), rows - head.length - 2),
  );
  const room = Math.max(1, rows - head.length - detail.length);
  const list = menu.rows.flatMap((row, place): ListLine[] => {
    const { group } = row;
    const isFirst = group !== undefined && group !== menu.rows[place - 1]?.group;
    return [...(isFirst ? [{ group }] : []), { row, place }];
  });
  const from = windowAround(
    list.findIndex((each) => 'row' in each && each.place === chosen),
    list.length,
    room,
  );
  const shown = list.slice(from, from + room).map((each) => {
    if ('group' in each) return fitLine([span(each.group, 'accent')], columns);
    const isChosen = each.place === chosen;
    const line = picking(rowLine(each.row, isChosen, widths, columns), each.place);
    return isChosen ? retoned(line, 'chosen') : line;
  });
  return [...head, ...shown, ...detail];
}

const SPACIOUS_ROWS = 16;

type ListLine = { readonly group: string } | { readonly row: MenuRow; readonly place: number };

/** A line of room, and as much of the text as may stand there. */
function detailLines(text: string, columns: number, most: number): Line[] {
  if (text === '' || most < 2) return [];
  const lines = hanging('  ', text, Math.min(columns, READABLE_COLUMNS));
  return [EMPTY_LINE, ...(lines.length < most ? lines : [...lines.slice(0, most - 1), lineOf('  …', 'dim')])];
}

const READABLE_COLUMNS = 90;

function rowLine(
  { label, value, about, isMarked }: MenuRow,
  isChosen: boolean,
  widths: Readonly<Record<'label' | 'value', number>>,
  columns: number,
): Line {
  const line = [
    span(`${isChosen ? MARKS.chosen : ' '} `),
    span(`${padEnd(label, widths.label)}  `, 'strong'),
    ...(widths.value === 0 ? [] : [span(`${padEnd(value, widths.value)}  `, isMarked ? 'accent' : 'plain')]),
    span(about, 'dim'),
  ];
  return fitLine(line, columns);
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(displayWidth));
}
