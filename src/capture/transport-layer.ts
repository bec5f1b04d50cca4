/**
 * From a datagram to what UDP (RFC 768) or TCP (RFC 9293 3.1) carries in it.
 */

import type { Endpoint } from './captured-message.ts';
import type { Datagram } from './datagram.ts';
import type { Nothing } from './link-layer.ts';
import { u16, u32 } from './octets.ts';

export interface TransportReading {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  /** The content within the payload of the datagram. */
  readonly start: number;
  readonly end: number;
  readonly problems: readonly string[];
}

export interface TcpReading extends TransportReading {
  readonly sequence: number;
  readonly syn: boolean;
}

const UDP_OCTETS = 8;
const TCP_OCTETS = 20;

export function readUdp(datagram: Datagram): TransportReading | Nothing {
  const { payload, isCut } = datagram;
  if (payload.length < UDP_OCTETS) return cutOff('UDP');
  // Zero: the length does not fit into the field (RFC 2675 4).
  const length = u16(payload, 4) || payload.length;
  if (length < UDP_OCTETS) return { is: 'broken', why: 'the UDP length is less than its header' };
  const problems = [...datagram.problems];
  const kept = Math.min(length, payload.length) - UDP_OCTETS;
  const promised = length - UDP_OCTETS;
  if (isCut && kept < promised) problems.push(`the capture has only ${kept} of ${promised} octets`);
  else if (kept < promised) problems.push(`UDP says ${promised} octets, the packet has ${kept}`);
  return { ...endpoints(datagram), start: UDP_OCTETS, end: UDP_OCTETS + kept, problems };
}

export function readTcp(datagram: Datagram): TcpReading | Nothing {
  const { payload, problems } = datagram;
  if (payload.length < TCP_OCTETS) return cutOff('TCP');
  const start = (payload[12]! >> 4) * 4;
  if (start < TCP_OCTETS) return { is: 'broken', why: 'the TCP header says it is shorter than it can be' };
  if (start > payload.length) return cutOff('TCP');
  const syn = (payload[13]! & 0x02) !== 0;
  const sequence = u32(payload, 4);
  return { ...endpoints(datagram), start, end: payload.length, problems, sequence, syn };
}

function cutOff(protocol: string): Nothing {
  return { is: 'broken', why: `the ${protocol} header is cut off` };
}

function endpoints({ source, destination, payload }: Datagram): { source: Endpoint; destination: Endpoint } {
  return {
    source: { address: source, port: u16(payload, 0) },
    destination: { address: destination, port: u16(payload, 2) },
  };
}
