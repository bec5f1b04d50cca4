/**
 * Both sides of the question on a page: what the walk came to, and what this computer says, with the verdict on the two
 * and the causes with what shows them.
 */

import type { Cause, Comparison } from '../../compare/comparison.ts';
import type { SystemAnswer } from '../../system/system-answer.ts';
import { plain } from '../style.ts';
import { serverLines, sourceLines } from '../system-details-text.ts';
import { ttlLeft, type Trace } from '../trace.ts';
import {
  ENDING_TONES,
  endingWord,
  systemNotes,
  systemSource,
  systemValues,
  VERDICT_TONES,
  VERDICT_WORDS,
} from '../walk-words.ts';
import { cut, moreHtml, MOST_RECORDS } from './drawing-plan.ts';
import { htmlText } from './html-text.ts';
import { recordTable } from './record-table.ts';

/** `title`: who says so. */
export function serversCard({ ending }: Pick<Trace, 'ending'>, title = 'The servers say'): string {
  const { status, message, zone, answers, negativeTtl } = ending;
  const ttl = ttlLeft(ending);
  const facts = [
    ...(status === 'answer' ? [] : [message]),
    ...(status === 'failure' ? [] : [`from the servers of ${zone}`]),
    ...(negativeTtl === null || ttl === null ? [] : [`may be remembered for ${ttl} s`]),
  ];
  return `<section class="card"><h2>${title}</h2>
<p class="verdict ${ENDING_TONES[status]}">${htmlText(endingWord(ending))}</p>
${facts.map((fact) => `<p class="soft">${htmlText(fact)}</p>`).join('')}${recordTable(answers)}</section>`;
}

export function computerCard(system: SystemAnswer, comparison: Comparison | undefined): string {
  const source = systemSource(system);
  const { shown, more } = cut(systemValues(system), MOST_RECORDS, 'values');
  const verdict = comparison
    ? `<p class="verdict ${VERDICT_TONES[comparison.verdict]}">${VERDICT_WORDS[comparison.verdict]}</p>`
    : '';
  return `<section class="card"><h2>This computer says</h2>
${verdict}<ul class="values">${shown.map((value) => `<li>${htmlText(value)}</li>`).join('')}</ul>${moreHtml(more)}
${source === '' ? '' : `<p class="soft">from ${htmlText(source)}</p>`}${systemNotes(system)
    .map((note) => `<p class="soft">note: ${htmlText(note)}</p>`)
    .join('')}${causeList(comparison?.findings ?? [])}</section>`;
}

function causeList(causes: readonly Cause[]): string {
  if (causes.length === 0) return '';
  const items = causes.map(({ code, severity, message, rfc, evidence = [] }) => {
    const cite = rfc === '' ? '' : ` <cite>${htmlText(rfc)}</cite>`;
    const shown = cut(evidence, MOST_RECORDS, 'lines');
    const lines = [...shown.shown, ...(shown.more === '' ? [] : [shown.more])];
    const proof = lines.map((line) => `<li>${htmlText(line)}</li>`).join('');
    return `<li class="${severity}"><code>${htmlText(code)}</code> ${htmlText(message)}${cite}${proof === '' ? '' : `<ul class="evidence">${proof}</ul>`}</li>`;
  });
  return `<ul class="findings" aria-label="Causes">${items.join('')}</ul>`;
}

/** Each of its name servers and sources, asked by itself. */
export function detailsOfComputer(system: SystemAnswer): string {
  const lines = [...serverLines(system, plain), ...sourceLines(system, plain)];
  if (lines.length === 0) return '';
  return `<section class="card"><details class="fold"><summary>All that this computer was asked</summary><pre>${lines
    .map((line) => htmlText(line.replace(/^ {3}/, '')))
    .join('\n')}</pre></details></section>`;
}
