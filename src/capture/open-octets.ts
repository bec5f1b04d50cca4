/**
 * Octets without a container: at which layer they begin, a DNS message, a message behind its TCP length, an
 * Internet packet or a frame, and the messages that are in them.
 */

import { bareMessage, type CapturedMessage } from './captured-message.ts';
import { messagesOfPackets } from './captured-messages.ts';
import { checksumOf } from './checksum.ts';
import { InputError } from './input-error.ts';
import { readInternet } from './internet-layer.ts';
import { IPV4, PROTOCOL_TCP, PROTOCOL_UDP } from './ip-forms.ts';
import { readLink } from './link-layer.ts';
import { u16 } from './octets.ts';
import { LINKTYPE, type Packet } from './packet.ts';
import { readsAsMessage } from './reads-as-message.ts';

/** Octets as they were found in a text. */
export interface Chunk {
  readonly octets: Uint8Array;
  readonly where: string;
}

export interface Opened {
  readonly messages: readonly CapturedMessage[];
  readonly problems: readonly string[];
  /** Where the octets begin, as a clause. */
  readonly begins: string;
}

/** Where octets begin: at the message, at its TCP length, or at a frame of that link type. */
export type Level = 'message' | 'framed' | number;

/** Undefined where the octets are nothing that is known: a broken message, perhaps. */
export function levelOf(octets: Uint8Array): Level | undefined {
  if (readsAsMessage(octets)) return 'message';
  const linkType = LINK_TYPES.find((type) => readsAsFrame(octets, type));
  if (linkType !== undefined) return linkType;
  const framed = framedMessages(octets);
  return framed && framed.some(readsAsMessage) ? 'framed' : undefined;
}

const LINK_TYPES = [
  LINKTYPE.raw,
  LINKTYPE.ethernet,
  LINKTYPE.linuxCooked,
  LINKTYPE.linuxCooked2,
  LINKTYPE.null,
  LINKTYPE.ppp,
];

const LEVEL_NAMES: Readonly<Record<number, string>> = {
  [LINKTYPE.raw]: 'at the Internet layer',
  [LINKTYPE.ethernet]: 'with an Ethernet header',
  [LINKTYPE.linuxCooked]: 'with a Linux cooked header',
  [LINKTYPE.linuxCooked2]: 'with a Linux cooked header, version 2',
  [LINKTYPE.null]: 'with a BSD loopback header',
  [LINKTYPE.ppp]: 'with a PPP header',
};

/** All chunks begin at the same layer: the first that tells decides. */
export function openChunks(chunks: readonly Chunk[]): Opened {
  let level: Level | undefined;
  for (const { octets } of chunks) {
    level = levelOf(octets);
    if (level !== undefined) break;
  }
  if (typeof level === 'number') return openFrames(chunks, level);
  if (level === 'framed') return openFramed(chunks);
  const messages = chunks.map(({ octets, where }) => bareMessage(octets, where));
  return { messages, problems: [], begins: 'with the DNS message itself' };
}

function openFrames(chunks: readonly Chunk[], linkType: number): Opened {
  const packets = chunks.map(({ octets }, i): Packet => {
    return { number: i + 1, linkType, octets, originalLength: octets.length, timeMs: undefined };
  });
  const { messages, problems, nothing } = messagesOfPackets(packets);
  const begins = LEVEL_NAMES[linkType]!;
  if (messages.length === 0)
    throw new InputError(`the packet begins ${begins} and has no DNS message in it: ${nothing.join('; ')}`);
  return { messages, problems, begins };
}

function openFramed(chunks: readonly Chunk[]): Opened {
  const messages = chunks.flatMap(({ octets, where }) => {
    const framed = framedMessages(octets) ?? [octets];
    return framed.map((message, i) =>
      bareMessage(message, framed.length > 1 ? `${where ? `${where}, ` : ''}message ${i + 1}` : where),
    );
  });
  return { messages, problems: [], begins: 'with the length that TCP puts in front of a message' };
}

/** Messages behind two octets of length each (RFC 1035 4.2.2), if they tile the octets; else undefined. */
export function framedMessages(octets: Uint8Array): Uint8Array[] | undefined {
  const messages: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= octets.length) {
    const end = at + 2 + u16(octets, at);
    if (end > octets.length) return undefined;
    if (end > at + 2) messages.push(octets.subarray(at + 2, end));
    at = end;
  }
  return at === octets.length && messages.length > 0 ? messages : undefined;
}

/** The shortest frame of Ethernet is padded with this many octets at the most. */
const MOST_PADDING = 46;

/** True where an Internet header stands where it should, its lengths fit, and UDP or TCP follows. */
function readsAsFrame(octets: Uint8Array, linkType: number): boolean {
  const link = readLink({ number: 1, linkType, octets, originalLength: octets.length, timeMs: undefined });
  if (link.nothing) return false;
  const reading = readInternet(octets, link.start);
  if ('nothing' in reading) return false;
  const { protocol, start, end, missing, fragment, headers } = reading;
  if (protocol !== PROTOCOL_UDP && protocol !== PROTOCOL_TCP) return false;
  const left = octets.length - end;
  const ipv4 = headers.find(({ form }) => form === IPV4);
  const isSummed = ipv4 !== undefined && checksumOf(octets.subarray(ipv4.start, ipv4.end)) === 0;
  if (!isSummed && (missing > 0 || left > (linkType === LINKTYPE.ethernet ? MOST_PADDING : 0))) return false;
  if (fragment || missing > 0) return isSummed;
  if (protocol === PROTOCOL_TCP) return end - start >= 20 && (octets[start + 12]! >> 4) * 4 >= 20;
  return end - start >= 8 && u16(octets, start + 4) === end - start;
}
