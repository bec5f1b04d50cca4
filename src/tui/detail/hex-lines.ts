/**
 * Octets as a hex dump: the offset, sixteen octets, and the same as printable ASCII.
 */

import { printHex } from '../../message/hex.ts';
import { span, type Line } from '../drawing/styled-line.ts';

const OCTETS_A_LINE = 16;
/** Two digits an octet, a space between two, and one more in the middle. */
const HEX_COLUMNS = 3 * OCTETS_A_LINE;

export function hexLines(octets: Uint8Array): Line[] {
  const lines: Line[] = [];
  for (let offset = 0; offset < octets.length; offset += OCTETS_A_LINE) {
    const row = octets.subarray(offset, offset + OCTETS_A_LINE);
    const halves = [row.subarray(0, 8), row.subarray(8)].map((half) => printHex(half, ' '));
    const hex = halves.join('  ').padEnd(HEX_COLUMNS);
    lines.push([
      span(`  ${offset.toString(16).padStart(4, '0')}  `, 'dim'),
      span(`${hex}  `),
      span(`|${Array.from(row, printableOctet).join('')}|`, 'dim'),
    ]);
  }
  return lines;
}

function printableOctet(octet: number): string {
  return octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '.';
}
