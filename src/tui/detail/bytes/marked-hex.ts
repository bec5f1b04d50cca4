/**
 * Octets in hex with some of them marked: in brackets, and in the tone of what is chosen. An arrow stands in front of the
 * octet that a pointer points to.
 */

import { span, type Line, type Span } from '../../drawing/styled-line.ts';

export interface Marks {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly pointsTo: number | undefined;
}

const OFFSET_COLUMNS = 5;

/** How many columns a line of so many octets has. */
export function markedHexColumns(perLine: number): number {
  return OFFSET_COLUMNS + 3 * perLine + 1;
}

/** So many lines at most, from that line on. */
export function markedHexLines(
  octets: Uint8Array,
  perLine: number,
  marks: Marks,
  window: { readonly first: number; readonly count: number },
): Line[] {
  const first = window.first * perLine;
  const end = Math.min(octets.length, first + window.count * perLine);
  const lines: Line[] = [];
  for (let from = first; from < end; from += perLine) lines.push(markedLine(octets, from, perLine, marks));
  return lines;
}

function markedLine(octets: Uint8Array, from: number, perLine: number, marks: Marks): Line {
  const to = Math.min(from + perLine, octets.length);
  const start = Math.max(from, marks.start);
  const end = Math.min(to, marks.end);
  const offset = span(`${from.toString(16).padStart(4, '0')} `, 'dim');
  if (start >= end) return [offset, ...cells(octets, from, to, marks)];
  const inside = Array.from(octets.subarray(start, end), hexOf).join(' ');
  // The brackets stand in the gaps between octets, so that nothing moves when another field is chosen.
  return [
    offset,
    ...cells(octets, from, start, marks),
    span(`[${inside}]`, 'chosen'),
    ...cells(octets, end, to, marks, 1),
  ];
}

/** Each octet with the gap in front of it; the first `without` gaps are taken already. */
function cells(octets: Uint8Array, from: number, to: number, { pointsTo }: Marks, without = 0): Span[] {
  const at = pointsTo ?? -1;
  const text = (first: number, last: number, gap: string): string =>
    Array.from(
      octets.subarray(first, last),
      (octet, i) => (first + i < from + without ? '' : gap) + hexOf(octet),
    ).join('');
  if (at < from + without || at >= to) return [span(text(from, to, ' '))];
  return [span(text(from, at, ' ')), span(text(at, at + 1, '→'), 'accent'), span(text(at + 1, to, ' '))];
}

function hexOf(octet: number): string {
  return octet.toString(16).padStart(2, '0');
}
