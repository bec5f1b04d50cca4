/**
 * Rows of a survey as a table. Columns in which all rows say the same are left out, since the summary says it; what has
 * no room stands on a second line, for all rows alike.
 */

import { printable } from '../message/printable-text.ts';
import type { SurveyRow, SurveyStatus } from '../resolver/events.ts';
import { wrapped } from './dissection-wrap.ts';
import type { Paint, Style } from './style.ts';

const INDENT = 3;
const CONTINUED = 6;
const GAP = '  ';

interface Column {
  readonly title: string;
  readonly cell: (row: SurveyRow) => string;
  /** Shown where a row says anything in it, or only where two say different things. */
  readonly kept: 'always' | 'where-rows-differ';
}

/** `1000.0 ms`: wide enough for any patience, so that tables look the same every time. */
const TIME_COLUMNS = 9;

const COLUMNS: readonly Column[] = [
  { title: 'server', cell: ({ server }) => server, kept: 'always' },
  { title: 'address', cell: ({ address }) => address, kept: 'always' },
  { title: 'status', cell: ({ status }) => statusWord(status), kept: 'always' },
  { title: 'time'.padStart(TIME_COLUMNS), cell: timeText, kept: 'always' },
  { title: 'from', cell: ({ source }) => source, kept: 'where-rows-differ' },
  {
    title: 'serial',
    cell: ({ serial }) => (serial === null ? '' : String(serial)),
    kept: 'where-rows-differ',
  },
  { title: 'named by', cell: ({ namedBy }) => namedBy, kept: 'where-rows-differ' },
  { title: 'NS', cell: nameServerWord, kept: 'where-rows-differ' },
  { title: 'glue', cell: ({ glue }) => glue ?? '', kept: 'where-rows-differ' },
  { title: 'answer', cell: ({ answer }) => printable((answer ?? []).join(', ')), kept: 'where-rows-differ' },
];

export function surveyTable(rows: readonly SurveyRow[], style: Style, columns: number): string[] {
  if (rows.length === 0) return [];
  const shown = COLUMNS.filter(({ cell, kept }) => {
    const said = new Set(rows.map(cell).filter((text) => text !== ''));
    return said.size > (kept === 'always' ? 0 : 1);
  });
  const widths = shown.map(({ title, cell }) =>
    Math.max(title.length, ...rows.map((row) => cell(row).length)),
  );
  const breaks = lineBreaks(widths, columns);
  const titles = shown.map(({ title }) => title);
  return [
    ...laidOut(titles, widths, breaks, columns).map((line) => style.dim(line)),
    ...rows.flatMap((row) => {
      const paint = (place: number): Paint =>
        shown[place]!.title === 'status' ? statusPaint(row.status, style) : (text) => text;
      const note = row.status === 'failed' && row.note !== null ? printable(row.note) : '';
      return [
        ...laidOut(
          shown.map(({ cell }) => cell(row)),
          widths,
          breaks,
          columns,
          paint,
        ),
        ...(note === '' ? [] : indented(wrapped(note, columns - CONTINUED))),
      ];
    }),
  ];
}

/** `not asked`; all others are words already. */
export function statusWord(status: SurveyStatus): string {
  return status === 'not-asked' ? 'not asked' : status;
}

function timeText({ rttMs }: SurveyRow): string {
  return rttMs === null ? '' : `${rttMs.toFixed(1)} ms`.padStart(TIME_COLUMNS);
}

function nameServerWord({ asParent }: SurveyRow): string {
  if (asParent === null) return '';
  return asParent ? 'as parent' : 'not as parent';
}

function statusPaint(status: SurveyStatus, style: Style): Paint {
  if (status === 'agrees') return style.good;
  return status === 'differs' ? style.warn : status === 'not-asked' ? style.dim : style.bad;
}

/** The columns with which a new line begins, so that none is too long. */
function lineBreaks(widths: readonly number[], columns: number): ReadonlySet<number> {
  const breaks = new Set<number>();
  let used = INDENT;
  for (const [place, width] of widths.entries()) {
    if (place > 0 && used + width > columns) {
      breaks.add(place);
      used = CONTINUED;
    }
    used += width + GAP.length;
  }
  return breaks;
}

function laidOut(
  cells: readonly string[],
  widths: readonly number[],
  breaks: ReadonlySet<number>,
  columns: number,
  paint: (place: number) => Paint = () => (text) => text,
): string[] {
  const lines: string[] = [];
  let line = ' '.repeat(INDENT);
  // Colours have no width.
  let used = INDENT;
  const next = (indented: string): void => {
    lines.push(line.trimEnd());
    line = indented;
    used = indented.length;
  };
  for (const [place, cell] of cells.entries()) {
    if (breaks.has(place)) next(' '.repeat(CONTINUED));
    // Only a name or an answer can be longer than a whole line.
    const pieces = cell.length > columns - used ? wrapped(cell, columns - CONTINUED) : [cell];
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) next(' '.repeat(CONTINUED));
      const filling = pieces.length === 1 ? ' '.repeat(widths[place]! - piece.length) : '';
      line += paint(place)(piece) + filling + GAP;
      used += piece.length + filling.length + GAP.length;
    }
  }
  return [...lines, line.trimEnd()].filter((each) => each !== '');
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => ' '.repeat(CONTINUED) + line);
}
