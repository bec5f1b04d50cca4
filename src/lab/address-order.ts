/**
 * The order in which getaddrinfo gives addresses: by the precedence of their kinds (RFC 6724 2.1, 6, rule 6), which is
 * all that tells two destinations apart for a computer that reaches both alike.
 */

import { scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';

/** Those of one kind stay in the order they came in. */
export function byPrecedence(addresses: readonly string[]): string[] {
  return addresses.toSorted((left, right) => precedenceOf(right) - precedenceOf(left));
}

interface Policy {
  readonly precedence: number;
  applies(octets: Uint8Array): boolean;
}

const IPV4_PRECEDENCE = 35;

const startsWith =
  (...prefix: readonly number[]) =>
  (octets: Uint8Array): boolean =>
    prefix.every((octet, place) => octets[place] === octet);
const ZEROS_80 = Array.from({ length: 10 }, () => 0);

/** The table of RFC 6724 2.1, the longest prefix first. */
const POLICIES: readonly Policy[] = [
  { precedence: 50, applies: startsWith(...ZEROS_80, 0, 0, 0, 0, 0, 1) },
  { precedence: IPV4_PRECEDENCE, applies: startsWith(...ZEROS_80, 0xff, 0xff) },
  { precedence: 1, applies: startsWith(...ZEROS_80, 0, 0) },
  { precedence: 5, applies: startsWith(0x20, 0x01, 0, 0) },
  { precedence: 30, applies: startsWith(0x20, 0x02) },
  { precedence: 1, applies: startsWith(0x3f, 0xfe) },
  { precedence: 1, applies: ([first = 0, second = 0]) => first === 0xfe && (second & 0xc0) === 0xc0 },
  { precedence: 3, applies: ([first = 0]) => (first & 0xfe) === 0xfc },
];
const OTHER_PRECEDENCE = 40;

function precedenceOf(text: string): number {
  const address = text.replace(/%.*$/s, '');
  if (scanIpv4(address)) return IPV4_PRECEDENCE;
  const octets = scanIpv6(address);
  return (octets && POLICIES.find((policy) => policy.applies(octets))?.precedence) ?? OTHER_PRECEDENCE;
}
