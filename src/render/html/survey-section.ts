/**
 * The survey of one zone on a page: how all its servers are in one sentence, a row for each address, and the exchanges
 * behind it, folded away.
 */

import type { SurveyRow } from '../../resolver/events.ts';
import { nowhere, surveySummary } from '../survey-summary.ts';
import { statusWord } from '../survey-table.ts';
import type { SurveyEvent, Trace } from '../trace.ts';
import { zoneWords, type Tone } from '../walk-words.ts';
import { cut, type DrawingPlan, moreHtml, MOST_RECORDS } from './drawing-plan.ts';
import { findingList } from './finding-list.ts';
import { pathHtml } from './hop-tree.ts';
import { htmlText } from './html-text.ts';

export function surveyHtml(survey: SurveyEvent, trace: Trace, plan: DrawingPlan, prefix: string): string {
  const ids = new Set(survey.hops);
  const hops = trace.hops.filter(({ id, purpose }) => purpose === 'survey' && ids.has(id));
  // A survey of 26 addresses has near a hundred: their findings stand here.
  const findings = trace.findings.filter(({ hop }) => hop !== null && ids.has(hop));
  const { shown, more } = cut(survey.rows, MOST_RECORDS, 'addresses');
  const isOdd = survey.rows.some(({ status }) => status !== 'agrees');
  const exchanges =
    hops.length === 0
      ? ''
      : `<details class="fold"><summary>The ${hops.length} exchanges of this survey</summary>${pathHtml(hops, { ...trace, findings: [] }, plan, prefix)}</details>`;
  return `<section class="card survey"><h2>All servers of ${htmlText(zoneWords(survey.zone))}</h2>
<p>${htmlText(surveySummary(survey))}</p>${nowhere(survey)
    .map((line) => `<p>${htmlText(line)}</p>`)
    .join('')}
<details class="fold"${isOdd ? ' open' : ''}><summary>Each address</summary>${tableHtml(shown)}</details>${moreHtml(more)}
${findingList(findings)}${exchanges}</section>`;
}

/** Without the columns in which nobody says anything. */
function tableHtml(rows: readonly SurveyRow[]): string {
  const columns = COLUMNS.map(([title, cell, style = '']) => ({
    title,
    style,
    cells: rows.map(cell),
  })).filter(({ cells }) => cells.some((cell) => cell !== ''));
  const head = columns.map(({ title }) => `<th scope="col">${title}</th>`).join('');
  const body = rows.map(
    (_, i) => `<tr>${columns.map(({ style, cells }) => `<td${style}>${cells[i]}</td>`).join('')}</tr>`,
  );
  return `<table class="records"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

const COLUMNS: readonly (readonly [title: string, cell: (row: SurveyRow) => string, style?: string])[] = [
  ['server', ({ server }) => htmlText(server), ' class="owner"'],
  ['address', ({ address }) => htmlText(address)],
  ['status', statusHtml, ' class="status"'],
  ['time', ({ rttMs }) => (rttMs === null ? '' : `${rttMs.toFixed(1)} ms`)],
  ['serial', ({ serial }) => (serial === null ? '' : String(serial))],
  ['answer', ({ answer }) => htmlText((answer ?? []).slice(0, MOST_RECORDS).join(', ')), ' class="data"'],
];

function statusHtml(row: SurveyRow): string {
  const note = row.note === null ? '' : ` <small>${htmlText(row.note)}</small>`;
  return `<span class="outcome ${toneOf(row)}">${statusWord(row.status)}</span>${note}`;
}

function toneOf({ status }: SurveyRow): Tone {
  if (status === 'agrees') return 'good';
  return status === 'differs' || status === 'not-asked' ? 'warn' : 'bad';
}
