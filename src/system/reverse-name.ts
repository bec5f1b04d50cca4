/**
 * Reverse names: an address as a domain name under in-addr.arpa (RFC 1035 3.5) or ip6.arpa (RFC 3596 2.5),
 * and back.
 */

import { scanHex } from '../message/hex.ts';
import { printIpv4, printIpv6, scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import { isBelow, labelsOf, lowerCased, type Name } from '../message/name.ts';

/** The address that a reverse name stands for; undefined where it is not the name of exactly one address. */
export function addressOfReverseName(name: Name): string | undefined {
  const labels = labelsOf(lowerCased(name)).toReversed().slice(2);
  if (isBelow(name, 'in-addr.arpa.')) {
    const isPlain = labels.length === 4 && labels.every((label) => /^(0|[1-9]\d{0,2})$/.test(label));
    const octets = isPlain ? scanIpv4(labels.join('.')) : undefined;
    return octets && printIpv4(octets);
  }
  if (
    !isBelow(name, 'ip6.arpa.') ||
    labels.length !== 32 ||
    !labels.every((label) => /^[0-9a-f]$/.test(label))
  ) {
    return undefined;
  }
  const octets = scanHex(labels.join(''));
  return octets && printIpv6(octets);
}

/** `1.2.0.192.in-addr.arpa.`; undefined for a text that is no address. */
export function reverseNameOf(address: string): Name | undefined {
  const ipv4 = scanIpv4(address);
  if (ipv4) return `${[...ipv4].toReversed().join('.')}.in-addr.arpa.`;
  const ipv6 = scanIpv6(address);
  if (!ipv6) return undefined;
  const nibbles = [...ipv6].flatMap((octet) => [octet >> 4, octet & 15]);
  return `${nibbles
    .toReversed()
    .map((nibble) => nibble.toString(16))
    .join('.')}.ip6.arpa.`;
}
