/**
 * Sets of record types as bit maps in windows of 256 (RFC 4034 4.1.2, RFC 5155 3.2.1), up to the end of the RDATA. The
 * value is the list of types in ascending order.
 */

import type { Reader } from '../reader.ts';
import { typeName } from '../type-names.ts';
import { WireError } from '../wire-error.ts';
import type { Writer } from '../writer.ts';
import { u8 } from './integers.ts';
import { field, partsOf, type Kind } from './kind.ts';
import { readPart } from './part.ts';
import { scanType } from './type-code.ts';

const RFC = 'RFC 4034 4.1.2';
const WINDOW = field('window', u8, 'the upper eight bits of the types in this block');
const LENGTH = field('length', u8, 'octets of bit map that follow: 1 to 32');
const BITS = { name: 'bitmap', meaning: 'a bit for each type that exists, from the left' };

export const typeBitmaps: Kind<readonly number[]> = {
  title: 'bit maps of types',
  parts: [...partsOf([WINDOW, LENGTH]), BITS],
  read: (reader) => {
    const types: number[] = [];
    let last = -1;
    while (reader.offset < reader.end) {
      reader.recorder?.open('block', reader.offset);
      last = readBlock(reader, last, types);
      reader.recorder?.close(reader.offset, { means: 'the types of one window', rfc: RFC, print: () => '' });
    }
    return types;
  },
  write: (writer, types) => {
    const sorted = sortedTypes(types);
    for (let at = 0; at < sorted.length;) {
      const window = sorted[at]! >> 8;
      let end = at;
      while (end < sorted.length && sorted[end]! >> 8 === window) end++;
      writer.u8(window);
      writeBits(
        writer,
        sorted.slice(at, end).map((type) => type & 0xff),
      );
      at = end;
    }
  },
  print: (types) => types.map(typeName).join(' '),
  scan: (tokens) => {
    const types: number[] = [];
    while (!tokens.done) types.push(scanType(tokens));
    return sortedTypes(types);
  },
};

/** Reads one window and gives its number. */
function readBlock(reader: Reader, last: number, types: number[]): number {
  const at = reader.offset;
  const window = readPart(reader, WINDOW, RFC);
  if (window <= last) throw new WireError('bad-value', at, `windows of a bit map out of order (${RFC})`);
  const length = readPart(reader, LENGTH, RFC);
  if (length < 1 || length > 32)
    throw new WireError('bad-value', at + 1, `${length} octets of bit map: 1 to 32 (${RFC})`);
  const start = reader.offset;
  const bits = reader.take(length);
  // RFC 4034 4.1.2: trailing zero octets must be left out; one kept would be lost in the list of types.
  if (bits[length - 1] === 0)
    throw new WireError('bad-value', reader.offset - 1, `a zero octet ends a bit map (${RFC})`);
  const found = typesOf(bits, window << 8);
  types.push(...found);
  const print = (): string => found.map(typeName).join(' ');
  reader.recorder?.leaf('bitmap', start, reader.offset, { means: BITS.meaning, rfc: RFC, print });
  return window;
}

/** The numbers of the bits that are set, the leftmost being `first`. */
export function typesOf(bits: Uint8Array, first: number): number[] {
  const types: number[] = [];
  for (let i = 0; i < bits.length * 8; i++) if (bits[i >> 3]! & (0x80 >> (i & 7))) types.push(first + i);
  return types;
}

/** The octets with these bits set, without trailing zeros. */
export function bitsOf(numbers: readonly number[]): Uint8Array {
  const highest = numbers.at(-1);
  const bits = new Uint8Array(highest === undefined ? 0 : (highest >> 3) + 1);
  for (const number of numbers) bits[number >> 3]! |= 0x80 >> (number & 7);
  return bits;
}

function writeBits(writer: Writer, numbers: readonly number[]): void {
  const bits = bitsOf(numbers);
  writer.u8(bits.length);
  writer.put(bits);
}

function sortedTypes(types: readonly number[]): number[] {
  return [...new Set(types)].toSorted((a, b) => a - b);
}
