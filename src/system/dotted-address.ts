/**
 * IPv4 addresses as inet_aton of the C library reads them: one to four numbers, decimal, octal or
 * hexadecimal, the last of which fills the octets that are left. getaddrinfo and resolv.conf accept them;
 * hosts files do not.
 */

import { printIpv4 } from '../message/kinds/addresses.ts';

/** `127.0.0.1` for `127.1`, `0x7f000001` or `0177.0.0.1`; undefined for anything else. */
export function scanDottedAddress(text: string): string | undefined {
  const parts = text.split('.');
  if (parts.length > 4 || !parts.every((part) => NUMBER.test(part))) return undefined;
  const numbers = parts.map(numberOf);
  const last = numbers.pop()!;
  if (numbers.some((number) => number > 255) || !(last < 256 ** (4 - numbers.length))) return undefined;
  const octets = new Uint8Array(4);
  octets.set(numbers);
  for (let at = 3, rest = last; at >= numbers.length; at--) {
    octets[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return printIpv4(octets);
}

const NUMBER = /^(?:0x[0-9a-f]{1,8}|0[0-7]{0,11}|[1-9]\d{0,9})$/i;

function numberOf(part: string): number {
  if (/^0x/i.test(part)) return Number.parseInt(part, 16);
  return Number.parseInt(part, part.startsWith('0') ? 8 : 10);
}
