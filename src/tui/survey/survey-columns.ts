/**
 * The columns of a survey on the screen: as many as there is room for, the address always whole.
 */

import type { SurveyRow } from '../../resolver/events.ts';
import { statusWord } from '../../render/survey-table.ts';
import { displayWidth } from '../drawing/text-width.ts';
import { printMilliseconds } from '../drawing/units.ts';

interface Column {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: SurveyRow) => string;
}

export interface SurveyColumn extends Column {
  readonly width: number;
}

const COLUMNS: readonly Column[] = [
  { key: 'server', title: 'server', cell: ({ server }) => server },
  { key: 'address', title: 'address', cell: ({ address }) => address },
  { key: 'status', title: 'status', cell: ({ status }) => statusWord(status) },
  { key: 'serial', title: 'serial', cell: ({ serial }) => (serial === null ? '' : String(serial)) },
  { key: 'glue', title: 'glue', cell: ({ glue }) => glue ?? '' },
  { key: 'asParent', title: 'NS', cell: nameServerWord },
  { key: 'namedBy', title: 'named by', cell: ({ namedBy }) => namedBy },
  { key: 'rtt', title: 'time', cell: ({ rttMs }) => (rttMs === null ? '' : printMilliseconds(rttMs)) },
  { key: 'source', title: 'from', cell: ({ source }) => source },
  { key: 'answer', title: 'answer', cell: ({ answer }) => (answer ?? []).join(', ') },
];

/** The first to go first: the row itself tells all of them when it is opened. */
const DISPENSABLE = ['source', 'namedBy', 'answer', 'rtt', 'asParent', 'glue', 'serial'];
const GAP = 2;
const MARK = 2;
const LEAST_SERVER = 8;
/** An answer is cut where it must be; shorter than this it says nothing. */
const LEAST_ANSWER = 12;

export function fitSurveyColumns(rows: readonly SurveyRow[], room: number): SurveyColumn[] {
  let columns = COLUMNS.map((column) => ({ ...column, width: widthOf(column, rows) })).filter(
    ({ cell }) => rows.length === 0 || rows.some((row) => cell(row) !== ''),
  );
  const over = (): number =>
    MARK + columns.reduce((sum, { width }) => sum + width, 0) + GAP * (columns.length - 1) - room;
  for (const key of DISPENSABLE) {
    if (over() <= 0) break;
    const column = columns.find((each) => each.key === key);
    const isLongAnswer = key === 'answer' && column !== undefined && column.width - over() >= LEAST_ANSWER;
    columns = isLongAnswer
      ? columns.map((each) => (each === column ? { ...each, width: each.width - over() } : each))
      : columns.filter((each) => each !== column);
  }
  // An address is never cut; a server's name is, where both have no room.
  return columns.map((column) =>
    column.key === 'server' && over() > 0
      ? { ...column, width: Math.max(LEAST_SERVER, column.width - over()) }
      : column,
  );
}

function widthOf({ title, cell }: Column, rows: readonly SurveyRow[]): number {
  return Math.max(displayWidth(title), ...rows.map((row) => displayWidth(cell(row))));
}

function nameServerWord({ asParent }: SurveyRow): string {
  if (asParent === null) return '';
  return asParent ? 'as parent' : 'not as parent';
}
