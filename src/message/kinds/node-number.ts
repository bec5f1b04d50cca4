/**
 * The number of a node of the Bundle Protocol: 64 bits, in zone text one decimal number or its two halves with a dot
 * between (draft-johnson-dns-ipn-cla-07 3.1). The value is the one decimal number as text: it may exceed what a number
 * can hold.
 */

import { ScanError } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import type { Kind } from './kind.ts';

const HALF = 0x100000000n;

export const nodeNumber: Kind<string> = {
  title: '64-bit number',
  octets: 8,
  read: (reader) => String(BigInt(reader.u32()) * HALF + BigInt(reader.u32())),
  write: (writer, text) => {
    const value = valueOf(text);
    if (value === undefined) throw new WireError('bad-value', writer.offset, `"${text}" is no 64-bit number`);
    writer.u32(Number(value / HALF));
    writer.u32(Number(value % HALF));
  },
  print: (text) => text,
  scan: (tokens) => {
    const token = tokens.next('a node number');
    const value = valueOf(token.text);
    if (value === undefined) throw new ScanError(`"${token.text}" is no 64-bit number`, token);
    return String(value);
  },
};

function valueOf(text: string): bigint | undefined {
  const halves = /^(\d{1,10})\.(\d{1,10})$/.exec(text);
  if (halves) {
    const [upper, lower] = [BigInt(halves[1]!), BigInt(halves[2]!)];
    return upper < HALF && lower < HALF ? upper * HALF + lower : undefined;
  }
  if (!/^\d{1,20}$/.test(text)) return undefined;
  const value = BigInt(text);
  return value < HALF * HALF ? value : undefined;
}
