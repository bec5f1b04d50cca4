/**
 * A cursor over the octets of one message. `end` is the limit of what is being read now (the message, or the RDATA
 * of one record); compression pointers may still look anywhere before them.
 */

import type { SpanRecorder } from './spans.ts';
import { WireError } from './wire-error.ts';

export class Reader {
  readonly octets: Uint8Array;
  offset: number;
  end: number;
  /** Names already read, by the offset where they start: most names of a response are pointers to them. */
  readonly names: Map<number, string> = new Map();
  readonly recorder: SpanRecorder | undefined;

  constructor(octets: Uint8Array, recorder?: SpanRecorder) {
    // A Buffer becomes what it extends, so that values are the same whoever received the octets.
    this.octets =
      octets.constructor === Uint8Array
        ? octets
        : new Uint8Array(octets.buffer, octets.byteOffset, octets.length);
    this.offset = 0;
    this.end = octets.length;
    this.recorder = recorder;
  }

  get remaining(): number {
    return this.end - this.offset;
  }

  u8(): number {
    const at = this.offset;
    if (at + 1 > this.end) throw this.truncated(1);
    this.offset = at + 1;
    return this.octets[at]!;
  }

  u16(): number {
    const at = this.offset;
    if (at + 2 > this.end) throw this.truncated(2);
    this.offset = at + 2;
    return (this.octets[at]! << 8) | this.octets[at + 1]!;
  }

  u32(): number {
    const at = this.offset;
    if (at + 4 > this.end) throw this.truncated(4);
    this.offset = at + 4;
    const octets = this.octets;
    return octets[at]! * 0x1000000 + ((octets[at + 1]! << 16) | (octets[at + 2]! << 8) | octets[at + 3]!);
  }

  /** Moves past `count` octets and gives the place where they start. */
  skip(count: number): number {
    const at = this.offset;
    if (at + count > this.end) throw this.truncated(count);
    this.offset = at + count;
    return at;
  }

  /** The next `count` octets, as a view of the message (not a copy). */
  take(count: number): Uint8Array {
    const at = this.offset;
    if (at + count > this.end) throw this.truncated(count);
    this.offset = at + count;
    return this.octets.subarray(at, at + count);
  }

  rest(): Uint8Array {
    return this.take(this.end - this.offset);
  }

  truncated(wanted: number): WireError {
    const has = this.end - this.offset;
    const what = `${wanted} more octet${wanted === 1 ? '' : 's'} wanted, ${has} left`;
    return this.end < this.octets.length
      ? new WireError('rdata-overrun', this.offset, `the record's data ends early: ${what}`)
      : new WireError('truncated', this.offset, `the message ends early: ${what}`);
  }
}
