/**
 * Checks for people: a line for each, and under it what was not as expected.
 */

import { printable } from '../../message/printable-text.ts';
import type { Style } from '../style.ts';
import { missedText, type Checked } from './checked.ts';

export function checkText(all: readonly Checked[], style: Style): string {
  const lines = all.flatMap(({ title, missed, elapsedMs }) => {
    const took = style.dim(`${elapsedMs.toFixed(0)} ms`);
    if (missed.length === 0) return [`${style.good('ok')}      ${printable(title)}  ${took}`];
    return [
      `${style.bad('not ok')}  ${style.bold(printable(title))}  ${took}`,
      ...missed.map((each) => `        ${printable(missedText(each))}`),
    ];
  });
  const failed = all.filter(({ missed }) => missed.length > 0).length;
  const summary = `${all.length - failed} as expected, ${failed} not`;
  return `${[...lines, failed > 0 ? style.bad(summary) : style.good(summary)].join('\n')}\n`;
}
