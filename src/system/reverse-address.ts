/**
 * The address that a reverse name stands for, under in-addr.arpa (RFC 1035 3.5) or ip6.arpa (RFC 3596 2.5).
 */

import { scanHex } from '../message/hex.ts';
import { printIpv4, printIpv6, scanIpv4 } from '../message/kinds/addresses.ts';
import { isBelow, labelsOf, lowerCased, type Name } from '../message/name.ts';

/** Undefined where the name is not that of exactly one address, as of a subnet (RFC 2317). */
export function addressOfReverseName(name: Name): string | undefined {
  const labels = labelsOf(lowerCased(name)).toReversed().slice(2);
  if (isBelow(name, 'in-addr.arpa.')) {
    const isPlain = labels.length === 4 && labels.every((label) => /^(0|[1-9]\d{0,2})$/.test(label));
    const octets = isPlain ? scanIpv4(labels.join('.')) : undefined;
    return octets && printIpv4(octets);
  }
  const isNibbles = labels.length === 32 && labels.every((label) => /^[0-9a-f]$/.test(label));
  const octets = isBelow(name, 'ip6.arpa.') && isNibbles ? scanHex(labels.join('')) : undefined;
  return octets && printIpv6(octets);
}
