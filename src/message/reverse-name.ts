/**
 * The names that addresses have in the reverse tree: `1.2.0.192.in-addr.arpa.` (RFC 1035 3.5) and the nibbles of an
 * IPv6 address under `ip6.arpa.` (RFC 3596 2.5).
 */

import { scanIpv4, scanIpv6 } from './kinds/addresses.ts';
import type { Name } from './name.ts';

/** The reverse name of an IPv4 or IPv6 address, or undefined where the text is none. */
export function reverseName(address: string): Name | undefined {
  const ipv4 = scanIpv4(address);
  if (ipv4) return `${[...ipv4].toReversed().join('.')}.in-addr.arpa.`;
  const ipv6 = scanIpv6(address);
  if (!ipv6) return undefined;
  const nibbles = [...ipv6]
    .flatMap((octet) => [octet >> 4, octet & 0xf])
    .map((nibble) => nibble.toString(16));
  return `${nibbles.toReversed().join('.')}.ip6.arpa.`;
}
