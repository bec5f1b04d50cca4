/**
 * What this computer says, for people, and whether it agrees with the walk.
 */

import type { Comparison } from '../compare/comparison.ts';
import { typeName } from '../message/codes.ts';
import { printable } from '../message/printable-text.ts';
import { printRdata } from '../message/record-text.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import { causeLines } from './cause-lines.ts';
import type { Detail } from './detail.ts';
import type { Style } from './style.ts';
import { serverLines, sourceLines } from './system-details-text.ts';

export function systemBlock(
  system: SystemAnswer,
  comparison: Comparison | undefined,
  style: Style,
  detail: Detail,
): string {
  const heading = style.bold('This computer');
  const said = [...system.addresses, ...system.names];
  // What a name server says is no answer of the computer where that gave an error.
  const heard = system.error === null ? system.records : [];
  const records =
    said.length > 0 ? said : heard.map((record) => `${typeName(record.type)} ${printRdata(record)}`);
  const what =
    records.length > 0
      ? records.map(printable).join(', ')
      : printable(system.error ?? 'no records of this type');
  const from = system.source === 'none' ? '' : style.dim(`  (from ${sourceText(system)})`);
  const lines = [`${heading}  ${what}${from}`];
  if (comparison) lines.push(...comparisonLines(comparison, style, detail));
  const notes = (system.notes ?? []).filter((note) => system.error?.includes(note) !== true);
  for (const note of notes) lines.push(`   ${style.dim(`note: ${printable(note)}`)}`);
  if (detail === 'all') lines.push(...serverLines(system, style), ...sourceLines(system, style));
  return lines.join('\n');
}

function sourceText(system: SystemAnswer): string {
  const [line] = system.evidence;
  if (system.source === 'hosts' && line) return printable(`${line.file}:${line.line}`);
  return system.source === 'dns' && system.server ? `DNS, ${printable(system.server)}` : system.source;
}

function comparisonLines({ verdict, findings }: Comparison, style: Style, detail: Detail): string[] {
  const words = {
    same: style.good('same: both sides agree'),
    differs: style.bad('differs from the walk'),
    'one-sided': style.bad('only one side has an answer'),
    unavailable: style.warn('not comparable'),
  };
  return [`   ${words[verdict]}`, ...causeLines(findings, style, detail)];
}
