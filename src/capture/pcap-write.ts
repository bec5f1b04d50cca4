/**
 * Packets as a pcap file (draft-ietf-opsawg-pcap), little-endian with microseconds, or as a pcapng file
 * (draft-ietf-opsawg-pcapng) with an interface for each link type.
 */

import { joined } from './octets.ts';
import { LINKTYPE } from './packet.ts';

/** A frame to be written. */
export interface Frame {
  readonly octets: Uint8Array;
  readonly linkType: number;
  /** Milliseconds since 1970. */
  readonly timeMs: number;
  /** What there is to say about it; only pcapng has room for that. */
  readonly comment?: string;
}

/** What tcpdump and Wireshark write: more than any packet has. */
const SNAP_LENGTH = 262_144;

/** All frames of one pcap file have the link type of the first; for others there is pcapng. */
export function writePcap(frames: readonly Frame[]): Uint8Array {
  const linkType = frames[0]?.linkType ?? LINKTYPE.raw;
  const header = words([0xa1b2c3d4, 2 | (4 << 16), 0, 0, SNAP_LENGTH, linkType]);
  const records = frames.flatMap(({ octets, timeMs }) => {
    const micros = microsOf(timeMs);
    const seconds = Math.floor(micros / 1e6);
    return [words([seconds, micros - seconds * 1e6, octets.length, octets.length]), octets];
  });
  return joined([header, ...records]);
}

export function writePcapng(frames: readonly Frame[]): Uint8Array {
  const linkTypes = [...new Set(frames.map(({ linkType }) => linkType))];
  // The length of the section is not known: minus one.
  const section = block(0x0a0d0d0a, [words([0x1a2b3c4d, 1, 0xffffffff, 0xffffffff])]);
  const interfaces = linkTypes.map((linkType) => block(1, [words([linkType, SNAP_LENGTH])]));
  const packets = frames.map(({ octets, linkType, timeMs, comment }) => {
    const micros = microsOf(timeMs);
    const high = Math.floor(micros / 2 ** 32);
    const fields = words([
      linkTypes.indexOf(linkType),
      high,
      micros - high * 2 ** 32,
      octets.length,
      octets.length,
    ]);
    return block(6, [fields, padded(octets), ...(comment === undefined ? [] : [commentOption(comment)])]);
  });
  return joined([section, ...interfaces, ...packets]);
}

const OPT_COMMENT = 1;
const LONGEST_COMMENT = 0xffff;

/** One comment, and the end of the options. A length has sixteen bits. */
function commentOption(comment: string): Uint8Array {
  const octets = new Uint8Array(LONGEST_COMMENT);
  const { written } = new TextEncoder().encodeInto(comment, octets);
  const head = words([OPT_COMMENT | (written << 16)]);
  return joined([head, padded(octets.subarray(0, written)), words([0])]);
}

/** To whole words of 32 bits. */
function padded(octets: Uint8Array): Uint8Array {
  return joined([octets, new Uint8Array((4 - (octets.length % 4)) % 4)]);
}

/** The type, the length over everything, the content padded to words, and the length again. */
function block(type: number, content: readonly Uint8Array[]): Uint8Array {
  const octets = padded(joined(content));
  const length = octets.length + 12;
  return joined([words([type, length]), octets, words([length])]);
}

function words(values: readonly number[]): Uint8Array {
  const octets = new Uint8Array(values.length * 4);
  const view = new DataView(octets.buffer);
  for (const [i, value] of values.entries()) view.setUint32(i * 4, value, true);
  return octets;
}

function microsOf(timeMs: number): number {
  return Math.max(0, Math.round(timeMs * 1000));
}
