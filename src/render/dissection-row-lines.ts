/**
 * One row of a dissection as lines: the offset, the octets or a drawing of bits, and beside them the field, its value and
 * what it means. All octets are shown, on as many lines as they need.
 */

import { printHex } from '../message/hex.ts';
import { hexOffset, type Row } from './dissection-rows.ts';
import { wrapped } from './dissection-wrap.ts';
import type { Style } from './style.ts';

export interface Columns {
  readonly offset: number;
  /** Octets on one line. */
  readonly octets: number;
  readonly hex: number;
  readonly text: number;
}

/** `1... .... .... ....` must fit into the hex column. */
const NARROWEST_HEX = 19;
const NARROWEST_TEXT = 30;
const SIXTEEN_BITS = /\S{4}(?: \S{4}){0,3}/g;
const LABEL = 12;
/** Deep down, room for values is worth more than a straight edge. */
const DEEP = 3;

/** How the width is shared out for a message or frame of so many octets. */
export function columnsFor(columns: number, octets: number): Columns {
  const offset = hexOffset(Math.max(0, octets - 1)).length;
  const perLine = columns >= 132 ? 16 : columns >= 100 ? 8 : 6;
  const hex = Math.max(NARROWEST_HEX, perLine * 3 - 1);
  return { offset, octets: perLine, hex, text: Math.max(NARROWEST_TEXT, columns - offset - hex - 4) };
}

export function linesOfRow(row: Row, style: Style, widths: Columns): string[] {
  const indent = '  '.repeat(row.depth);
  const label = row.label.padEnd(row.depth > DEEP ? LABEL - 2 : LABEL);
  const width = indent.length + label.length + 1;
  const hang = Math.min(width, Math.floor(widths.text / 2));
  const head = `${indent}${row.isHeading ? style.bold(label) : label}`;
  const [first = '', ...more] = described(row, widths.text - hang, style);
  const below = (width > hang ? [first, ...more] : more).map((line) => ' '.repeat(hang) + line);
  return beside(row, [width > hang ? head : `${head} ${first}`, ...below], style, widths);
}

/** The value, and behind it, where there is room, or below it what it means and which RFC says so. */
function described({ value, means, rfc, isHeading }: Row, columns: number, style: Style): string[] {
  const about = [means.replace(/\.$/, ''), rfc].filter(Boolean).join(', ');
  const paint = isHeading ? style.bold : style.name;
  const values = value === '' ? [] : wrapped(value, columns);
  const last = values.at(-1) ?? '';
  if (about !== '' && values.length > 0 && last.length + 2 + about.length <= columns) {
    return [...values.slice(0, -1).map(paint), `${paint(last)}  ${style.dim(about)}`];
  }
  return [...values.map(paint), ...(about === '' ? [] : wrapped(about, columns).map(style.dim))];
}

function beside(row: Row, text: readonly string[], style: Style, widths: Columns): string[] {
  const left: string[] = row.drawing.match(SIXTEEN_BITS) ?? [];
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
