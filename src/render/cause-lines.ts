/**
 * The causes of a difference as lines: the three that tell most, or all of them with what shows them.
 */

import type { Cause } from '../compare/comparison.ts';
import { printable } from '../message/printable-text.ts';
import type { Detail } from './detail.ts';
import type { Style } from './style.ts';

const MOST_CAUSES = 3;

export function causeLines(causes: readonly Cause[], style: Style, which: Detail): string[] {
  const shown = which === 'all' ? causes : causes.slice(0, MOST_CAUSES);
  const more = causes.length - shown.length;
  const paints = { info: style.name, warning: style.warn, error: style.bad };
  const lines = shown.flatMap(({ code, severity, message, evidence = [] }) => [
    `   ${paints[severity](code)}  ${printable(message)}`,
    ...(which === 'all' ? evidence.map((each) => style.dim(`      ${printable(each)}`)) : []),
  ]);
  return more > 0 ? [...lines, style.dim(`   and ${more} more, shown with -v`)] : lines;
}
