/**
 * A dissection as one page that needs nothing else: octets beside their fields, each lighting the other.
 */

import { className, typeName } from '../../message/codes.ts';
import { printMessage } from '../../message/message-text.ts';
import type { DissectedMessage, SecondOpinion, ShownProblem } from '../dissection.ts';
import { count } from '../cost-text.ts';
import { hexOffset } from '../dissection-rows.ts';
import { DISSECTION_STYLE } from './dissection-style.ts';
import { htmlText } from './html-text.ts';
import { panelHtml, type Panel } from './octet-panel.ts';
import { OCTET_PANEL_SCRIPT } from './octet-panel-script.ts';
import { htmlPage } from './page.ts';

export function dissectionHtml(dissected: readonly DissectedMessage[]): Promise<string> {
  return htmlPage({
    title: dissected.length === 1 ? titleOf(dissected[0]!) : `${dissected.length} DNS messages`,
    style: DISSECTION_STYLE,
    script: OCTET_PANEL_SCRIPT,
    body: `${dissected.length > 1 ? contents(dissected) : ''}<main>
${dissected.map(article).join('\n')}
</main>`,
  });
}

function titleOf({ message, octets }: DissectedMessage): string {
  const [question] = message?.questions ?? [];
  const what = message ? (message.header.qr ? 'Response' : 'Query') : 'No message';
  const asked = question ? `${question.name} ${className(question.class)} ${typeName(question.type)}` : '';
  return asked === '' ? `${what} of ${count(octets.length, 'octet')}` : `${what}: ${asked}`;
}

function contents(dissected: readonly DissectedMessage[]): string {
  const items = dissected.map(
    (one, i) => `<li><a href="#m${i}">${htmlText(titleOf(one))}</a>${markOf(one.problems)}</li>`,
  );
  return `<nav aria-label="Messages"><ol>${items.join('')}</ol></nav>\n`;
}

function markOf(problems: readonly ShownProblem[]): string {
  return problems.length === 0 ? '' : ` <b class="count">${problems.length}</b>`;
}

function article(one: DissectedMessage, i: number): string {
  const { octets, spans, problems, source, around, secondOpinion, message } = one;
  const panel: Panel = { id: `m${i}`, octets, groups: [{ title: '', means: '', spans }], problems };
  return `<article id="m${i}">
<header><h1>${htmlText(titleOf(one))}</h1>
<p class="facts">${factsOf(one)
    .map((fact) => `<span>${htmlText(fact)}</span>`)
    .join('')}</p>
${source.problems.map((problem) => `<p class="note">${htmlText(problem)}</p>`).join('')}${problemList(problems, `m${i}`)}</header>
${panelHtml(panel)}
${secondOpinion ? opinionHtml(secondOpinion) : ''}${around ? layersHtml(one, i) : ''}${
    message
      ? `<section class="text"><h2>As zone-file lines</h2><pre>${htmlLines(printMessage(message))}</pre></section>`
      : ''
  }
</article>`;
}

/** Lines are escaped one by one: a line break in between is ours. */
function htmlLines(lines: readonly string[]): string {
  return lines.map(htmlText).join('\n');
}

function factsOf({ octets, source }: DissectedMessage): string[] {
  const { kind, why, where, timeMs, transport } = source;
  const ends = source.source ? `${source.source} → ${source.destination}` : '';
  return [
    count(octets.length, 'octet'),
    why === '' ? kind : `${kind}: ${why}`,
    where,
    timeMs === undefined ? '' : new Date(timeMs).toISOString(),
    `${transport?.toUpperCase() ?? ''} ${ends}`.trim(),
  ].filter(Boolean);
}

function problemList(problems: readonly ShownProblem[], id: string): string {
  if (problems.length === 0) return '<p class="sound">No problem in this message.</p>';
  const items = problems.map(({ code, severity, offset, message, rfc }) => {
    const about = rfc === '' || message.includes(rfc) ? '' : ` <cite>${htmlText(rfc)}</cite>`;
    const place = `<a href="#${id}o${offset}">${hexOffset(offset)}</a>`;
    return `<li class="${severity}"><code>${htmlText(code)}</code> ${place} ${htmlText(message)}${about}</li>`;
  });
  return `<ul class="problems" aria-label="Problems">${items.join('')}</ul>`;
}

function opinionHtml({ decoder, verdict, message, differences }: SecondOpinion): string {
  const words = {
    agrees: `${decoder} reads the same.`,
    differs: `${decoder} reads ${differences.length} of this otherwise:`,
    refuses: `${decoder} refuses the message: ${message}`,
    crashes: `${decoder} fails on the message: ${message}`,
  };
  const rows = differences.map(
    ({ what, ours, theirs }) =>
      `<tr><th scope="row">${htmlText(what)}</th><td>${htmlText(ours)}</td><td>${htmlText(theirs)}</td></tr>`,
  );
  const head = `<thead><tr><td></td><th scope="col">here</th><th scope="col">${htmlText(decoder)}</th></tr></thead>`;
  const table = rows.length === 0 ? '' : `<table>${head}<tbody>${rows.join('')}</tbody></table>`;
  return `<section class="opinion"><h2>Second opinion</h2><p>${htmlText(words[verdict])}</p>${table}</section>\n`;
}

function layersHtml({ around }: DissectedMessage, i: number): string {
  const { layers, frame, isBuilt } = around!;
  const groups = layers.map(({ name, protocol, means, spans, checks }) => ({
    title: `${name}: ${protocol}`,
    means: [means, ...checks.map(({ label, message }) => `${label}: ${message}`)].join(' · '),
    spans,
  }));
  const about = isBuilt ? 'built around the message' : 'as captured';
  const panel: Panel = { id: `l${i}`, octets: frame, groups, problems: [] };
  return `<section class="layers"><h2>Layers <small>${about}; offsets from the first octet of the frame</small></h2>
${panelHtml(panel)}</section>\n`;
}
