/**
 * The bits of flags as a row: each by name, its bits below it, the chosen one in brackets. For the flags of the header
 * (RFC 1035 4.1.1, RFC 4035 3.1.6), of EDNS (RFC 6891 6.1.4), and of any other field that is made of bits.
 */

import type { Span } from '../../../message/spans.ts';
import { cutLine, lineWidth, span, type Line, type Tone } from '../../drawing/styled-line.ts';
import { displayWidth, padEnd } from '../../drawing/text-width.ts';
import { printable } from '../../../message/printable-text.ts';
import type { Field } from './byte-fields.ts';

/** In two lines, or in one where there is no room; nothing where the chosen field is not made of bits. */
export function bitLines(
  list: readonly Field[],
  place: number,
  octets: Uint8Array,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Line[] {
  const bits = bitsAround(list, place);
  if (bits.length === 0 || rows < 1) return [];
  const cells = bits.map((each) => cellOf(each, each === list[place]?.span, octets));
  const wide = cells.map(({ name, digits, tone }) => {
    const width = Math.max(displayWidth(name), digits.length) + 1;
    return { tone, above: padEnd(name, width), below: padEnd(digits, width) };
  });
  const pair: Line[] = [
    wide.map(({ above, tone }) => span(above, tone)),
    wide.map(({ below, tone }) => span(below, tone)),
  ];
  if (rows >= 2 && lineWidth(pair[0]!) <= columns) return pair;
  const names = cells.map(({ name, digits, tone }) => span(`${name.trim()}=${digits.trim()} `, tone));
  return [cutLine(names, columns)];
}

/** Those that share their octets with the chosen bits, or that the chosen field is made of. */
function bitsAround(list: readonly Field[], place: number): readonly Span[] {
  const field = list[place];
  if (!field) return [];
  if (field.span.bits) {
    const { start, end } = field.span;
    const isBeside = ({ span: other }: Field): boolean =>
      other.bits !== undefined && other.start === start && other.end === end;
    let first = place;
    while (first > 0 && isBeside(list[first - 1]!)) first--;
    let last = place;
    while (last + 1 < list.length && isBeside(list[last + 1]!)) last++;
    return list.slice(first, last + 1).map((each) => each.span);
  }
  const { children } = field.span;
  return children.every(({ bits }) => bits !== undefined) ? children : [];
}

function cellOf(
  { label, start, bits }: Span,
  isChosen: boolean,
  octets: Uint8Array,
): { name: string; digits: string; tone: Tone } {
  let digits = '';
  for (let bit = bits![0]; bit <= bits![1]; bit++)
    digits += ((octets[start + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) === 0 ? '0' : '1';
  const name = printable(label);
  if (isChosen) return { name: `[${name}]`, digits: `[${digits}]`, tone: 'chosen' };
  return { name: ` ${name} `, digits: ` ${digits} `, tone: digits.includes('1') ? 'strong' : 'dim' };
}
