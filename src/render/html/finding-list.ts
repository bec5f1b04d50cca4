/**
 * Findings on a page: how bad, which code, what it is here, what to do about it, and the RFC.
 */

import type { Finding } from '../../resolver/events.ts';
import { FINDINGS, type FindingEntry } from '../../resolver/findings/catalogue.ts';
import { cut, MOST_NOTES } from './drawing-plan.ts';
import { htmlText } from './html-text.ts';

/** Empty where there are none. */
export function findingList(findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const { shown, more } = cut(findings, MOST_NOTES, 'findings');
  const items = shown.map((finding, at) => {
    const { code, severity, message } = finding;
    // Alike ones in a row have the advice once.
    const advice = shown[at + 1]?.code === code ? '' : adviceHtml(finding);
    return `<li class="${severity}"><span class="severity">${severity}</span> <code>${htmlText(code)}</code> ${htmlText(message)}${advice}</li>`;
  });
  return `<ul class="findings" aria-label="Findings">${items.join('')}${more === '' ? '' : `<li class="more">${more}</li>`}</ul>`;
}

/** A finding of a later version, in a file, may be one that is not known here: only its RFC is told. */
function adviceHtml({ code, rfc }: Finding): string {
  const entry = Object.hasOwn(FINDINGS, code)
    ? (FINDINGS as Readonly<Record<string, FindingEntry>>)[code]
    : undefined;
  const cite = rfc === '' ? '' : ` <cite>${htmlText(rfc)}</cite>`;
  const text = `${htmlText(entry?.advice ?? '')}${cite}`.trim();
  return text === '' ? '' : `<small>${text}</small>`;
}
