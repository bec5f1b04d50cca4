/**
 * Octets as a hex dump: the offset, sixteen octets or fewer, and the same as printable ASCII.
 */

import { printHex } from '../../message/hex.ts';
import { span, type Line } from '../drawing/styled-line.ts';

/** How many octets a line may have, the most that there is room for first. */
const OCTETS_A_LINE = [16, 8, 4] as const;

export function hexLines(octets: Uint8Array, columns = Infinity): Line[] {
  const perLine = OCTETS_A_LINE.find((count) => lineColumns(count) <= columns) ?? 4;
  const lines: Line[] = [];
  for (let offset = 0; offset < octets.length; offset += perLine) {
    const row = octets.subarray(offset, offset + perLine);
    const halves = [row.subarray(0, perLine / 2), row.subarray(perLine / 2)].map((half) =>
      printHex(half, ' '),
    );
    const hex = halves.join('  ').padEnd(3 * perLine);
    lines.push([
      span(`  ${offset.toString(16).padStart(4, '0')}  `, 'dim'),
      span(`${hex}  `),
      span(`|${Array.from(row, printableOctet).join('')}|`, 'dim'),
    ]);
  }
  return lines;
}

/** Offset and octets: two digits each, a space between two and one more in the middle; and once more as ASCII. */
function lineColumns(perLine: number): number {
  return 8 + 3 * perLine + 2 + perLine + 2;
}

function printableOctet(octet: number): string {
  return octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '.';
}
