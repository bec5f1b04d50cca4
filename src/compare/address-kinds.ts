/**
 * What kind of address an answer has: one of the Internet, or one that means something only here (RFC 6890).
 */

import { scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';

export type AddressKind = 'public' | 'private' | 'loopback' | 'unspecified' | 'link-local';

/** Undefined where the text is no address. */
export function kindOfAddress(text: string): AddressKind | undefined {
  const ipv4 = scanIpv4(text);
  if (ipv4) return kindOfIpv4(ipv4);
  const ipv6 = scanIpv6(text);
  return ipv6 && kindOfIpv6(ipv6);
}

function kindOfIpv4([first = 0, second = 0]: Uint8Array): AddressKind {
  if (first === 0) return 'unspecified';
  if (first === 127) return 'loopback';
  if (first === 169 && second === 254) return 'link-local';
  // RFC 1918, and what providers share among their customers (RFC 6598).
  const isPrivate =
    first === 10 ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 100 && second >= 64 && second < 128);
  return isPrivate ? 'private' : 'public';
}

function kindOfIpv6(octets: Uint8Array): AddressKind {
  const leading = octets.findIndex((octet) => octet !== 0);
  if (leading < 0) return 'unspecified';
  if (leading === 15 && octets[15] === 1) return 'loopback';
  if (leading === 10 && octets[10] === 0xff && octets[11] === 0xff) return kindOfIpv4(octets.subarray(12));
  if (octets[0] === 0xfe && (octets[1]! & 0xc0) === 0x80) return 'link-local';
  // RFC 4193.
  return (octets[0]! & 0xfe) === 0xfc ? 'private' : 'public';
}
