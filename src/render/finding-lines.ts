/**
 * Findings as lines of text: how bad, which code, and what it is here.
 */

import { printable } from '../message/printable-text.ts';
import type { Finding } from '../resolver/events.ts';
import { wrapped } from './dissection-wrap.ts';
import type { Style } from './style.ts';

export function findingLines(findings: readonly Finding[], style: Style): string[] {
  return findings.flatMap((finding) => findingParagraph(finding, style, Infinity));
}

/** One finding in lines of at most so many columns. */
export function findingParagraph(
  { code, severity, message }: Finding,
  style: Style,
  columns: number,
): string[] {
  const paint = { info: style.dim, warning: style.warn, error: style.bad }[severity];
  const lead = `   ${severity.padEnd(8)} ${paint(code)}  `;
  const indent = 14 + code.length;
  // Beside a long code, a narrow screen leaves too little room.
  if (columns - indent >= NARROWEST) {
    const [first = '', ...more] = wrapped(printable(message), columns - indent);
    return [lead + first, ...more.map((line) => ' '.repeat(indent) + line)];
  }
  return [
    lead.trimEnd(),
    ...wrapped(printable(message), columns - INDENT).map((line) => ' '.repeat(INDENT) + line),
  ];
}

const NARROWEST = 40;
const INDENT = 12;
