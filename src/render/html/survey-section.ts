/**
 * The survey of one zone on a page: how all its servers are in one sentence, a row for each address, and the exchanges
 * behind it, folded away.
 */

import type { SurveyRow } from '../../resolver/events.ts';
import { nowhere, surveySummary } from '../survey-summary.ts';
import { statusWord } from '../survey-table.ts';
import type { SurveyEvent, Trace } from '../trace.ts';
import { zoneWords, type Tone } from '../walk-words.ts';
import { cut, MOST_RECORDS, type DrawingPlan } from './drawing-plan.ts';
import { findingList } from './finding-list.ts';
import { pathHtml } from './hop-tree.ts';
import { htmlText } from './html-text.ts';

export function surveyHtml(survey: SurveyEvent, trace: Trace, plan: DrawingPlan, prefix: string): string {
  const ids = new Set(survey.hops);
  const hops = trace.hops.filter(({ id, purpose }) => purpose === 'survey' && ids.has(id));
  // A survey of 26 addresses has near a hundred: their findings stand here.
  const findings = trace.findings.filter(({ hop }) => hop !== null && ids.has(hop));
  const { shown, more } = cut(survey.rows, MOST_RECORDS, 'addresses');
  const head = ['server', 'address', 'status', 'time', 'serial', 'answer'].map(
    (title) => `<th scope="col">${title}</th>`,
  );
  const exchanges =
    hops.length === 0
      ? ''
      : `<details class="fold"><summary>The ${hops.length} exchanges of this survey</summary>${pathHtml(hops, { ...trace, findings: [] }, plan, prefix)}</details>`;
  return `<section class="card survey"><h2>All servers of ${htmlText(zoneWords(survey.zone))}</h2>
<p>${htmlText(surveySummary(survey))}</p>${nowhere(survey)
    .map((line) => `<p>${htmlText(line)}</p>`)
    .join('')}
<table><thead><tr>${head.join('')}</tr></thead><tbody>${shown.map(rowHtml).join('')}</tbody></table>${more === '' ? '' : `<p class="more">${more}</p>`}
${findingList(findings)}${exchanges}</section>`;
}

function rowHtml(row: SurveyRow): string {
  const { server, address, status, rttMs, serial, answer, note } = row;
  const said = (answer ?? []).slice(0, MOST_RECORDS).join(', ');
  const cells = [
    htmlText(server),
    htmlText(address),
    `<span class="outcome ${toneOf(row)}">${statusWord(status)}</span>${note === null ? '' : ` <small>${htmlText(note)}</small>`}`,
    rttMs === null ? '' : `${rttMs.toFixed(1)} ms`,
    serial === null ? '' : String(serial),
    htmlText(said),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

function toneOf({ status }: SurveyRow): Tone {
  if (status === 'agrees') return 'good';
  return status === 'differs' || status === 'not-asked' ? 'warn' : 'bad';
}
