/**
 * The packets of a pcapng file (draft-ietf-opsawg-pcapng): sections of either byte order, each with its
 * interfaces; enhanced, simple and the old packet blocks; all other blocks are passed over.
 */

import { InputError } from './input-error.ts';
import type { Packet } from './packet.ts';
import type { PacketFile } from './pcap-read.ts';

const SECTION_HEADER = 0x0a0d0d0a;
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
const INTERFACE_DESCRIPTION = 1;
const OLD_PACKET = 2;
const SIMPLE_PACKET = 3;
const ENHANCED_PACKET = 6;
/** The type and the length in front, the length again behind. */
const SMALLEST_BLOCK = 12;

interface Interface {
  readonly linkType: number;
  readonly snapLength: number;
  readonly ticksPerSecond: number;
  /** What is to be added to every time, in seconds. */
  readonly offsetSeconds: number;
}

export function isPcapng(octets: Uint8Array): boolean {
  // The type of a section header reads the same in both byte orders.
  return octets.length >= 12 && viewOf(octets).getUint32(0) === SECTION_HEADER;
}

export function readPcapng(octets: Uint8Array): PacketFile {
  if (!isPcapng(octets))
    throw new InputError('this is no pcapng file: it does not begin with a section header block');
  const reader = new BlockReader(octets);
  reader.readAll();
  return reader;
}

class BlockReader implements PacketFile {
  readonly packets: Packet[] = [];
  readonly problems: string[] = [];
  readonly #octets: Uint8Array;
  readonly #view: DataView;
  #isLittleEndian = true;
  #sections = 0;
  #interfaces: Interface[] = [];
  #allInterfaces = 0;

  constructor(octets: Uint8Array) {
    this.#octets = octets;
    this.#view = viewOf(octets);
  }

  get form(): string {
    const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
    return `${counted(this.#sections, 'section')}, ${counted(this.#allInterfaces, 'interface')}`;
  }

  readAll(): void {
    let at = 0;
    while (at < this.#octets.length) {
      const length = this.#readBlock(at);
      if (length === undefined) return;
      at += length;
    }
  }

  /** The length of the block; undefined where nothing behind it can be found. */
  #readBlock(at: number): number | undefined {
    const left = this.#octets.length - at;
    if (left < SMALLEST_BLOCK) return this.#stop(`the file ends inside a block, at octet ${at}`);
    const isSection = this.#view.getUint32(at) === SECTION_HEADER;
    if (isSection && !this.#beginSection(at))
      return this.#stop(`a section without a byte order, at octet ${at}`);
    const type = this.#u32(at);
    const length = this.#u32(at + 4);
    if (length < SMALLEST_BLOCK || length % 4 !== 0)
      return this.#stop(`a block whose length cannot be (${length}), at octet ${at}`);
    const end = at + Math.min(length, left) - (length <= left ? 4 : 0);
    if (type === INTERFACE_DESCRIPTION) this.#readInterface(at + 8, end);
    else if (type === ENHANCED_PACKET) this.#readPacket(at + 8, end, this.#u32IfBefore(at + 8, end));
    else if (type === OLD_PACKET) this.#readPacket(at + 8, end, this.#u16IfBefore(at + 8, end));
    else if (type === SIMPLE_PACKET) this.#readSimplePacket(at + 8, end);
    if (length > left) return this.#stop(`the file ends inside a block, at octet ${at}`);
    if (this.#u32(at + length - 4) !== length)
      this.problems.push(`a block whose two lengths differ, at octet ${at}`);
    return length;
  }

  #beginSection(at: number): boolean {
    const magic = [true, false].find((little) => this.#view.getUint32(at + 8, little) === BYTE_ORDER_MAGIC);
    if (magic === undefined) return false;
    this.#isLittleEndian = magic;
    this.#interfaces = [];
    this.#sections++;
    return true;
  }

  #readInterface(at: number, end: number): void {
    this.#allInterfaces++;
    if (at + 8 > end) {
      this.#interfaces.push({ linkType: -1, snapLength: 0, ticksPerSecond: 1e6, offsetSeconds: 0 });
      this.problems.push('an interface description that is too short');
      return;
    }
    let ticksPerSecond = 1e6;
    let offsetSeconds = 0;
    for (let option = at + 8; option + 4 <= end;) {
      const code = this.#u16(option);
      const length = this.#u16(option + 2);
      const value = option + 4;
      if (code === 0 || value + length > end) break;
      if (code === IF_TSRESOL && length === 1) ticksPerSecond = resolutionOf(this.#octets[value]!);
      if (code === IF_TSOFFSET && length === 8)
        offsetSeconds = Number(this.#view.getBigInt64(value, this.#isLittleEndian));
      option = value + length + ((4 - (length % 4)) % 4);
    }
    const linkType = this.#u16(at);
    this.#interfaces.push({ linkType, snapLength: this.#u32(at + 4), ticksPerSecond, offsetSeconds });
  }

  #readPacket(at: number, end: number, interfaceNumber: number | undefined): void {
    const number = this.packets.length + 1;
    if (interfaceNumber === undefined || at + 20 > end) {
      this.problems.push(`the block of packet ${number} is too short`);
      return;
    }
    const from = this.#interfaceOf(interfaceNumber, number);
    const ticks = this.#u32(at + 4) * 2 ** 32 + this.#u32(at + 8);
    const timeMs = from && (from.offsetSeconds + ticks / from.ticksPerSecond) * 1000;
    this.#push(at + 20, end, this.#u32(at + 12), this.#u32(at + 16), from, timeMs);
  }

  #readSimplePacket(at: number, end: number): void {
    const number = this.packets.length + 1;
    if (at + 4 > end) {
      this.problems.push(`the block of packet ${number} is too short`);
      return;
    }
    const from = this.#interfaceOf(0, number);
    const originalLength = this.#u32(at);
    const length = from?.snapLength ? Math.min(originalLength, from.snapLength) : originalLength;
    this.#push(at + 4, end, length, originalLength, from, undefined);
  }

  #interfaceOf(index: number, packet: number): Interface | undefined {
    const found = this.#interfaces[index];
    if (!found)
      this.problems.push(`packet ${packet} is of interface ${index}, which the section does not describe`);
    return found;
  }

  #push(
    start: number,
    end: number,
    length: number,
    originalLength: number,
    from: Interface | undefined,
    timeMs: number | undefined,
  ): void {
    const number = this.packets.length + 1;
    if (start + length > end)
      this.problems.push(`packet ${number} says ${length} octets, its block has ${end - start}`);
    const octets = this.#octets.subarray(start, Math.min(start + length, end));
    this.packets.push({ number, linkType: from?.linkType ?? -1, octets, originalLength, timeMs });
  }

  #stop(problem: string): undefined {
    this.problems.push(problem);
    return undefined;
  }

  #u16(at: number): number {
    return this.#view.getUint16(at, this.#isLittleEndian);
  }

  #u32(at: number): number {
    return this.#view.getUint32(at, this.#isLittleEndian);
  }

  #u16IfBefore(at: number, end: number): number | undefined {
    return at + 2 <= end ? this.#u16(at) : undefined;
  }

  #u32IfBefore(at: number, end: number): number | undefined {
    return at + 4 <= end ? this.#u32(at) : undefined;
  }
}

const IF_TSRESOL = 9;
const IF_TSOFFSET = 14;

/** A negative power of ten or, with the top bit, of two. */
function resolutionOf(octet: number): number {
  return (octet & 0x80) === 0 ? 10 ** octet : 2 ** (octet & 0x7f);
}

function viewOf(octets: Uint8Array): DataView {
  return new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
}
