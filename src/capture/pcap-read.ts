/**
 * The packets of a pcap file, of either byte order, with times in micro- or nanoseconds
 * (draft-ietf-opsawg-pcap). A file that ends early gives what it has, and a problem.
 */

import { InputError } from './input-error.ts';
import type { Packet } from './packet.ts';

export interface PacketFile {
  readonly packets: readonly Packet[];
  readonly problems: readonly string[];
  /** The form in words: `little-endian, microseconds`. */
  readonly form: string;
}

interface Form {
  readonly isLittleEndian: boolean;
  readonly ticksPerSecond: number;
  readonly recordHeader: number;
}

const FILE_HEADER = 24;
const RECORD_HEADER = 16;

/**
 * The magic numbers in the byte order of the file: usual, nanoseconds, and a variant of old Linux with larger
 * records.
 */
const MAGICS: ReadonlyMap<number, Omit<Form, 'isLittleEndian'>> = new Map([
  [0xa1b2c3d4, { ticksPerSecond: 1e6, recordHeader: RECORD_HEADER }],
  [0xa1b23c4d, { ticksPerSecond: 1e9, recordHeader: RECORD_HEADER }],
  [0xa1b2cd34, { ticksPerSecond: 1e6, recordHeader: 24 }],
]);

export function isPcap(octets: Uint8Array): boolean {
  return formOf(octets) !== undefined;
}

export function readPcap(octets: Uint8Array): PacketFile {
  const form = formOf(octets);
  if (!form) throw new InputError('this is no pcap file: it does not begin with the magic number of one');
  if (octets.length < FILE_HEADER) throw new InputError('the pcap file ends inside its header');
  const view = viewOf(octets);
  const { isLittleEndian, ticksPerSecond, recordHeader } = form;
  // The upper bits may say how long the check sequence of each frame is.
  const linkType = view.getUint32(20, isLittleEndian) & 0xffff;
  const packets: Packet[] = [];
  const problems: string[] = [];
  let at = FILE_HEADER;
  while (at + recordHeader <= octets.length) {
    const number = packets.length + 1;
    const seconds = view.getUint32(at, isLittleEndian);
    const ticks = view.getUint32(at + 4, isLittleEndian);
    const length = view.getUint32(at + 8, isLittleEndian);
    const originalLength = view.getUint32(at + 12, isLittleEndian);
    const start = at + recordHeader;
    const end = Math.min(start + length, octets.length);
    const timeMs = seconds * 1000 + (ticks / ticksPerSecond) * 1000;
    packets.push({ number, linkType, octets: octets.subarray(start, end), originalLength, timeMs });
    if (start + length > octets.length)
      problems.push(`the file ends inside packet ${number}: ${end - start} of ${length} octets are there`);
    at = end;
  }
  if (at < octets.length && problems.length === 0)
    problems.push(`the file ends inside the header of packet ${packets.length + 1}`);
  const order = isLittleEndian ? 'little-endian' : 'big-endian';
  const unit = ticksPerSecond === 1e9 ? 'nanoseconds' : 'microseconds';
  return { packets, problems, form: `${order}, ${unit}` };
}

function formOf(octets: Uint8Array): Form | undefined {
  if (octets.length < 4) return undefined;
  const view = viewOf(octets);
  for (const isLittleEndian of [true, false]) {
    const form = MAGICS.get(view.getUint32(0, isLittleEndian));
    if (form) return { ...form, isLittleEndian };
  }
  return undefined;
}

function viewOf(octets: Uint8Array): DataView {
  return new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
}
