/**
 * The list of hops as lines: a line of column titles, the tree of the hops, and the surveys below, a line a zone.
 */

import { typeName } from '../../message/codes.ts';
import { windowAround, type Area } from '../drawing/layout.ts';
import { fitLine, lineOf, picking, retoned, span, type Line, type Span } from '../drawing/styled-line.ts';
import { MARKS } from '../drawing/symbols.ts';
import { displayWidth, padEnd, padStart } from '../drawing/text-width.ts';
import { counted, printMilliseconds } from '../drawing/units.ts';
import type { Survey } from '../../resolver/events.ts';
import { chosenIndex, visibleRows, isWalking, type ExplorerState } from '../state.ts';
import { surveyEntry } from '../survey/survey-lines.ts';
import { COLUMNS, fitColumns, type ColumnKey, type FittedColumn } from './hop-columns.ts';
import { outcomeSymbol, outcomeTone, outcomeWord, printServer } from './hop-words.ts';
import { treeRows, type TreeRow } from './path-tree.ts';
import type { PathRow } from './path-view.ts';
import { longestMsOf, timeBar } from './time-bar.ts';
import { isFinished, type HopEntry } from './walk-state.ts';

export function hopLines(state: ExplorerState, { columns, rows }: Area): Line[] {
  const { hops, surveys } = state.walk;
  const visible = visibleRows(state);
  if (visible.length + surveys.length === 0) return [lineOf(emptyText(state), 'dim')];
  const tree = treeRows(visible);
  const fitted = fitColumns(widestOf(tree, state, columns), columns - MARK_COLUMNS);
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
  const longestMs = longestMsOf(hops);
  const shown = list.slice(from, from + rows - 1).map((each, i) => {
    if (each.kind === 'aim') return lineOf(`  ${each.text}`, 'accent');
    const isChosen = itemOf(each) === chosen;
    const plain =
      each.kind === 'survey'
        ? surveyLine(each.survey, isChosen)
        : hopLine(each, i === 0, isChosen, fitted, longestMs, state);
    const line = picking(plain, choices.indexOf(itemOf(each)!));
    return isChosen && state.focus === 'hops' ? retoned(fitLine(line, columns), 'chosen') : line;
  });
  return [titles(fitted), ...shown];
}

/** For the sign that a row is chosen and the sign of findings. */
const MARK_COLUMNS = 2;
/** From here on an outcome has its symbol before it. */
const SYMBOL_COLUMNS = 70;

type ListRow = TreeRow | { readonly kind: 'survey'; readonly survey: Survey };

function itemOf(row: ListRow): PathRow | Survey | undefined {
  if (row.kind === 'aim') return undefined;
  return row.kind === 'hop' ? row.row : row.survey;
}

function emptyText(state: ExplorerState): string {
  const { prompt, path, walk } = state;
  if (path.only === 'troubled' && walk.hops.length > 0)
    return 'Nothing failed and nothing was found. x shows all.';
  if (isWalking(state)) return 'Starting …';
  return prompt ? 'Type a name below.' : 'Press / to ask for a name.';
}

type Cells = Readonly<Record<ColumnKey, string>>;
type HopRow = Extract<TreeRow, { kind: 'hop' }>;

/** What does not change while a hop is in the list is kept with it: the widths are asked for at every frame. */
const kept = new WeakMap<HopEntry, { readonly phase: ExplorerState['phase']; readonly cells: Cells }>();

function cellsOf(entry: HopEntry, phase: ExplorerState['phase']): Cells {
  const known = kept.get(entry);
  if (known?.phase === phase) return known.cells;
  const { hop } = entry;
  const { question, server } = hop;
  const cells = {
    zone: hop.zone,
    server: server.name,
    address: printServer(hop),
    source: server.source,
    question: `${question.name} ${typeName(question.type)}`,
    transport: hop.transport.toUpperCase(),
    rtt: isFinished(hop) ? printMilliseconds(hop.rttMs) : '',
    bar: '',
    octets: isFinished(hop) && hop.reply ? String(hop.reply.length) : '',
    outcome: outcomeWord(hop, phase),
  };
  kept.set(entry, { phase, cells });
  return cells;
}

function widestOf(
  rows: readonly TreeRow[],
  { phase }: ExplorerState,
  columns: number,
): Record<ColumnKey, number> {
  const widest = Object.fromEntries(COLUMNS.map(({ key }) => [key, 0])) as Record<ColumnKey, number>;
  for (const each of rows) {
    if (each.kind !== 'hop') continue;
    const cells = cellsOf(each.row.entry, phase);
    for (const { key } of COLUMNS) widest[key] = Math.max(widest[key], displayWidth(cells[key]));
    widest.zone = Math.max(widest.zone, displayWidth(each.stem) + displayWidth(cells.zone));
  }
  if (rows.every((each) => each.kind === 'aim' || each.row.entry.hop.transport === 'udp'))
    widest.transport = 0;
  // As wide as it may be: bars are compared with each other.
  widest.bar = Infinity;
  if (columns >= SYMBOL_COLUMNS) widest.outcome += 2;
  return widest;
}

function hopLine(
  { row, stem, isSameZone }: HopRow,
  isFirst: boolean,
  isChosen: boolean,
  fitted: readonly FittedColumn[],
  longestMs: number,
  { phase }: ExplorerState,
): Line {
  const { entry, folded } = row;
  const { hop, findings } = entry;
  const cells = cellsOf(entry, phase);
  // The eye finds a zone cut where a zone begins; at the top of the screen one wants to know where one is.
  const zone = isSameZone && !isFirst ? '' : cells.zone;
  const hasSymbol = fitted.reduce((sum, { width }) => sum + width + 1, 1) >= SYMBOL_COLUMNS;
  const pieces = fitted.map(({ key, width }, i): Span => {
    const gap = i === fitted.length - 1 ? '' : ' ';
    switch (key) {
      case 'zone':
        return span(padEnd(stem + zone, width) + gap);
      case 'bar':
        return span(padEnd(timeBar(entry, longestMs, width), width) + gap, barTone(entry));
      case 'rtt':
      case 'octets':
        return span(padStart(cells[key], width) + gap);
      case 'outcome': {
        const word = hasSymbol ? `${outcomeSymbol(hop)} ${cells.outcome}` : cells.outcome;
        return span(padEnd(word, width) + gap, outcomeTone(hop));
      }
      default:
        return span(padEnd(cells[key], width) + gap);
    }
  });
  const mark = [span(isChosen ? MARKS.chosen : ' '), findingMark(findings)];
  return folded ? [...mark, ...foldedPieces(pieces, folded)] : [...mark, ...pieces];
}

/** A sign in a column of its own; the tone says how bad, and the words stand in the tab Why. */
function findingMark(findings: HopEntry['findings']): Span {
  if (findings.length === 0) return span(' ');
  if (findings.every(({ severity }) => severity === 'info')) return span(MARKS.note, 'dim');
  return span(MARKS.finding, findings.some(({ severity }) => severity === 'error') ? 'bad' : 'warning');
}

function barTone({ hop }: HopEntry): 'accent' | 'bad' {
  return isFinished(hop) && hop.rttMs === null ? 'bad' : 'accent';
}

/** What is folded is told behind the outcome, which it pushes to the left where there is no room. */
function foldedPieces(
  pieces: readonly Span[],
  { hops, ms, troubled }: NonNullable<PathRow['folded']>,
): Span[] {
  const bad = troubled === 0 ? '' : `, ${troubled} ${MARKS.finding}`;
  const text = ` ${MARKS.folded}${counted(hops, 'hop')} ${printMilliseconds(ms)}${bad}`;
  const last = pieces.at(-1)!;
  const room = pieces.reduce((sum, each) => sum + displayWidth(each.text), 0) - displayWidth(text);
  const kept: Span[] = [];
  let used = 0;
  for (const piece of pieces.slice(0, -1)) {
    const left = room - used - displayWidth(last.text.trimEnd());
    if (left <= 0) break;
    const cut = displayWidth(piece.text) <= left ? piece.text : `${padEnd(piece.text, left - 1)} `;
    kept.push({ ...piece, text: cut });
    used += displayWidth(cut);
  }
  return [...kept, { ...last, text: last.text.trimEnd() }, span(text, troubled > 0 ? 'warning' : 'dim')];
}

function surveyLine(survey: Survey, isChosen: boolean): Line {
  const { tone, text } = surveyEntry(survey);
  return [span(`${isChosen ? MARKS.chosen : ' '} `), span(`survey of ${survey.zone}: `), span(text, tone)];
}

function titles(fitted: readonly FittedColumn[]): Line {
  const words = fitted.map(({ key, title, width }) =>
    key === 'rtt' || key === 'octets' ? padStart(title, width) : padEnd(title, width),
  );
  return lineOf(`  ${words.join(' ')}`, 'dim');
}
