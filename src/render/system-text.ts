/**
 * What this computer says, for people, and whether it agrees with the walk.
 */

import type { Comparison } from '../compare/comparison.ts';
import { printable } from '../message/printable-text.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import { causeLines } from './cause-lines.ts';
import type { Detail } from './detail.ts';
import type { Style } from './style.ts';
import { serverLines, sourceLines } from './system-details-text.ts';
import { systemNotes, systemSource, systemValues, VERDICT_TONES, VERDICT_WORDS } from './walk-words.ts';

export function systemBlock(
  system: SystemAnswer,
  comparison: Comparison | undefined,
  style: Style,
  detail: Detail,
): string {
  const heading = style.bold('This computer');
  const what = systemValues(system).map(printable).join(', ');
  const source = printable(systemSource(system));
  const from = source === '' ? '' : style.dim(`  (from ${source})`);
  const lines = [`${heading}  ${what}${from}`];
  if (comparison) lines.push(...comparisonLines(comparison, style, detail));
  for (const note of systemNotes(system)) lines.push(`   ${style.dim(`note: ${printable(note)}`)}`);
  if (detail === 'all') lines.push(...serverLines(system, style), ...sourceLines(system, style));
  return lines.join('\n');
}

function comparisonLines({ verdict, findings }: Comparison, style: Style, detail: Detail): string[] {
  return [
    `   ${style[VERDICT_TONES[verdict]](VERDICT_WORDS[verdict])}`,
    ...causeLines(findings, style, detail),
  ];
}
