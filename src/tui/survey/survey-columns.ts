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
  /** Servers that agree have the same in it. */
  readonly isShared?: true;
}

export interface SurveyColumn extends Column {
  readonly width: number;
  /** What most of the servers have, where they should all have the same. */
  readonly usual: string | null;
}

/** The text of a cell, with a mark where it is unlike the others. */
export function cellText({ cell, usual }: Pick<SurveyColumn, 'cell' | 'usual'>, row: SurveyRow): string {
  return isOddCell({ cell, usual }, row) ? `≠ ${cell(row)}` : cell(row);
}

export function isOddCell({ cell, usual }: Pick<SurveyColumn, 'cell' | 'usual'>, row: SurveyRow): boolean {
  const text = cell(row);
  return usual !== null && text !== '' && text !== usual;
}

const COLUMNS: readonly Column[] = [
  { key: 'server', title: 'server', cell: ({ server }) => server },
  { key: 'address', title: 'address', cell: ({ address }) => address },
  { key: 'status', title: 'status', cell: ({ status }) => statusWord(status) },
  {
    key: 'serial',
    title: 'serial',
    cell: ({ serial }) => (serial === null ? '' : String(serial)),
    isShared: true,
  },
  { key: 'glue', title: 'glue', cell: ({ glue }) => glue ?? '' },
  { key: 'asParent', title: 'NS', cell: nameServerWord },
  { key: 'namedBy', title: 'named by', cell: ({ namedBy }) => namedBy },
  { key: 'rtt', title: 'time', cell: ({ rttMs }) => (rttMs === null ? '' : printMilliseconds(rttMs)) },
  { key: 'source', title: 'from', cell: ({ source }) => source },
  { key: 'answer', title: 'answer', cell: ({ answer }) => (answer ?? []).join(', '), isShared: true },
];

/** The first to go first: the row itself tells all of them when it is opened. */
const DISPENSABLE = ['source', 'namedBy', 'answer', 'rtt', 'asParent', 'glue', 'serial'];
const GAP = 2;
const MARK = 2;
const LEAST_SERVER = 8;
/** An answer is cut where it must be; shorter than this it says nothing. */
const LEAST_ANSWER = 12;

export function fitSurveyColumns(rows: readonly SurveyRow[], room: number): SurveyColumn[] {
  let columns = COLUMNS.map((column) => withUsual(column, rows)).filter(
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

function withUsual(column: Column, rows: readonly SurveyRow[]): SurveyColumn {
  const usual = column.isShared ? usualOf(column, rows) : null;
  const texts = rows.map((row) => cellText({ ...column, usual }, row));
  return { ...column, usual, width: Math.max(displayWidth(column.title), ...texts.map(displayWidth)) };
}

/** Of those that most servers have, what one that agrees has; the survey judges likewise. */
function usualOf({ cell }: Column, rows: readonly SurveyRow[]): string | null {
  const said = rows.filter((row) => cell(row) !== '');
  const groups = Map.groupBy(said, cell);
  const weight = (group: readonly SurveyRow[]): number =>
    group.filter(({ status }) => status === 'agrees').length * rows.length + group.length;
  const best = [...groups].toSorted(([, a], [, b]) => weight(b) - weight(a))[0];
  return best?.[0] ?? null;
}

function nameServerWord({ asParent }: SurveyRow): string {
  if (asParent === null) return '';
  return asParent ? 'as parent' : 'not as parent';
}
