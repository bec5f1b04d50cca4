/**
 * The trace for people: one block a hop, sub-walks indented under what made them necessary, then the answer, then what
 * this computer says and whether the two agree.
 */

import { TYPE_ANY, typeName } from '../message/codes.ts';
import { printRdata, printRecord } from '../message/record-text.ts';
import { printable } from '../message/printable-text.ts';
import type { Ending } from '../resolver/events.ts';
import { costLines, warmLines } from './cost-text.ts';
import type { Detail } from './detail.ts';
import { findingLines } from './finding-lines.ts';
import { hopBlocks } from './hop-text.ts';
import { digSummary } from './like-dig-text.ts';
import type { Style } from './style.ts';
import { surveyText } from './survey-text.ts';
import { systemBlock } from './system-text.ts';
import type { Trace } from './trace.ts';
import { ENDING_TONES, endingWord } from './walk-words.ts';

/** The width of a text that is not for a terminal. */
const TEXT_COLUMNS = 100;

/** Tables are at most `columns` wide. */
export function traceText(
  trace: Trace,
  style: Style,
  columns = TEXT_COLUMNS,
  detail: Detail = 'first',
): string {
  const { question } = trace;
  const title = `${style.bold(`${question.name} ${typeName(question.type)}`)}, walked from the root`;
  const parts = [title, ...hopBlocks(trace, style, detail)];
  parts.push(...surveyBlocks(trace, style, columns, detail), answerBlock(trace, style, detail));
  if (trace.system) parts.push(systemBlock(trace.system, trace.comparison, style, detail));
  if (trace.likeDig) parts.push(digSummary(trace.likeDig, style));
  parts.push([...costLines(trace.hops, trace.cost), ...warmLines(trace)].map(style.dim).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

/** A block a zone. The hops of a survey are in the document, not here; what they found is. */
function surveyBlocks({ surveys, findings }: Trace, style: Style, columns: number, detail: Detail): string[] {
  return surveys.map((survey) => {
    const hops = new Set(survey.hops);
    const found = findings.filter(({ hop }) => hop !== null && hops.has(hop));
    return surveyText(survey, found, style, columns, detail);
  });
}

function answerBlock({ ending, findings }: Trace, style: Style, detail: Detail): string {
  const found = findingLines(
    findings.filter(({ hop }) => hop === null),
    style,
    detail,
  );
  return [endingText(ending, style), ...found].join('\n');
}

function endingText(ending: Ending, style: Style): string {
  const records = ending.answers.map((record) => `   ${printRecord(record)}`);
  const { status, reason, message } = ending;
  const paint = style[ENDING_TONES[status]];
  const title = style.bold(paint(status === 'failure' ? 'Failed' : endingWord(ending)));
  const why = status === 'failure' ? ` (${reason})` : '';
  const words = status === 'answer' ? '' : `${why}  ${printable(message)}`;
  return [title + words, ...records].join('\n');
}

/** What `--format short` prints: the data of the records that answer, one a line, without the aliases before them. */
export function shortText({ question, ending }: Trace): string {
  const records = ending.answers.filter(({ type }) => type === question.type || question.type === TYPE_ANY);
  return records.map((record) => `${printRdata(record)}\n`).join('');
}
