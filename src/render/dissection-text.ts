/**
 * A dissection for people: octets with their offsets on the left, what they are on the right, problems where they stand,
 * what is left over, and the message as zone-file lines at the end.
 */

import { className, typeName } from '../message/codes.ts';
import { printMessage } from '../message/message-text.ts';
import { printable } from '../message/printable-text.ts';
import { UNREAD, type DissectedMessage, type SecondOpinion, type ShownProblem } from './dissection.ts';
import { count } from './cost-text.ts';
import { layersText } from './dissection-layers-text.ts';
import { columnsFor, linesOfRow, type Columns } from './dissection-row-lines.ts';
import { hexOffset, rowsOf } from './dissection-rows.ts';
import { wrapped } from './dissection-wrap.ts';
import type { Style } from './style.ts';

export function dissectionText(dissected: DissectedMessage, style: Style, columns: number): string {
  const { message, secondOpinion, around, problems } = dissected;
  const parts = [
    titleLines(dissected, style, columns),
    rowLines(dissected, style, columns),
    [leftOverLine(dissected, style), problemsLine(problems, style)],
  ];
  if (around) parts.push(layersText(around, style, columns));
  if (secondOpinion) parts.push(secondOpinionLines(secondOpinion, style, columns));
  if (message) parts.push([style.bold('As zone-file lines'), ...printMessage(message)]);
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What `--format short` prints. */
export function dissectionShort({ message, octets }: DissectedMessage): string {
  if (!message) return `; no message: ${count(octets.length, 'octet')}\n`;
  return `${printMessage(message).join('\n')}\n`;
}

function titleLines({ octets, message, source }: DissectedMessage, style: Style, columns: number): string[] {
  const [question] = message?.questions ?? [];
  const what = message ? (message.header.qr ? 'Response' : 'Query') : 'No message';
  const asked = question ? `: ${question.name} ${className(question.class)} ${typeName(question.type)}` : '';
  const { kind, why, where, timeMs, transport } = source;
  const ends = source.source ? `${source.source} → ${source.destination}` : '';
  const carrier = transport === undefined ? '' : transport.toUpperCase();
  const time = timeMs === undefined ? '' : new Date(timeMs).toISOString();
  const travel = [where, time, `${carrier} ${ends}`.trim()].filter(Boolean).join(', ');
  return [
    ...wrapped(`${what} of ${count(octets.length, 'octet')}${asked}`, columns).map(style.bold),
    ...wrapped(printable(why === '' ? kind : `${kind}: ${why}`), columns).map(style.dim),
    ...(travel === '' ? [] : wrapped(printable(travel), columns).map(style.dim)),
    ...source.problems.flatMap((problem) => wrapped(printable(problem), columns).map(style.warn)),
  ];
}

function rowLines({ spans, octets, problems }: DissectedMessage, style: Style, columns: number): string[] {
  const widths = columnsFor(columns, octets.length);
  const rows = rowsOf(spans, octets);
  const lines: string[] = [];
  let next = 0;
  for (const [i, row] of rows.entries()) {
    lines.push(...linesOfRow(row, style, widths));
    const end = rows[i + 1]?.start ?? Infinity;
    // A drawing is part of the octets above it: problems come behind the last of them.
    if (rows[i + 1]?.drawing) continue;
    while (next < problems.length && problems[next]!.offset < end) {
      lines.push(...problemLines(problems[next++]!, style, widths));
    }
  }
  for (const problem of problems.slice(next)) lines.push(...problemLines(problem, style, widths));
  return lines;
}

function problemLines(problem: ShownProblem, style: Style, widths: Columns): string[] {
  const paint = problem.severity === 'error' ? style.bad : style.warn;
  const indent = ' '.repeat(widths.offset + 2);
  const about = problem.rfc === '' || problem.message.includes(problem.rfc) ? '' : ` (${problem.rfc})`;
  const text = `${problem.code}: ${printable(problem.message)}${about}`;
  const columns = widths.hex + widths.text - 2;
  return wrapped(text, columns).map((line, i) => paint(`${indent}${i === 0 ? '✗' : ' '} ${line}`));
}

/** Octets that no section counts, or that could not be read. */
function leftOverLine({ spans, octets }: DissectedMessage, style: Style): string {
  const rows = rowsOf(spans, octets).filter(({ label }) => LEFT_OVER.includes(label));
  if (rows.length === 0) return 'Left over: nothing';
  const places = rows.map(
    ({ start, octets: left }) => `${count(left.length, 'octet')} at ${hexOffset(start)}`,
  );
  return style.warn(`Left over: ${places.join(', ')}`);
}

const LEFT_OVER = [UNREAD, 'trailing octets'];

function problemsLine(problems: readonly ShownProblem[], style: Style): string {
  if (problems.length === 0) return style.good('Problems: none');
  return style.bad(`Problems: ${problems.map(({ code }) => code).join(', ')}`);
}

function secondOpinionLines(opinion: SecondOpinion, style: Style, columns: number): string[] {
  const { decoder, verdict, message, differences } = opinion;
  const words = {
    agrees: `${decoder} reads the same`,
    differs: `${decoder} reads ${differences.length === 1 ? 'one thing' : `${differences.length} things`} otherwise`,
    refuses: `${decoder} refuses the message: ${message}`,
    crashes: `${decoder} fails on the message: ${message}`,
  };
  const paint = verdict === 'agrees' ? style.good : style.warn;
  return [
    style.bold('Second opinion'),
    ...wrapped(printable(words[verdict]), columns).map(paint),
    ...differences.flatMap(({ what, ours, theirs }) => [
      `  ${what}`,
      ...wrapped(`here    ${printable(ours)}`, columns - 4).map((line) => `    ${line}`),
      ...wrapped(`there   ${printable(theirs)}`, columns - 4).map((line) => `    ${line}`),
    ]),
  ];
}
