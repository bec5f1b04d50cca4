/**
 * A TCP connection that carries messages both ways, as a well-behaved pair of computers would have it: the
 * handshake, the messages cut to segments, each acknowledged, and the end (RFC 9293 3.5, 3.6; RFC 7766 8).
 */

import { checksumOf, pseudoHeader } from './checksum.ts';
import { InputError } from './input-error.ts';
import { PROTOCOL_TCP } from './ip-forms.ts';
import { joined, put16, put32 } from './octets.ts';
import type { Frame } from './pcap-write.ts';
import { addressesOf, wrapPayload, type Wrapping } from './wrap-packet.ts';

export interface Turn {
  readonly from: 'client' | 'server';
  readonly octets: Uint8Array;
  /** When it was sent, in milliseconds since 1970. */
  readonly timeMs: number;
}

/** How far the connection goes: to its end, or as far as the client got with a server that said nothing. */
export type Extent = 'whole' | 'unfinished' | 'only-syn';

/** `ends.source` is the client, which opens the connection. Frames of a turn are a microsecond apart. */
export function tcpConversation(ends: Wrapping, turns: readonly Turn[], extent: Extent = 'whole'): Frame[] {
  const conversation = new Conversation(ends, turns[0]?.timeMs ?? 0);
  conversation.open(extent);
  if (extent === 'only-syn') return conversation.frames;
  for (const turn of turns) conversation.say(turn);
  if (extent === 'whole') conversation.close();
  return conversation.frames;
}

const FIN = 0x01;
const SYN = 0x02;
const PSH = 0x08;
const ACK = 0x10;
const WINDOW = 0xffff;
/** What an Ethernet frame of 1500 octets holds (RFC 9293 3.7.1). */
const SEGMENT_OCTETS = { ipv4: 1460, ipv6: 1440 };
const MICROSECOND = 0.001;
/** Where the sequence numbers begin: any number would do. */
const FIRST_SEQUENCE = { client: 1_000_000, server: 2_000_000 };

type Side = Turn['from'];

class Conversation {
  readonly frames: Frame[] = [];
  readonly #ends: Wrapping;
  readonly #sequence: Record<Side, number> = { ...FIRST_SEQUENCE };
  readonly #segmentOctets: number;
  #timeMs: number;

  constructor(ends: Wrapping, timeMs: number) {
    this.#ends = ends;
    this.#timeMs = timeMs;
    const [source] = addressesOf(ends.source, ends.destination);
    this.#segmentOctets = source.includes(':') ? SEGMENT_OCTETS.ipv6 : SEGMENT_OCTETS.ipv4;
  }

  open(extent: Extent): void {
    this.#send('client', SYN);
    if (extent === 'only-syn') return;
    this.#send('server', SYN | ACK);
    this.#send('client', ACK);
  }

  say({ from, octets, timeMs }: Turn): void {
    if (octets.length > 0xffff) throw new InputError('the message is longer than 65535 octets');
    this.#timeMs = Math.max(this.#timeMs, timeMs);
    const length = new Uint8Array(2);
    put16(length, 0, octets.length);
    const framed = joined([length, octets]);
    for (let at = 0; at < framed.length; at += this.#segmentOctets) {
      const content = framed.subarray(at, at + this.#segmentOctets);
      const isLast = at + content.length === framed.length;
      this.#send(from, ACK | (isLast ? PSH : 0), content);
    }
    this.#send(other(from), ACK);
  }

  close(): void {
    this.#send('client', FIN | ACK);
    this.#send('server', FIN | ACK);
    this.#send('client', ACK);
  }

  #send(side: Side, flags: number, content: Uint8Array = new Uint8Array(0)): void {
    const { source: client, destination: server, macs } = this.#ends;
    const isClient = side === 'client';
    const [source, destination] = isClient ? [client, server] : [server, client];
    const back = macs && { source: macs.destination, destination: macs.source };
    const swapped = isClient ? macs : (back ?? SERVER_MACS);
    const wrapping = {
      ...this.#ends,
      source,
      destination,
      ...(swapped ? { macs: swapped } : {}),
      timeMs: this.#timeMs,
    };
    const isSyn = (flags & SYN) !== 0;
    const header = new Uint8Array(isSyn ? 24 : 20);
    put16(header, 0, source.port);
    put16(header, 2, destination.port);
    put32(header, 4, this.#sequence[side]);
    if ((flags & ACK) !== 0) put32(header, 8, this.#sequence[other(side)]);
    header[12] = (header.length / 4) << 4;
    header[13] = flags;
    put16(header, 14, WINDOW);
    if (isSyn) {
      header[20] = 2;
      header[21] = 4;
      put16(header, 22, this.#segmentOctets);
    }
    const length = header.length + content.length;
    const pseudo = pseudoHeader(...addressesOf(source, destination), PROTOCOL_TCP, length);
    put16(header, 16, checksumOf(pseudo, header, content));
    this.frames.push(wrapPayload(joined([header, content]), PROTOCOL_TCP, wrapping));
    // SYN and FIN count as one octet each (RFC 9293 3.4).
    this.#sequence[side] += content.length + ((flags & (SYN | FIN)) === 0 ? 0 : 1);
    this.#timeMs += MICROSECOND;
  }
}

const SERVER_MACS = { source: '00:00:5e:00:53:02', destination: '00:00:5e:00:53:01' };

function other(side: Side): Side {
  return side === 'client' ? 'server' : 'client';
}
