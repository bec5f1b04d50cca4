/**
 * Findings as lines of text: how bad, which code, and what it is here; for `-v` also what to do about it, and the RFC.
 */

import { printable } from '../message/printable-text.ts';
import type { Finding } from '../resolver/events.ts';
import { FINDINGS, type FindingEntry } from '../resolver/findings/catalogue.ts';
import type { Detail } from './detail.ts';
import { wrapped } from './dissection-wrap.ts';
import type { Style } from './style.ts';

export function findingLines(findings: readonly Finding[], style: Style, detail: Detail): string[] {
  return findings.flatMap((finding, at) => [
    ...findingParagraph(finding, style, Infinity),
    // Alike ones in a row have it once.
    ...(findings[at + 1]?.code === finding.code ? [] : adviceLines(finding, style, Infinity, detail)),
  ]);
}

/** A finding of a later version, in a file, may be one that is not known here: only its RFC is told. */
export function adviceLines({ code, rfc }: Finding, style: Style, columns: number, detail: Detail): string[] {
  if (detail === 'first') return [];
  const entry = Object.hasOwn(FINDINGS, code)
    ? (FINDINGS as Readonly<Record<string, FindingEntry>>)[code]
    : undefined;
  const text = [...(entry ? [entry.advice] : []), ...(rfc === '' ? [] : [`(${rfc})`])].join(' ');
  return text === ''
    ? []
    : wrapped(printable(text), columns - INDENT).map((line) => ' '.repeat(INDENT) + style.dim(line));
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
