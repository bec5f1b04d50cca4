/**
 * What stands under the octets: the octet that is looked at in each notation, the bits or the jumps of the chosen field,
 * what is wrong with it, what it means and who says so.
 */

import { hexOffset } from '../../../render/dissection-rows.ts';
import { cutLine, fitLine, hanging, lineOf, span, type Line } from '../../drawing/styled-line.ts';
import { counted } from '../../drawing/units.ts';
import { bitLines } from './bit-row.ts';
import type { Field, Fields } from './byte-fields.ts';
import type { PointerChain } from './pointer-chain.ts';

export interface AboutRoom {
  readonly columns: number;
  readonly rows: number;
}

export function aboutLines(
  { list, octets }: Fields,
  { field, octet }: { readonly field: number; readonly octet: number },
  chain: PointerChain,
  { columns, rows }: AboutRoom,
): Line[] {
  const chosen = list[field]!;
  const isEmpty = chosen.span.start === chosen.span.end;
  const lines = [
    cutLine(lineOf(isEmpty ? 'no octet: the field is empty' : octetText(octets, octet), 'accent'), columns),
    ...bitLines(list, field, octets, { columns, rows: rows >= 5 ? 2 : 1 }),
    ...(chain.targets.length === 0 ? [] : hanging('', chainText(chosen, chain), columns, 'accent')),
    ...chosen.problems.flatMap((text) => hanging('✗ ', text, columns, 'bad')),
    ...hanging('', fieldText(chosen), columns),
  ];
  const cut =
    lines.length > rows
      ? [...lines.slice(0, rows - 1), fitLine([...lines[rows - 1]!, span(' …', 'dim')], columns)]
      : lines;
  return [...cut, ...Array.from({ length: rows - cut.length }, () => [])];
}

/** `octet 0x2b (43): hex c0, decimal 192, binary 1100 0000`, and the character where it is one. */
export function octetText(octets: Uint8Array, offset: number): string {
  const octet = octets[offset]!;
  const binary = octet.toString(2).padStart(8, '0');
  const character =
    octet > 0x20 && octet < 0x7f
      ? `character "${String.fromCharCode(octet)}"`
      : (NAMES[octet] ?? 'no character');
  return [
    `octet ${hexOffset(offset)} (${offset})`,
    `hex ${octet.toString(16).padStart(2, '0')}`,
    `decimal ${octet}`,
    `binary ${binary.slice(0, 4)} ${binary.slice(4)}`,
    character,
  ].join('  ');
}

const NAMES: Readonly<Record<number, string>> = { 0x20: 'a space' };

/** `0x2b → 0x10 → 0x0c, 2 jumps: www.example.com.` */
function chainText({ value, span: { end, pointsTo } }: Field, { targets }: PointerChain): string {
  const path = [end - POINTER_OCTETS, ...targets].map(hexOffset).join(' → ');
  const name = pointsTo === undefined ? value : value.split(' ').slice(3).join(' ');
  return `pointer ${path}, ${counted(targets.length, 'jump')}: ${name}; Enter: there, Backspace: back`;
}

/** A name ends with its pointer. */
const POINTER_OCTETS = 2;

function fieldText({ label, value, means, source, span: { start, end, bits, pointsTo } }: Field): string {
  const place = bits
    ? `${hexOffset(start)}, ${bits[0] === bits[1] ? `bit ${bits[0]}` : `bits ${bits[0]} to ${bits[1]}`}`
    : `${hexOffset(start)}, ${counted(end - start, 'octet')}`;
  // Where a pointer leads stands above.
  const told = pointsTo === undefined ? value : '';
  return [label, place, told, means.replace(/\.$/, ''), source].filter((text) => text !== '').join(' · ');
}
