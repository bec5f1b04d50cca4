/**
 * A survey as lines: its entry in the list, the survey as it is read in the message pane, and its rows as a matrix of
 * which one is chosen.
 */

import type { Finding, Survey, SurveyRow, SurveyStatus } from '../../resolver/events.ts';
import { nowhere, oddWords, surveySummary } from '../../render/survey-summary.ts';
import { windowAround, type Area } from '../drawing/layout.ts';
import { chosenSurvey, type ExplorerState } from '../state.ts';
import {
  EMPTY_LINE,
  fitLine,
  hanging,
  lineOf,
  picking,
  retoned,
  span,
  type Line,
  type Tone,
} from '../drawing/styled-line.ts';
import { cellText, fitSurveyColumns, isOddCell, type SurveyColumn } from './survey-columns.ts';
import { padEnd } from '../drawing/text-width.ts';
import { counted } from '../drawing/units.ts';
import type { WalkState } from '../walk/walk-state.ts';

/** `4 servers, 1 lame`; where all agree, what parent and zone do not have in common. */
export function surveyEntry(survey: Survey): { readonly text: string; readonly tone: Tone } {
  const { rows, withoutAddress, hop, parentServers, childServers } = survey;
  const count = new Set(rows.map(({ server }) => server)).size + withoutAddress.length;
  const countOf = (glue: SurveyRow['glue']): number => rows.filter((row) => row.glue === glue).length;
  const isUnlike =
    hop !== null &&
    childServers !== null &&
    childServers.toSorted().join() !== parentServers.toSorted().join();
  const odd = [
    oddWords(rows),
    withoutAddress.length > 0 ? `${withoutAddress.length} without address` : '',
    countOf('stale') > 0 ? `${countOf('stale')} stale glue` : '',
    countOf('missing') > 0 ? `${countOf('missing')} missing glue` : '',
    isUnlike ? 'NS unlike parent' : '',
  ].filter((words) => words !== '');
  const servers = counted(count, 'server');
  if (odd.length > 0) return { text: `${servers}, ${odd.join(', ')}`, tone: 'warning' };
  return { text: `${servers}, ${rows.length === 1 ? 'agrees' : 'all agree'}`, tone: 'good' };
}

export function surveyLines({ walk }: ExplorerState, survey: Survey, columns: number): Line[] {
  const fitted = fitSurveyColumns(survey.rows, columns);
  return [
    ...headLines(walk, survey, columns),
    EMPTY_LINE,
    ...tableTitles(fitted),
    ...survey.rows.map((row) => tableLine('  ', row, fitted)),
  ];
}

/** The rows with the chosen one among them, under what the survey says as a whole. */
export function matrixLines(state: ExplorerState, { columns, rows }: Area): Line[] {
  const survey = chosenSurvey(state);
  if (!survey || !state.survey) return [];
  const head = headLines(state.walk, survey, columns);
  // However much there is to say, most of the screen belongs to the rows.
  const most = Math.floor(rows / 3);
  const shownHead = head.length <= most ? head : [...head.slice(0, most - 1), lineOf('  …', 'dim')];
  const fitted = fitSurveyColumns(survey.rows, columns);
  const room = rows - shownHead.length - 2;
  const { row: chosen } = state.survey;
  const from = windowAround(chosen, survey.rows.length, room);
  const shown = survey.rows.slice(from, from + room).map((row, i) => {
    if (from + i !== chosen) return picking(tableLine('  ', row, fitted), from + i);
    return retoned(picking(fitLine(tableLine('▸ ', row, fitted), columns), from + i), 'chosen');
  });
  return [...shownHead, EMPTY_LINE, ...tableTitles(fitted), ...shown];
}

/** The summary, servers without an address, and the findings. */
function headLines(walk: WalkState, survey: Survey, columns: number): Line[] {
  return [
    ...hanging('', surveySummary(survey), columns, 'strong'),
    ...nowhere(survey).flatMap((text) => hanging('  ', text, columns, 'warning')),
    ...findingsOf(walk, survey).flatMap(({ code, severity, message }) =>
      hanging('  ', `${severity} ${code}: ${message}`, columns, severity === 'info' ? 'dim' : 'warning'),
    ),
  ];
}

function findingsOf({ findings }: WalkState, { hops }: Survey): Finding[] {
  const own = new Set(hops);
  return findings.filter(({ hop }) => hop !== null && own.has(hop));
}

function tableTitles(columns: readonly SurveyColumn[]): Line[] {
  return [lineOf(`  ${columns.map(({ title, width }) => padEnd(title, width)).join('  ')}`, 'dim')];
}

function tableLine(mark: string, row: SurveyRow, columns: readonly SurveyColumn[]): Line {
  const cells = columns.map((column, i) => {
    const text = padEnd(cellText(column, row), column.width);
    const tone = isOddCell(column, row) ? 'warning' : 'plain';
    return span(
      i === columns.length - 1 ? text : `${text}  `,
      column.key === 'status' ? TONES[row.status] : tone,
    );
  });
  return [span(mark), ...cells];
}

export const TONES: Readonly<Record<SurveyStatus, Tone>> = {
  agrees: 'good',
  differs: 'warning',
  lame: 'bad',
  refused: 'bad',
  silent: 'bad',
  unreachable: 'bad',
  failed: 'bad',
  'not-asked': 'dim',
};
