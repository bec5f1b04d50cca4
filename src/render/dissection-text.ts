/**
 * A dissection for people: octets with their offsets on the left, what they are on the right, problems where they stand,
 * what is left over, and the message as zone-file lines at the end.
 */

import { className, typeName } from '../message/codes.ts';
import { printHex } from '../message/hex.ts';
import { printMessage } from '../message/message-text.ts';
import { printable } from '../message/printable-text.ts';
import type { DissectedMessage, SecondOpinion, ShownProblem } from './dissection.ts';
import { layersText } from './dissection-layers-text.ts';
import { hexOffset, rowsOf, type Row } from './dissection-rows.ts';
import { wrapped } from './dissection-wrap.ts';
import type { Style } from './style.ts';

export function dissectionText(dissected: DissectedMessage, style: Style, columns: number): string {
  const { message, secondOpinion, layers, problems } = dissected;
  const parts = [
    titleLines(dissected, style, columns),
    rowLines(dissected, style, columns),
    [leftOverLine(dissected, style), problemsLine(problems, style)],
  ];
  if (layers.length > 0) parts.push(layersText(layers, style, columns));
  if (secondOpinion) parts.push(secondOpinionLines(secondOpinion, style, columns));
  if (message) parts.push([style.bold('As zone-file lines'), ...printMessage(message)]);
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What `--format short` prints. */
export function dissectionShort({ message, octets }: DissectedMessage): string {
  if (!message) return `; no message: ${octets.length} octets\n`;
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
    style.bold(`${what} of ${octets.length} octets${asked}`),
    ...wrapped(printable(why === '' ? kind : `${kind}: ${why}`), columns).map(style.dim),
    ...(travel === '' ? [] : wrapped(printable(travel), columns).map(style.dim)),
    ...source.problems.flatMap((problem) => wrapped(printable(problem), columns).map(style.warn)),
  ];
}

interface Columns {
  readonly offset: number;
  /** Octets on one line. */
  readonly octets: number;
  readonly hex: number;
  readonly text: number;
}

/** `1... .... .... ....` must fit into the hex column. */
const NARROWEST_HEX = 19;

function columnsOf(columns: number, octets: number): Columns {
  const offset = hexOffset(Math.max(0, octets - 1)).length;
  const perLine = columns >= 132 ? 16 : columns >= 100 ? 8 : 6;
  const hex = Math.max(NARROWEST_HEX, perLine * 3 - 1);
  return { offset, octets: perLine, hex, text: Math.max(30, columns - offset - hex - 4) };
}

function rowLines({ spans, octets, problems }: DissectedMessage, style: Style, columns: number): string[] {
  const widths = columnsOf(columns, octets.length);
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

const LABEL_COLUMNS = 12;

function linesOfRow(row: Row, style: Style, widths: Columns): string[] {
  const indent = '  '.repeat(row.depth);
  const label = row.label.padEnd(LABEL_COLUMNS - (row.depth > 3 ? 2 : 0));
  const hang = Math.min(indent.length + label.length + 1, Math.floor(widths.text / 2));
  const paint = row.isHeading ? style.bold : style.name;
  const right = describe(row, widths.text - hang, style);
  const [first = '', ...more] = right;
  const head = `${indent}${(row.isHeading ? style.bold : (text: string): string => text)(label)}`;
  const overflows = indent.length + label.length + 1 > hang;
  const text = overflows
    ? [head, ...right.map((line) => ' '.repeat(hang) + line)]
    : [`${head} ${first}`, ...more.map((line) => ' '.repeat(hang) + line)];
  void paint;
  return beside(row, text, style, widths);
}

/** The value, and behind it, where there is room, or below it what it means and which RFC says so. */
function describe({ value, means, rfc, isHeading }: Row, columns: number, style: Style): string[] {
  const about = rfc === '' ? means : `${means}${means === '' ? '' : ', '}${rfc}`;
  const values = value === '' ? [] : wrapped(value, columns);
  const paint = isHeading ? style.bold : style.name;
  const last = values.at(-1) ?? '';
  if (about !== '' && values.length > 0 && last.length + 2 + about.length <= columns) {
    return [...values.slice(0, -1).map(paint), `${paint(last)}  ${style.dim(about)}`];
  }
  return [...values.map(paint), ...(about === '' ? [] : wrapped(about, columns).map(style.dim))];
}

/** The octets on the left, as many lines as they need, and the text on the right, as many as it needs. */
function beside(row: Row, text: readonly string[], style: Style, widths: Columns): string[] {
  const left: string[] = row.drawing === '' ? [] : [row.drawing];
  for (let at = 0; at < row.octets.length; at += widths.octets) {
    left.push(printHex(row.octets.subarray(at, at + widths.octets), ' '));
  }
  const lines: string[] = [];
  for (let i = 0; i < Math.max(left.length, text.length); i++) {
    const hasOffset = row.drawing === '' && (i < left.length || i === 0);
    const offset = hasOffset ? hexOffset(row.start + i * widths.octets) : '';
    const octets = (left[i] ?? '').padEnd(widths.hex);
    lines.push(`${style.dim(offset.padStart(widths.offset))}  ${octets}  ${text[i] ?? ''}`.trimEnd());
  }
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
  const places = rows.map(({ start, octets: left }) => `${left.length} octets at ${hexOffset(start)}`);
  return style.warn(`Left over: ${places.join(', ')}`);
}

const LEFT_OVER = ['unread', 'trailing octets'];

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
