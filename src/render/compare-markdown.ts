/**
 * A comparison as a report in Markdown: one column for the servers of the zone, one for each voice, and under them why
 * they differ.
 */

import { typeName } from '../message/codes.ts';
import type { Compared, Voice } from './compare.ts';
import { codeSpan, proseText } from './markdown-text.ts';
import { causeItems, table } from './trace-markdown.ts';
import { VERDICT_WORDS } from './walk-words.ts';

const MOST_VALUES = 50;

export function compareMarkdown({ question, trace, servers, voices }: Compared): string {
  const all = [servers, ...voices];
  const rows = [
    ['answer', ...all.map(saidText)],
    ['TTL', ...all.map(({ ttl }) => (ttl === null ? '' : `${ttl} s`))],
    ['from', ...all.map(({ from }) => codeSpan(from))],
    ['time', ...all.map(({ elapsedMs }) => (elapsedMs === null ? '' : `${elapsedMs.toFixed(1)} ms`))],
    ['verdict', ...all.map(({ comparison }) => (comparison ? VERDICT_WORDS[comparison.verdict] : ''))],
  ];
  const when = new Date(trace.at).toISOString().slice(0, 19).replace('T', ' ');
  const parts = [
    `# ${codeSpan(question.name)} ${proseText(typeName(question.type))}`,
    `Compared ${when} UTC.`,
    table(['', ...all.map(({ title }) => proseText(title))], rows),
    ...voices.flatMap(({ title, comparison }) => {
      const causes = causeItems(comparison?.findings ?? []);
      return causes.length === 0 ? [] : [`## ${proseText(title)}`, ...causes];
    }),
  ];
  return `${parts.join('\n\n')}\n`;
}

function saidText({ values, words }: Voice): string {
  if (values.length === 0) return proseText(words);
  const more = values.length - MOST_VALUES;
  return values.slice(0, MOST_VALUES).map(codeSpan).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
