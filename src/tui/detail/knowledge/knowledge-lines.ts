/**
 * The tab State: what the resolver knows at one moment. Where there is room, the algorithm and the questions stand
 * beside the servers and the cache; otherwise one under the other, what changes most first.
 */

import type { Knowledge } from '../../../resolver/knowledge/knowledge.ts';
import {
  EMPTY_LINE,
  fitLine,
  hanging,
  labelled,
  lineOf,
  span,
  type Line,
} from '../../drawing/styled-line.ts';
import type { ExplorerState } from '../../state.ts';
import { algorithmLines, stepText } from './algorithm-lines.ts';
import { cacheLines } from './cache-lines.ts';
import { hopNumbers, type HopNumbers } from './hop-numbers.ts';
import { momentOf } from './moment.ts';
import { questionLines } from './question-lines.ts';
import { serverLines } from './server-lines.ts';

/** The same lines are asked for at a key, and again to draw them. */
const kept = new WeakMap<
  Knowledge,
  { readonly key: string; readonly numbers: HopNumbers; readonly lines: readonly Line[] }
>();

export function knowledgeLines(state: ExplorerState, columns: number): readonly Line[] {
  const { knowledge, sentence } = momentOf(state);
  const numbers = hopNumbers(state.walk.hops);
  const others = state.expanded || columns < WIDE_COLUMNS ? 'whole' : 'short';
  const key = `${columns} ${others} ${sentence}`;
  const known = kept.get(knowledge);
  if (known?.key === key && known.numbers === numbers) return known.lines;
  const lines = linesOf(knowledge, sentence, numbers, columns, others);
  kept.set(knowledge, { key, numbers, lines });
  return lines;
}

function linesOf(
  knowledge: Knowledge,
  sentence: string,
  numbers: HopNumbers,
  columns: number,
  others: 'whole' | 'short',
): Line[] {
  const servers = (width: number): Line[] => serverLines(knowledge, numbers, width);
  const cache = (width: number): Line[] => cacheLines(knowledge, numbers, width);
  const moment = labelled('moment', sentence, columns, 'accent');
  if (columns < WIDE_COLUMNS) {
    return [
      ...moment,
      ...labelled('step', stepText(knowledge), columns, 'strong'),
      ...questionLines(knowledge, LABEL_COLUMNS, columns),
      ...servers(columns),
      ...cache(columns),
      ...hanging('', ALGORITHM_TITLE, columns, 'accent'),
      ...algorithmLines(knowledge, columns, others),
    ];
  }
  const left = Math.floor((columns - SEPARATOR.length) * 0.4);
  const right = columns - SEPARATOR.length - left;
  const leftLines = [
    ...questionLines(knowledge, LABEL_COLUMNS, left),
    lineOf(ALGORITHM_TITLE, 'accent'),
    ...(knowledge.line === null ? labelled('step', stepText(knowledge), left, 'strong') : []),
    ...algorithmLines(knowledge, left, others),
  ];
  return [...moment, ...beside(leftLines, [...servers(right), ...cache(right)], left)];
}

/** Two columns of texts need room. */
const WIDE_COLUMNS = 110;
const LABEL_COLUMNS = 9;
const SEPARATOR = ' │ ';
const ALGORITHM_TITLE = 'the algorithm of a resolver (RFC 1034 5.3.3)';

function beside(left: readonly Line[], right: readonly Line[], columns: number): Line[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [
    ...fitLine(left[i] ?? EMPTY_LINE, columns),
    span(SEPARATOR, 'dim'),
    ...(right[i] ?? EMPTY_LINE),
  ]);
}
