/**
 * The list of hops as lines: a line of column titles and a line a hop, sub-walks indented under the hop that
 * needed them, and the surveys below, a line a zone.
 */

import { typeName } from '../../message/codes.ts';
import type { Question } from '../../message/message.ts';
import { sameName } from '../../message/name.ts';
import { fitColumns, COLUMNS, type ColumnKey, type FittedColumn } from './hop-columns.ts';
import { outcomeTone, outcomeWord, printServer } from './hop-words.ts';
import type { Survey } from '../../resolver/events.ts';
import { windowAround, type Area } from '../drawing/layout.ts';
import { chosenIndex, type ExplorerState } from '../state.ts';
import { surveyEntry } from '../survey/survey-lines.ts';
import { fitLine, lineOf, retoned, span, type Line } from '../drawing/styled-line.ts';
import { displayWidth, padEnd, padStart } from '../drawing/text-width.ts';
import { printMilliseconds } from '../drawing/units.ts';
import { isFinished, type HopEntry } from './walk-state.ts';

export function hopLines(state: ExplorerState, { columns, rows }: Area): Line[] {
  const { hops, surveys } = state.walk;
  if (hops.length === 0) return [lineOf(emptyText(state), 'dim')];
  const cells = new Map(hops.map((entry) => [entry, cellsOf(entry, state)]));
  const fitted = fitColumns(widestOf(cells.values()), columns - MARK_COLUMNS);
  const list: ListRow[] = [...listOf(hops), ...surveys.map((survey) => ({ survey }))];
  const chosen = [...hops, ...surveys][chosenIndex(state)];
  const from = windowAround(
    list.findIndex(({ entry, survey }) => chosen !== undefined && (entry ?? survey) === chosen),
    list.length,
    rows - 1,
  );
  const shown = list.slice(from, from + rows - 1).map(({ aim, entry, survey }) => {
    if (aim !== undefined) return lineOf(`  ${aim}`, 'accent');
    const isChosen = (entry ?? survey) === chosen;
    const mark = isChosen ? '▸ ' : '  ';
    const line = entry ? row(mark, cells.get(entry)!, fitted, entry) : surveyLine(mark, survey);
    return isChosen && state.focus === 'hops' ? retoned(fitLine(line, columns), 'chosen') : line;
  });
  return [titles(fitted), ...shown];
}

const MARK_COLUMNS = 2;
/** Deeper sub-walks are not indented further, so that there is room for the zone. */
const MAXIMUM_INDENTED = 3;

function emptyText({ phase, prompt }: ExplorerState): string {
  if (phase === 'walking') return 'Starting …';
  return prompt ? 'Type a name below.' : 'Press / to ask for a name.';
}

/** A hop, or what the hops under it want to know, or a survey. */
type ListRow =
  | { readonly entry: HopEntry; readonly aim?: never; readonly survey?: never }
  | { readonly aim: string; readonly entry?: never; readonly survey?: never }
  | { readonly survey: Survey; readonly entry?: never; readonly aim?: never };

/** The hops, with a line before those that turn to another name: an alias's target, a name server. */
function listOf(hops: readonly HopEntry[]): ListRow[] {
  const aims: Question[] = [];
  return hops.flatMap((entry, index): ListRow[] => {
    const { aim, depth } = entry;
    const before = aims[depth];
    aims.length = depth;
    aims[depth] = aim;
    const isSame = before && sameName(before.name, aim.name) && before.type === aim.type;
    const isNew = index > 0 && !isSame;
    return isNew
      ? [{ aim: `${indentOf(depth)}for ${aim.name} ${typeName(aim.type)}` }, { entry }]
      : [{ entry }];
  });
}

function indentOf(depth: number): string {
  return depth === 0 ? '' : `${'  '.repeat(Math.min(depth, MAXIMUM_INDENTED) - 1)}└ `;
}

type Cells = Readonly<Record<ColumnKey, string>>;

function cellsOf({ hop, depth }: HopEntry, state: ExplorerState): Cells {
  return {
    zone: '  '.repeat(Math.min(depth, MAXIMUM_INDENTED)) + hop.zone,
    server: hop.server.name,
    address: printServer(hop),
    source: hop.server.source,
    rtt: isFinished(hop) ? printMilliseconds(hop.rttMs) : '',
    outcome: outcomeWord(hop, state.phase),
  };
}

function widestOf(rows: Iterable<Cells>): Record<ColumnKey, number> {
  const widest = { zone: 0, server: 0, address: 0, source: 0, rtt: 0, outcome: 0 };
  for (const cells of rows) {
    for (const { key } of COLUMNS) widest[key] = Math.max(widest[key], displayWidth(cells[key]));
  }
  return widest;
}

function row(mark: string, cells: Cells, fitted: readonly FittedColumn[], { hop }: HopEntry): Line {
  const pieces = fitted.map(({ key, width }, i) => {
    const text = key === 'rtt' ? padStart(cells.rtt, width) : padEnd(cells[key], width);
    return span(i === fitted.length - 1 ? text : `${text} `, key === 'outcome' ? outcomeTone(hop) : 'plain');
  });
  return [span(mark), ...pieces];
}

function surveyLine(mark: string, survey: Survey): Line {
  const { tone, text } = surveyEntry(survey);
  return [span(mark), span(`survey of ${survey.zone}: `), span(text, tone)];
}

function titles(fitted: readonly FittedColumn[]): Line {
  const words = fitted.map(({ key, title, width }) =>
    key === 'rtt' ? padStart(title, width) : padEnd(title, width),
  );
  return lineOf(`  ${words.join(' ')}`, 'dim');
}
