/**
 * Frames and files as other programs make them, built octet by octet: what our own writer has no need to
 * write.
 */

import { checksumOf } from '../../src/capture/checksum.ts';
import { joined, put16, put32, u16 } from '../../src/capture/octets.ts';
import { LINKTYPE, type Packet } from '../../src/capture/packet.ts';
import { wrapMessage } from '../../src/capture/wrap.ts';
import type { Wrapping } from '../../src/capture/wrap-packet.ts';
import { scanHex } from '../../src/message/hex.ts';
import { encodeQuery, PLAIN_EDNS } from '../../src/message/query-message.ts';

export function hex(text: string): Uint8Array {
  return scanHex(text.replaceAll(/\s/g, ''))!;
}

export function query(name = 'www.example.com.', id = 0x1234): Uint8Array {
  return encodeQuery({ name, type: 1, class: 1 }, { id, recursionDesired: true, edns: PLAIN_EDNS });
}

export const V4: Wrapping = {
  source: { address: '192.0.2.1', port: 50_000 },
  destination: { address: '192.0.2.53', port: 53 },
  transport: 'udp',
  link: 'raw',
};
export const V6: Wrapping = {
  ...V4,
  source: { address: '2001:db8::1', port: 50_000 },
  destination: { address: '2001:db8::53', port: 53 },
};

/** The Internet packets of a message. */
export function internetPackets(octets: Uint8Array, wrapping: Wrapping = V4): Uint8Array[] {
  return wrapMessage(octets, { ...wrapping, link: 'raw' }).map((frame) => frame.octets);
}

export function packetsOf(frames: readonly Uint8Array[], linkType: number = LINKTYPE.raw): Packet[] {
  return frames.map((octets, i) => {
    return { number: i + 1, linkType, octets, originalLength: octets.length, timeMs: i * 1000 };
  });
}

/** An IPv4 packet cut up as a router does it. */
export function ipv4Fragments(packet: Uint8Array, size: number, id = 7): Uint8Array[] {
  const payload = packet.subarray(20);
  const fragments: Uint8Array[] = [];
  for (let at = 0; at < payload.length; at += size) {
    const content = payload.subarray(at, at + size);
    const header = packet.slice(0, 20);
    put16(header, 2, 20 + content.length);
    put16(header, 4, id);
    put16(header, 6, (at / 8) | (at + content.length < payload.length ? 0x2000 : 0));
    put16(header, 10, 0);
    put16(header, 10, checksumOf(header));
    fragments.push(joined([header, content]));
  }
  return fragments;
}

/** An IPv6 packet cut up as its sender does it; `extensions` are part of what is cut up. */
export function ipv6Fragments(
  packet: Uint8Array,
  size: number,
  extensions: Uint8Array = new Uint8Array(0),
): Uint8Array[] {
  const first = extensions.length > 0 ? 60 : packet[6]!;
  const payload = joined([extensions, packet.subarray(40)]);
  const fragments: Uint8Array[] = [];
  for (let at = 0; at < payload.length; at += size) {
    const content = payload.subarray(at, at + size);
    const header = packet.slice(0, 40);
    put16(header, 4, 8 + content.length);
    header[6] = 44;
    const extension = new Uint8Array(8);
    extension[0] = first;
    put16(extension, 2, at | (at + content.length < payload.length ? 1 : 0));
    put32(extension, 4, 0xabcdef01);
    fragments.push(joined([header, extension, content]));
  }
  return fragments;
}

/** The same packet with headers between IPv6 and UDP. */
export function withExtensions(packet: Uint8Array, first: number, extensions: Uint8Array): Uint8Array {
  const header = packet.slice(0, 40);
  header[6] = first;
  put16(header, 4, u16(packet, 4) + extensions.length);
  return joined([header, extensions, packet.subarray(40)]);
}

interface FileForm {
  readonly littleEndian: boolean;
  readonly magic?: number;
  readonly ticksPerSecond?: number;
}

export function pcapFile(
  packets: readonly Packet[],
  { littleEndian, magic = 0xa1b2c3d4, ticksPerSecond = 1e6 }: FileForm,
): Uint8Array {
  const linkType = packets[0]!.linkType;
  const header = numbers(littleEndian, [
    magic,
    littleEndian ? 0x00040002 : 0x00020004,
    0,
    0,
    65_535,
    linkType,
  ]);
  const records = packets.flatMap(({ octets, originalLength, timeMs = 0 }) => {
    const seconds = Math.floor(timeMs / 1000);
    const ticks = Math.round(((timeMs % 1000) / 1000) * ticksPerSecond);
    return [numbers(littleEndian, [seconds, ticks, octets.length, originalLength]), octets];
  });
  return joined([header, ...records]);
}

export function pcapngBlock(littleEndian: boolean, type: number, content: Uint8Array): Uint8Array {
  const padding = new Uint8Array((4 - (content.length % 4)) % 4);
  const length = content.length + padding.length + 12;
  const head = numbers(littleEndian, [type, length]);
  return joined([head, content, padding, numbers(littleEndian, [length])]);
}

export function pcapngSection(littleEndian: boolean): Uint8Array {
  const version = littleEndian ? 0x00000001 : 0x00010000;
  const content = numbers(littleEndian, [0x1a2b3c4d, version, 0xffffffff, 0xffffffff]);
  return pcapngBlock(littleEndian, 0x0a0d0d0a, content);
}

export function numbers(littleEndian: boolean, values: readonly number[]): Uint8Array {
  const octets = new Uint8Array(values.length * 4);
  const view = new DataView(octets.buffer);
  for (const [i, value] of values.entries()) view.setUint32(i * 4, value, littleEndian);
  return octets;
}
