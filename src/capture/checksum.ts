/**
 * The Internet checksum: the ones' complement of the ones' complement sum of 16-bit words (RFC 1071 1), and
 * the pseudo-header that UDP and TCP put in front (RFC 768, RFC 9293 3.1; for IPv6 RFC 8200 8.1).
 */

import { scanIpv4, scanIpv6 } from '../message/kinds/addresses.ts';
import { joined, put16, put32 } from './octets.ts';

/**
 * The checksum of all pieces as if they stood one behind the other; zero over octets that hold a right one.
 */
export function checksumOf(...pieces: readonly Uint8Array[]): number {
  const octets = pieces.length === 1 ? pieces[0]! : joined(pieces);
  let sum = 0;
  for (let i = 0; i + 1 < octets.length; i += 2) sum += (octets[i]! << 8) | octets[i + 1]!;
  if (octets.length % 2 === 1) sum += octets.at(-1)! << 8;
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000);
  return ~sum & 0xffff;
}

export function pseudoHeader(
  source: string,
  destination: string,
  protocol: number,
  length: number,
): Uint8Array {
  const isIpv4 = source.includes('.') && !source.includes(':');
  const [from, to] = [source, destination].map((text) => (isIpv4 ? scanIpv4(text) : scanIpv6(text)));
  const tail = new Uint8Array(isIpv4 ? 4 : 8);
  if (isIpv4) {
    tail[1] = protocol;
    put16(tail, 2, length);
  } else {
    put32(tail, 0, length);
    tail[7] = protocol;
  }
  return joined([from!, to!, tail]);
}
