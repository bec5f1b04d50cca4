/**
 * IPv6 addresses that a resolver made of IPv4 ones (DNS64, RFC 6147): the prefix it uses shows in what it says of
 * ipv4only.arpa, a name that has two well-known IPv4 addresses and no other (RFC 7050).
 */

import { printIpv6, scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';

export const IPV4ONLY = 'ipv4only.arpa.';
const WELL_KNOWN = ['192.0.0.170', '192.0.0.171'] as const;

export interface TranslationPrefix {
  /** `64:ff9b::/96` */
  readonly text: string;
  readonly octets: Uint8Array;
  readonly bits: PrefixBits;
}
type PrefixBits = 32 | 40 | 48 | 56 | 64 | 96;

/** RFC 6052 2.2: where the four octets of the IPv4 address stand; octet 8 is always zero. */
const PLACES: Readonly<Record<PrefixBits, readonly [number, number, number, number]>> = {
  96: [12, 13, 14, 15],
  64: [9, 10, 11, 12],
  56: [7, 9, 10, 11],
  48: [6, 7, 9, 10],
  40: [5, 6, 7, 9],
  32: [4, 5, 6, 7],
};
const LENGTHS: readonly PrefixBits[] = [96, 64, 56, 48, 40, 32];

/** The prefix that an AAAA record of ipv4only.arpa has. */
export function prefixIn(address: string): TranslationPrefix | undefined {
  const octets = scanIpv6(address);
  if (!octets) return undefined;
  for (const bits of LENGTHS) {
    const inside = PLACES[bits].map((place) => octets[place]!).join('.');
    if (!WELL_KNOWN.some((known) => known === inside)) continue;
    const prefix = new Uint8Array(16);
    prefix.set(octets.subarray(0, bits / 8));
    return { text: `${printIpv6(prefix)}/${bits}`, octets: prefix, bits };
  }
  return undefined;
}

/** The IPv4 address inside a translated one; undefined where the address does not have the prefix. */
export function untranslated(
  address: string,
  { octets: prefix, bits }: TranslationPrefix,
): string | undefined {
  const octets = scanIpv6(address);
  if (!octets || octets.subarray(0, bits / 8).some((octet, i) => octet !== prefix[i])) return undefined;
  const text = PLACES[bits].map((place) => octets[place]!).join('.');
  return scanIpv4(text) ? text : undefined;
}
