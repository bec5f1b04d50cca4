/**
 * The client subnet of a query as people write it (RFC 7871 6): a prefix, with the bits beyond it zero.
 */

import { printIpv4, printIpv6, scanIpv4, scanIpv6 } from './addresses.ts';
import type { ClientSubnet } from './client-subnet.ts';

/** `192.0.2.0/24`, `2001:db8::/56`, an address alone; `0` for nobody (RFC 7871 7.1.2). Undefined for anything else. */
export function clientSubnetOf(text: string): ClientSubnet | undefined {
  const [address = '', bits, ...more] = (text === '0' ? '0.0.0.0/0' : text).split('/');
  const octets = scanIpv4(address) ?? scanIpv6(address);
  const whole = octets?.length === 4 ? 32 : 128;
  const length = bits === undefined ? (whole === 32 ? 24 : 56) : Number(bits);
  if (!octets || more.length > 0 || !/^\d{0,3}$/.test(bits ?? '') || bits === '' || length > whole)
    return undefined;
  const masked = octets.map((octet, i) => octet & (0xff << Math.min(8, Math.max(0, 8 - (length - 8 * i)))));
  return {
    family: whole === 32 ? 1 : 2,
    sourcePrefixLength: length,
    scopePrefixLength: 0,
    address: whole === 32 ? printIpv4(masked) : printIpv6(masked),
  };
}
