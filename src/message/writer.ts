/**
 * A growing buffer for one message, with the table of names already written that compression points back to.
 */

import { WireError } from './wire-error.ts';

/** A message carries its length in 16 bits over TCP (RFC 1035 4.2.2), and no UDP datagram is longer. */
const MAXIMUM_OCTETS = 65535;

/** The buffer of the last finished writer, for the next one: most messages are small and written one by one. */
let spare: Uint8Array | undefined;

export class Writer {
  octets: Uint8Array;
  offset = 0;
  /** Where each name (exact case) was first written; undefined where names must not be compressed. */
  readonly names: Map<string, number> | undefined;

  constructor(options: { readonly compress: boolean } = { compress: true }) {
    this.octets = spare ?? new Uint8Array(2048);
    spare = undefined;
    this.names = options.compress ? new Map() : undefined;
  }

  u8(value: number): void {
    if ((value & 0xff) !== value) throw this.outOfRange(value, 0xff);
    this.reserve(1);
    this.octets[this.offset++] = value;
  }

  u16(value: number): void {
    if ((value & 0xffff) !== value) throw this.outOfRange(value, 0xffff);
    this.reserve(2);
    this.octets[this.offset++] = value >>> 8;
    this.octets[this.offset++] = value;
  }

  u32(value: number): void {
    if (value >>> 0 !== value) throw this.outOfRange(value, 0xffffffff);
    this.reserve(4);
    this.octets[this.offset++] = value >>> 24;
    this.octets[this.offset++] = value >>> 16;
    this.octets[this.offset++] = value >>> 8;
    this.octets[this.offset++] = value;
  }

  put(octets: Uint8Array): void {
    this.reserve(octets.length);
    this.octets.set(octets, this.offset);
    this.offset += octets.length;
  }

  /** Writes a 16-bit length in front of what `body` writes. */
  counted16(body: () => void): void {
    const at = this.offset;
    this.u16(0);
    body();
    this.setU16(at, this.offset - at - 2);
  }

  setU16(at: number, value: number): void {
    this.octets[at] = value >>> 8;
    this.octets[at + 1] = value;
  }

  outOfRange(value: number, maximum: number): WireError {
    return new WireError('bad-value', this.offset, `${value} is no whole number from 0 to ${maximum}`);
  }

  finish(): Uint8Array {
    const octets = this.octets.slice(0, this.offset);
    spare = this.octets;
    return octets;
  }

  reserve(count: number): void {
    const needed = this.offset + count;
    if (needed <= this.octets.length) return;
    if (needed > MAXIMUM_OCTETS) {
      throw new WireError('message-too-long', this.offset, `a message has at most ${MAXIMUM_OCTETS} octets`);
    }
    const grown = new Uint8Array(Math.min(MAXIMUM_OCTETS, Math.max(needed, this.octets.length * 2)));
    grown.set(this.octets.subarray(0, this.offset));
    this.octets = grown;
  }
}
