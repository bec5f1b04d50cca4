/**
 * What a screen reader is given of each thing that the panes show: a hop as a sentence, the result, this computer with
 * every cause and what shows it, the open tab. The words are the panes' own.
 */

import { computerLines } from '../computer/computer-lines.ts';
import { octetText } from '../detail/bytes/about-lines.ts';
import { fieldChoice, isShowingFields, shownFields } from '../detail/bytes/byte-choice.ts';
import { TABS } from '../detail/detail-tabs.ts';
import { readingLines, readingTitle } from '../detail/reading-lines.ts';
import { exchangeText } from '../survey/row-lines.ts';
import { paint } from '../drawing/styled-line.ts';
import { pageText } from '../page/page.ts';
import { PURPOSES } from '../prompt/purpose.ts';
import {
  chosenEntry,
  chosenSurvey,
  hopNumber,
  rowExchanges,
  isMatrixOpen,
  visibleRows,
  type ExplorerState,
} from '../state.ts';
import { surveyEntry } from '../survey/survey-lines.ts';
import { fitSurveyColumns } from '../survey/survey-columns.ts';
import { hopSentence } from '../walk/hop-sentence.ts';
import { resultLines } from '../walk/result-lines.ts';
import { isFinished } from '../walk/walk-state.ts';
import { spokenLines, spokenText } from './spoken-text.ts';

/** Lines are not broken: the terminal does that, and a reader reads on. */
const UNBROKEN_COLUMNS = 100_000;
const ONE_COLUMN = 100;

/** The sentence of a hop, which one it is, and what its reply means. */
export function hopPart({ walk }: ExplorerState, place: number): string {
  const entry = walk.hops[place]!;
  const { hop, depth } = entry;
  const side = depth === 0 ? '' : ', for the address of a name server';
  const verdict = isFinished(hop) ? ` ${hop.verdict}` : '';
  return spokenText(`Hop ${place + 1}${side}, ${hopSentence(entry)}${verdict}`);
}

export function resultParts(state: ExplorerState): string[] {
  return spokenLines(resultLines(state, UNBROKEN_COLUMNS, 3)).map((text, i) =>
    i === 0 ? `Result: ${text}` : text,
  );
}

/** How much of the walk is listed, after it was folded or filtered. */
export function pathPart(state: ExplorerState): string {
  const { hops } = state.walk;
  const only = state.path.only === 'troubled' ? ', those that failed or have findings' : '';
  return `${visibleRows(state).length} of ${hops.length} hops are listed${only}.`;
}

/** With all causes, and opened; findings of the walk were told when they came. */
export function computerParts(state: ExplorerState): string[] {
  const { walk } = state;
  const opened = Array.from(walk.comparison?.findings ?? [], (_, place) => place);
  const open: ExplorerState = {
    ...state,
    focus: 'hops',
    walk: { ...walk, findings: [] },
    causes: { chosen: 0, opened, areAllShown: true },
  };
  return ['This computer:', ...spokenLines(computerLines(open, UNBROKEN_COLUMNS))];
}

/** The cause that is chosen in the pane of this computer. */
export function causePart({ walk, causes }: ExplorerState): string {
  const list = walk.comparison?.findings ?? [];
  const cause = list[causes.chosen];
  if (!cause) return '';
  return spokenText(`Cause ${causes.chosen + 1} of ${list.length}: ${cause.code}: ${cause.message}`);
}

/** What stands in the list of the walk: the chosen hop, or the chosen survey. */
export function chosenPart(state: ExplorerState): string {
  const survey = chosenSurvey(state);
  if (survey) return spokenText(`Survey of ${survey.zone}: ${surveyEntry(survey).text}`);
  const entry = chosenEntry(state);
  return entry ? hopPart(state, hopNumber(state, entry) - 1) : 'No hop.';
}

export function detailParts(state: ExplorerState): string[] {
  const title = spokenText(readingTitle(state));
  if (isMatrixOpen(state)) return [title, rowPart(state)];
  const tab = TABS.find(({ id }) => id === state.detail.tab)!.title;
  const head = chosenSurvey(state) && !chosenEntry(state) ? title : `Tab ${tab}. ${title}`;
  if (isShowingFields(state)) return [head, fieldPart(state)];
  // Two texts beside each other would be read as one.
  const columns = state.detail.tab === 'state' ? ONE_COLUMN : UNBROKEN_COLUMNS;
  return [head, ...spokenLines(readingLines(state, columns))];
}

export function fieldPart(state: ExplorerState): string {
  const fields = shownFields(state);
  if (!fields) return '';
  const { list, octets } = fields;
  const { field: place, octet } = fieldChoice(state);
  const field = list[place];
  if (!field) return 'There are no octets.';
  const { label, value, means, source, problems, span } = field;
  const byOctet = octet === span.start ? [] : [octetText(octets, octet)];
  const where = span.bits ? `octet ${span.start}, bits ${span.bits.join(' to ')}` : `octet ${span.start}`;
  const said = [...byOctet, `${label} ${value}`.trim(), means, where, source, ...problems].filter(
    (text) => text !== '',
  );
  return spokenText(`Field ${place + 1} of ${list.length}: ${said.join(', ')}`);
}

export function rowPart(state: ExplorerState): string {
  const rows = chosenSurvey(state)?.rows ?? [];
  const place = state.survey?.row ?? 0;
  const row = rows[place];
  if (!row) return 'No server.';
  const cells = fitSurveyColumns(rows, UNBROKEN_COLUMNS)
    .map(({ title, cell }) => [title, cell(row)] as const)
    .filter(([, text]) => text !== '');
  return spokenText(
    `Row ${place + 1} of ${rows.length}: ${cells.map(([title, text]) => `${title} ${text}`).join(', ')}`,
  );
}

export function exchangePart(state: ExplorerState): string {
  const exchanges = rowExchanges(state);
  const place = state.survey?.exchange ?? 0;
  const entry = exchanges[place];
  if (!entry) return 'It was not asked.';
  return spokenText(`Exchange ${place + 1} of ${exchanges.length}: ${exchangeText(entry, state.phase)}`);
}

export function pageParts(state: ExplorerState): string[] {
  if (!state.page) return [];
  const { title, lines } = pageText(state, state.page.about, { columns: UNBROKEN_COLUMNS, rows: 1 });
  // In the help an arrow is a key.
  const texts = lines.map((line) => paint(line, false).replace(/^\s*→(?= )/, 'Right'));
  return [spokenText(title), ...texts.map(spokenText).filter((text) => text !== '')];
}

export function promptPart(state: ExplorerState): string {
  const { prompt } = state;
  return prompt ? spokenText(PURPOSES[prompt.purpose].label(state, prompt)) : '';
}
