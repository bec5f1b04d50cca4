/**
 * Addresses that no name server on the Internet can have, whatever a zone says: this computer itself, nobody, groups,
 * and the link (RFC 6890). Asking them would let a zone aim the walk at the machine it runs on. Hints that name such
 * addresses, as a test network's may, lift the ban for their kind.
 */

import { scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';

type Kind = 'this-network' | 'loopback' | 'link-local' | 'multicast' | 'reserved';

/** A test for addresses: true where they may be asked. */
export function permissionFor(hints: readonly string[]): (address: string) => boolean {
  const lifted = new Set(hints.map(kindOf));
  return (address) => {
    const kind = kindOf(address);
    return kind === undefined || lifted.has(kind);
  };
}

function kindOf(address: string): Kind | undefined {
  const ipv4 = scanIpv4(address);
  if (ipv4) return kindOfIpv4(ipv4);
  const ipv6 = scanIpv6(address);
  return ipv6 && kindOfIpv6(ipv6);
}

function kindOfIpv4([first = 0, second = 0]: Uint8Array): Kind | undefined {
  if (first === 0) return 'this-network';
  if (first === 127) return 'loopback';
  if (first === 169 && second === 254) return 'link-local';
  if (first >= 240) return 'reserved';
  return first >= 224 ? 'multicast' : undefined;
}

function kindOfIpv6(octets: Uint8Array): Kind | undefined {
  const leading = octets.findIndex((octet) => octet !== 0);
  if (leading < 0) return 'this-network';
  if (leading === 15 && octets[15] === 1) return 'loopback';
  // ::ffff:127.0.0.1 is 127.0.0.1 (RFC 4291 2.5.5.2).
  if (leading === 10 && octets[10] === 0xff && octets[11] === 0xff) return kindOfIpv4(octets.subarray(12));
  if (octets[0] === 0xff) return 'multicast';
  return octets[0] === 0xfe && (octets[1]! & 0xc0) === 0x80 ? 'link-local' : undefined;
}
