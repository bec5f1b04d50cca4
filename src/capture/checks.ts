/**
 * The checksums of a captured packet held against its octets: of the IPv4 header (RFC 791 3.1), of UDP (RFC
 * 768) and of TCP (RFC 9293 3.1).
 */

import type { CarrierName } from './captured-message.ts';
import { checksumOf, pseudoHeader } from './checksum.ts';
import type { Datagram } from './datagram.ts';
import { PROTOCOL_TCP, PROTOCOL_UDP } from './ip-forms.ts';
import type { Check } from './layer.ts';
import { u16 } from './octets.ts';

const IPV4_CHECKSUM_AT = 10;
const CHECKSUM_AT: Readonly<Record<CarrierName, number>> = { udp: 6, tcp: 16 };
const PROTOCOL: Readonly<Record<CarrierName, number>> = { udp: PROTOCOL_UDP, tcp: PROTOCOL_TCP };

/** `header` is all of it, with its options. */
export function ipv4Check(header: Uint8Array): Check {
  const label = 'IPv4 header checksum';
  if (header.length < 20) return unknown(label, 'the header is cut off');
  return compare(label, u16(header, IPV4_CHECKSUM_AT), checksumOf(without(header, IPV4_CHECKSUM_AT)));
}

/** `end`: where the UDP datagram or TCP segment ends in the payload. */
export function transportCheck(datagram: Datagram, transport: CarrierName, end: number): Check {
  const { source, destination, isCut } = datagram;
  const label = `${transport.toUpperCase()} checksum`;
  const octets = datagram.payload.subarray(0, end);
  const found = u16(octets, CHECKSUM_AT[transport]);
  if (transport === 'udp' && found === 0) return notComputed(label, source.includes(':'));
  if (isCut) return unknown(label, 'the capture has not all of the octets that it is over');
  const pseudo = pseudoHeader(source, destination, PROTOCOL[transport], octets.length);
  const right = checksumOf(pseudo, without(octets, CHECKSUM_AT[transport]));
  // A UDP checksum that comes out as zero is sent as all ones (RFC 768).
  return compare(label, found, transport === 'udp' && right === 0 ? 0xffff : right);
}

function without(octets: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(octets);
  copy[at] = 0;
  copy[at + 1] = 0;
  return copy;
}

function compare(label: string, found: number, right: number): Check {
  if (found === right) return { label, verdict: 'right', message: 'right' };
  const expected = `0x${right.toString(16).padStart(4, '0')}`;
  const message = `wrong: ${expected} would be right (often the network card fills it in after the capture)`;
  return { label, verdict: 'wrong', message };
}

function notComputed(label: string, isIpv6: boolean): Check {
  const message = isIpv6
    ? 'zero, which IPv6 does not allow (RFC 8200 8.1)'
    : 'zero: the sender computed none';
  return { label, verdict: 'not computed', message };
}

function unknown(label: string, message: string): Check {
  return { label, verdict: 'cannot be checked', message };
}
