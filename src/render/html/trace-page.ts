/**
 * A trace as one page that needs nothing else: what was asked and what came of it, the path hop by hop down to the
 * octets, this computer beside it, and what it cost. For people who were not there when it was walked.
 */

import { className, CLASS_IN, typeName } from '../../message/codes.ts';
import { costLines, count, milliseconds, warmLines } from '../cost-text.ts';
import type { Trace } from '../trace.ts';
import { drawingPlan, type DrawingPlan } from './drawing-plan.ts';
import { findingList } from './finding-list.ts';
import { pathHtml } from './hop-tree.ts';
import { htmlText } from './html-text.ts';
import { OCTET_PANEL_SCRIPT } from './octet-panel-script.ts';
import { htmlPage } from './page.ts';
import { computerCard, detailsOfComputer, serversCard } from './sides.ts';
import { surveyHtml } from './survey-section.ts';
import { TRACE_SCRIPT } from './trace-script.ts';
import { TRACE_STYLE } from './trace-style.ts';

/** The whole file, to be written as UTF-8. The same trace makes the same page. */
export function traceHtml(trace: Trace): Promise<string> {
  const plan = drawingPlan(trace);
  const body = `${headHtml(trace)}
<main>
<div class="sides">${serversCard(trace)}${trace.system ? computerCard(trace.system, trace.comparison) : ''}</div>
${findingList(trace.findings.filter(({ hop }) => hop === null))}
${pathSection(trace, plan)}
${trace.surveys.map((survey, i) => surveyHtml(survey, trace, plan, `s${i}-`)).join('\n')}
${warmSection(trace, plan)}
${costSection(trace)}
${trace.system ? detailsOfComputer(trace.system) : ''}
</main>
<footer>Made by <b>rootwalk</b> from what the servers said; nothing on this page is fetched from anywhere.</footer>`;
  return htmlPage({
    title: `${questionText(trace)}: rootwalk`,
    style: TRACE_STYLE,
    script: OCTET_PANEL_SCRIPT + TRACE_SCRIPT,
    body,
  });
}

function questionText({ question: { name, type, class: questionClass } }: Trace): string {
  const inClass = questionClass === CLASS_IN ? '' : ` ${className(questionClass)}`;
  return `${name}${inClass} ${typeName(type)}`;
}

function headHtml(trace: Trace): string {
  const { question, at, cost, findings } = trace;
  const when = new Date(at).toISOString();
  const facts = [
    `walked from the root`,
    `${when.slice(0, 19).replace('T', ' ')} UTC`,
    count(cost.queries, 'query', 'queries'),
    milliseconds(cost.elapsedMs),
    findings.length === 0 ? 'nothing found to be wrong' : count(findings.length, 'finding'),
  ];
  const type = questionText(trace).slice(question.name.length + 1);
  return `<header class="top"><h1>${htmlText(question.name)} <span class="type">${htmlText(type)}</span></h1>
<p class="facts">${facts.map((fact) => `<span>${htmlText(fact)}</span>`).join('')}</p></header>`;
}

function pathSection(trace: Trace, plan: DrawingPlan): string {
  const hops = trace.hops.filter(({ purpose }) => purpose !== 'survey');
  const buttons = `<p class="buttons" hidden><button type="button" data-open="1">Open all</button> <button type="button">Close all</button></p>`;
  const empty = '<p class="empty">No server was asked.</p>';
  return `<section class="path"><div class="title"><h2>The path</h2>${hops.length === 0 ? '' : buttons}</div>
${hops.length === 0 ? empty : pathHtml(hops, trace, plan, 'h')}</section>`;
}

/** The second walk: its hops are numbered from 1 again, and each says why memory was not enough. */
function warmSection(trace: Trace, plan: DrawingPlan): string {
  const { warm } = trace;
  if (!warm) return '';
  const { hops, ending, askedAgain } = warm;
  const notes = new Map(askedAgain.map(({ hop, why }) => [hop, why]));
  const path = hops.length === 0 ? '' : pathHtml(hops, { hops, findings: [], askedAgain: notes }, plan, 'w');
  return `<section class="path"><div class="title"><h2>Asked again, with what was remembered</h2></div>
<p>${htmlText(warmLines({ ...trace, warm })[0] ?? '')}</p>
${serversCard({ ending }, 'The second walk came to')}${path}</section>`;
}

function costSection(trace: Trace): string {
  const lines = costLines(trace.hops, trace.cost);
  const dig = trace.likeDig ? [trace.likeDig.message] : [];
  const paragraphs = [...lines, ...dig].map((line) => `<p>${htmlText(line.trim())}</p>`);
  return `<section class="card cost"><h2>What it took</h2>${paragraphs.join('')}</section>`;
}
