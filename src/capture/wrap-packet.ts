/**
 * One frame around a datagram or a segment: UDP (RFC 768) in IPv4 (RFC 791) or IPv6 (RFC 8200), on Ethernet
 * or on nothing, with lengths and checksums as they must be.
 */

import { scanHex } from '../message/hex.ts';
import { scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import type { CarrierName, Endpoint } from './captured-message.ts';
import { checksumOf, pseudoHeader } from './checksum.ts';
import { InputError } from './input-error.ts';
import { PROTOCOL_UDP } from './ip-forms.ts';
import { ETHERTYPE_IPV4, ETHERTYPE_IPV6 } from './link-layer.ts';
import { joined, put16 } from './octets.ts';
import { LINKTYPE } from './packet.ts';
import type { Frame } from './pcap-write.ts';

export interface Wrapping {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly transport: CarrierName;
  readonly link: 'ethernet' | 'raw';
  /** As `00:00:5e:00:53:01`; by default two that are meant for documentation (RFC 9542). */
  readonly macs?: { readonly source: string; readonly destination: string };
  /** When the first frame was sent, in milliseconds since 1970. */
  readonly timeMs?: number;
}

/** One UDP datagram in one frame. */
export function wrapDatagram(octets: Uint8Array, wrapping: Wrapping): Frame {
  const length = 8 + octets.length;
  const header = new Uint8Array(8);
  put16(header, 0, wrapping.source.port);
  put16(header, 2, wrapping.destination.port);
  put16(header, 4, length);
  const { source, destination } = wrapping;
  const pseudo = pseudoHeader(...addressesOf(source, destination), PROTOCOL_UDP, length);
  // Zero would say that none was computed (RFC 768).
  put16(header, 6, checksumOf(pseudo, header, octets) || 0xffff);
  return wrapPayload(joined([header, octets]), PROTOCOL_UDP, wrapping);
}

/** The payload behind an IP header and, on Ethernet, a link header. */
export function wrapPayload(payload: Uint8Array, protocol: number, wrapping: Wrapping): Frame {
  const { source, destination, link, macs, timeMs = 0 } = wrapping;
  const [from, to] = addressesOf(source, destination);
  const isIpv6 = from.includes(':');
  const packet = isIpv6 ? inIpv6(payload, protocol, from, to) : inIpv4(payload, protocol, from, to);
  if (link === 'raw') return { octets: packet, linkType: LINKTYPE.raw, timeMs };
  const type = new Uint8Array(2);
  put16(type, 0, isIpv6 ? ETHERTYPE_IPV6 : ETHERTYPE_IPV4);
  const { source: sender, destination: receiver } = macs ?? DOCUMENTATION_MACS;
  const octets = joined([macOctets(receiver), macOctets(sender), type, packet]);
  return { octets, linkType: LINKTYPE.ethernet, timeMs };
}

/** Set aside for documentation (RFC 9542). */
const DOCUMENTATION_MACS = { source: '00:00:5e:00:53:01', destination: '00:00:5e:00:53:02' };
const LARGEST_LENGTH = 0xffff;
const HOPS = 64;

function inIpv4(payload: Uint8Array, protocol: number, source: string, destination: string): Uint8Array {
  const header = new Uint8Array(20);
  header[0] = 0x45;
  put16(header, 2, checkedLength(20 + payload.length));
  // An identification may be anything where the packet is not to be cut up (RFC 6864 4.1): DF, and zero.
  put16(header, 6, 0x4000);
  header[8] = HOPS;
  header[9] = protocol;
  header.set(scanIpv4(source)!, 12);
  header.set(scanIpv4(destination)!, 16);
  put16(header, 10, checksumOf(header));
  return joined([header, payload]);
}

function inIpv6(payload: Uint8Array, protocol: number, source: string, destination: string): Uint8Array {
  const header = new Uint8Array(40);
  header[0] = 0x60;
  put16(header, 4, checkedLength(payload.length));
  header[6] = protocol;
  header[7] = HOPS;
  header.set(scanIpv6(source)!, 8);
  header.set(scanIpv6(destination)!, 24);
  return joined([header, payload]);
}

function checkedLength(length: number): number {
  if (length <= LARGEST_LENGTH) return length;
  throw new InputError('the message is too long for one UDP datagram: it can only be sent over TCP');
}

/** Both addresses without a zone, of one family. */
export function addressesOf(source: Endpoint, destination: Endpoint): [string, string] {
  const [from, to] = [source, destination].map(({ address }) => address.replace(/%.*$/, ''));
  const isIpv4 = scanIpv4(from!) && scanIpv4(to!);
  const isIpv6 = scanIpv6(from!) && scanIpv6(to!);
  if (!isIpv4 && !isIpv6)
    throw new InputError('source and destination must be addresses of one family, IPv4 or IPv6');
  return [from!, to!];
}

function macOctets(text: string): Uint8Array {
  const octets = scanHex(text.replaceAll(/[:-]/g, ''));
  if (octets?.length !== 6) throw new InputError('a link address is six octets in hex: 00:00:5e:00:53:01');
  return octets;
}
