/**
 * Octets that zone files write in hexadecimal in ways of their own: a salt, a digest that may be missing, an NSAP.
 */

import { printHex, scanHex } from '../hex.ts';
import { ScanError } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import { countedOctets } from './counted-octets.ts';
import { u8 } from './integers.ts';
import type { Kind } from './kind.ts';
import { hexOctets } from './octets.ts';

const LEAST_DIGEST_OCTETS = 12;

/** A length octet and that many octets; none are written as a dash (RFC 5155 3.3). */
export const salt: Kind<Uint8Array> = countedOctets(
  'octets in hexadecimal with a length octet',
  u8,
  {
    print: (octets) => (octets.length === 0 ? '-' : printHex(octets)),
    scan: (tokens) => {
      const token = tokens.next('hexadecimal digits or -');
      const octets = token.text === '-' ? new Uint8Array() : scanHex(token.text);
      if (!octets || token.text === '' || octets.length > 255)
        throw new ScanError(`"${token.text}" is no salt: up to 255 octets in hexadecimal, or -`, token);
      return octets;
    },
  },
  'RFC 5155 3.2',
);

/** The remaining octets; none are written as a single 0 (RFC 8078 4). */
export const hexOrZero: Kind<Uint8Array> = {
  ...hexOctets,
  title: 'octets in hexadecimal, 0 for none',
  print: (octets) => (octets.length === 0 ? '0' : printHex(octets)),
  scan: (tokens) => {
    const place = tokens.peek();
    let text = '';
    while (!tokens.done) text += tokens.next('hexadecimal digits').text;
    const octets = text === '0' ? new Uint8Array() : scanHex(text);
    if (!octets) throw new ScanError(`"${text}" is no even number of hexadecimal digits`, place);
    return octets;
  },
};

/** The remaining octets as `0x…`, with dots anywhere between digits (RFC 1706 5). */
export const nsapAddress: Kind<Uint8Array> = {
  title: 'NSAP address',
  read: (reader) => reader.rest(),
  write: (writer, octets) => writer.put(octets),
  print: (octets) => `0x${printHex(octets)}`,
  scan: (tokens) => {
    const token = tokens.next('an NSAP address');
    const octets = /^0x/i.test(token.text) ? scanHex(token.text.slice(2).replaceAll('.', '')) : undefined;
    if (!octets) throw new ScanError(`"${token.text}" is no NSAP address: 0x and hexadecimal digits`, token);
    return octets;
  },
};

/** RFC 8976 2.2.4: a digest of a zone has at least twelve octets. */
export const zoneDigest: Kind<Uint8Array> = {
  ...hexOctets,
  title: 'digest in hexadecimal, at least 12 octets',
  read: (reader) => {
    if (reader.remaining < LEAST_DIGEST_OCTETS)
      throw new WireError('bad-value', reader.offset, 'a digest of less than 12 octets (RFC 8976 2.2.4)');
    return reader.rest();
  },
  scan: (tokens) => {
    const place = tokens.peek();
    const digest = hexOctets.scan(tokens);
    if (digest.length < LEAST_DIGEST_OCTETS)
      throw new ScanError('a digest of less than 12 octets (RFC 8976 2.2.4)', place);
    return digest;
  },
};
