/**
 * The layers of a message that has no capture: frames are built around it, from addresses and ports that are
 * given or are set aside for documentation, and read back, so that they are shown as captured ones are.
 */

import { bareMessage, type CapturedMessage } from './captured-message.ts';
import { messagesOfPackets } from './captured-messages.ts';
import type { Packet } from './packet.ts';
import { wrapMessage } from './wrap.ts';
import type { Wrapping } from './wrap-packet.ts';

/** RFC 5737 3 and RFC 3849 2; the client's port is the first of those that are free for all (RFC 6335 6). */
const CLIENT = { ipv4: '192.0.2.1', ipv6: '2001:db8::1', port: 49_152 };
const SERVER = { ipv4: '192.0.2.53', ipv6: '2001:db8::53', port: 53 };
/** The most that a UDP datagram in an IPv4 packet can hold. */
const LARGEST_DATAGRAM = 0xffff - 20 - 8;

/** The message as if it had been captured. What is not given is chosen. */
export function builtAround(octets: Uint8Array, wanted: Partial<Wrapping> = {}): CapturedMessage {
  if (octets.length === 0) return bareMessage(octets, '');
  const wrapping = wrappingFor(octets, wanted);
  const packets = wrapMessage(octets, wrapping).map((frame, i): Packet => {
    const { linkType, octets: framed } = frame;
    return { number: i + 1, linkType, octets: framed, originalLength: framed.length, timeMs: undefined };
  });
  const ports = [wrapping.source.port, wrapping.destination.port];
  const [message] = messagesOfPackets(packets, ports).messages;
  return message ?? bareMessage(octets, '');
}

/** Addresses, ports and transport for a message; those that are wanted otherwise replace the usual ones. */
export function wrappingFor(octets: Uint8Array, wanted: Partial<Wrapping> = {}): Wrapping {
  const given = wanted.source?.address ?? wanted.destination?.address ?? '';
  const family = given.includes(':') ? 'ipv6' : 'ipv4';
  const ends = [
    { address: CLIENT[family], port: CLIENT.port },
    { address: SERVER[family], port: SERVER.port },
  ] as const;
  const [source, destination] = isResponse(octets) ? [ends[1], ends[0]] : ends;
  const transport = octets.length > LARGEST_DATAGRAM ? 'tcp' : 'udp';
  return { source, destination, transport, link: 'ethernet', ...wanted };
}

/** A query goes to port 53, a response comes from there. */
export function usualPorts(octets: Uint8Array): readonly [source: number, destination: number] {
  return isResponse(octets) ? [SERVER.port, CLIENT.port] : [CLIENT.port, SERVER.port];
}

function isResponse(octets: Uint8Array): boolean {
  return octets.length > 2 && (octets[2]! & 0x80) !== 0;
}
