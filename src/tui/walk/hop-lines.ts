/**
 * The list of hops as lines: a line of column titles, the tree of the hops, and the surveys below, a line a zone.
 */

import { windowAround, type Area } from '../drawing/layout.ts';
import {
  cutLine,
  fitLine,
  hanging,
  lineOf,
  picking,
  retoned,
  span,
  type Line,
  type Span,
  type Tone,
} from '../drawing/styled-line.ts';
import { MARKS } from '../drawing/symbols.ts';
import { padEnd, padStart } from '../drawing/text-width.ts';
import type { Survey } from '../../resolver/events.ts';
import { chosenIndex, visibleRows, type ExplorerState } from '../state.ts';
import { surveyEntry } from '../survey/survey-lines.ts';
import { findingMark, markColumns } from './finding-marks.ts';
import { foldLine } from './fold-line.ts';
import { cellsOf, widestOf } from './hop-cells.ts';
import { fitColumns, type FittedColumn } from './hop-columns.ts';
import { outcomeTone } from './hop-words.ts';
import { treeRows, type TreeRow } from './path-tree.ts';
import type { PathRow } from './path-view.ts';
import { longestMsOf, timeBar } from './time-bar.ts';
import { isStarting, isWalking } from '../asking.ts';
import { welcomeLines } from './welcome-lines.ts';
import { isFinished, type HopEntry } from './walk-state.ts';

/** What all rows are drawn with. */
interface Drawing {
  readonly columns: number;
  readonly phase: ExplorerState['phase'];
  readonly signColumns: number;
  readonly fitted: readonly FittedColumn[];
  readonly longestMs: number;
}

export function hopLines(state: ExplorerState, { columns, rows }: Area): Line[] {
  const { hops, surveys } = state.walk;
  const visible = visibleRows(state);
  if (state.shown === null && !isStarting(state)) return welcomeLines(state, columns).slice(0, rows);
  if (visible.length + surveys.length === 0)
    return hanging('', emptyText(state), columns, 'dim').slice(0, rows);
  const tree = treeRows(visible);
  const signColumns = markColumns(visible.map(({ entry }) => entry.findings));
  const lead = leadColumns(signColumns);
  const drawing: Drawing = {
    columns,
    phase: state.phase,
    signColumns,
    fitted: fitColumns(widestOf(tree, state), columns - lead),
    longestMs: longestMsOf(hops),
  };
  const list: readonly ListRow[] = [
    ...tree,
    ...surveys.map((survey) => ({ kind: 'survey', survey }) as const),
  ];
  const choices: readonly (PathRow | Survey)[] = [...visible, ...surveys];
  const chosen = choices[chosenIndex(state)];
  const from = windowAround(
    list.findIndex((each) => chosen !== undefined && itemOf(each) === chosen),
    list.length,
    rows - 1,
  );
  const shown = list.slice(from, from + rows - 1).map((each, i) => {
    const item = itemOf(each);
    const isChosen = item !== undefined && item === chosen;
    const plain = rowLine(each, i === 0, isChosen, drawing);
    if (item === undefined) return cutLine(plain, columns);
    const line = picking(plain, choices.indexOf(item), each.kind === 'fold' ? 'unfold' : 'choose');
    return isChosen && state.focus === 'hops' ? retoned(fitLine(line, columns), 'chosen') : line;
  });
  return [titles(drawing.fitted, lead), ...shown];
}

/** The sign that a row is chosen, that of findings, and a gap. */
function leadColumns(signColumns: number): number {
  return 1 + signColumns + 1;
}

type ListRow = TreeRow | { readonly kind: 'survey'; readonly survey: Survey };

function itemOf(row: ListRow): PathRow | Survey | undefined {
  if (row.kind === 'aim') return undefined;
  return row.kind === 'survey' ? row.survey : row.row;
}

function rowLine(row: ListRow, isFirst: boolean, isChosen: boolean, drawing: Drawing): Line {
  const lead = leadColumns(drawing.signColumns);
  const indent = span(' '.repeat(lead));
  switch (row.kind) {
    case 'aim':
      return [indent, span(row.text, 'accent')];
    case 'fold':
      return [indent, ...foldLine(row.stem, row.fold, drawing.columns - lead)];
    case 'survey':
      return surveyLine(row.survey, isChosen, lead);
    case 'hop':
      return hopLine(row, isFirst, isChosen, drawing);
  }
}

function emptyText(state: ExplorerState): string {
  const { path, walk } = state;
  if (path.only === 'troubled' && walk.hops.length > 0)
    return 'Nothing failed and nothing was found. x shows all.';
  return isWalking(state) || isStarting(state) ? 'Starting …' : 'Nothing was asked.';
}

type HopRow = Extract<TreeRow, { kind: 'hop' }>;

function hopLine(
  { row, stem, isSameZone }: HopRow,
  isFirst: boolean,
  isChosen: boolean,
  { phase, signColumns, fitted, longestMs }: Drawing,
): Line {
  const { entry } = row;
  const cells = cellsOf(entry, phase);
  // The eye finds a zone cut where a zone begins; at the top of the screen one wants to know where one is.
  const zone = isSameZone && !isFirst ? '' : cells.zone;
  const pieces = fitted.map(({ key, width }, i): Span => {
    const gap = i === fitted.length - 1 ? '' : ' ';
    switch (key) {
      case 'zone':
        return span(padEnd(stem + zone, width) + gap);
      case 'bar':
        return span(padEnd(timeBar(entry, longestMs, width), width) + gap, timeTone(entry, 'accent'));
      case 'rtt':
        return span(padStart(cells[key], width) + gap, timeTone(entry, 'plain'));
      case 'octets':
        return span(padStart(cells[key], width) + gap);
      case 'outcome':
        return span(padEnd(cells[key], width) + gap, outcomeTone(entry.hop));
      default:
        return span(padEnd(cells[key], width) + gap);
    }
  });
  return [
    span(isChosen ? MARKS.chosen : ' '),
    findingMark(entry.findings, signColumns),
    span(' '),
    ...pieces,
  ];
}

/** A time that was waited for nothing is another thing than that of a reply. */
function timeTone({ hop }: HopEntry, tone: Tone): Tone {
  return isFinished(hop) && hop.rttMs === null ? 'bad' : tone;
}

function surveyLine(survey: Survey, isChosen: boolean, lead: number): Line {
  const { tone, text } = surveyEntry(survey);
  const mark = padEnd(isChosen ? MARKS.chosen : '', lead);
  return [span(mark), span(`survey of ${survey.zone}: `), span(text, tone)];
}

function titles(fitted: readonly FittedColumn[], lead: number): Line {
  const words = fitted.map(({ key, title, width }) =>
    key === 'rtt' || key === 'octets' ? padStart(title, width) : padEnd(title, width),
  );
  return lineOf(`${' '.repeat(lead)}${words.join(' ')}`, 'dim');
}
