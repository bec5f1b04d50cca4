/**
 * Octets that zone files write in base64: keys, signatures, certificates. Where they fill the rest of the RDATA the
 * digits may be split by spaces (RFC 4034 2.2).
 */

import { printBase64, scanBase64 } from '../base64.ts';
import { ScanError, type Token, type Tokens } from '../tokens.ts';
import { countedOctets } from './counted-octets.ts';
import { scanInteger, u16 } from './integers.ts';
import type { Kind } from './kind.ts';

/** The remaining octets. */
export const base64Octets: Kind<Uint8Array> = {
  title: 'octets in base64',
  read: (reader) => reader.rest(),
  write: (writer, octets) => writer.put(octets),
  print: printBase64,
  scan: (tokens) => octetsOf(restOf(tokens), tokens.peek()),
};

/** The remaining octets; none are written as a single 0 (RFC 8078 4). */
export const base64OrZero: Kind<Uint8Array> = {
  ...base64Octets,
  title: 'octets in base64, 0 for none',
  print: (octets) => (octets.length === 0 ? '0' : printBase64(octets)),
  scan: (tokens) => {
    const place = tokens.peek();
    const text = restOf(tokens);
    return text === '0' ? new Uint8Array() : octetsOf(text, place);
  },
};

/** The remaining octets; none are written as a dash. */
export const base64OrDash: Kind<Uint8Array> = {
  ...base64Octets,
  title: 'octets in base64, - for none',
  print: (octets) => (octets.length === 0 ? '-' : printBase64(octets)),
  scan: (tokens) => {
    const place = tokens.peek();
    const text = restOf(tokens);
    return text === '-' ? new Uint8Array() : octetsOf(text, place);
  },
};

/** Octets with their number in two octets; zone text has the number too, and the base64 only where it is not 0. */
export const sizedBase64: Kind<Uint8Array> = countedOctets(
  'octets in base64 after their number',
  u16,
  {
    print: (octets) => (octets.length === 0 ? '0' : `${octets.length} ${printBase64(octets)}`),
    scan: (tokens) => {
      const place = tokens.peek();
      const length = scanInteger(tokens, 0xffff);
      const octets = length === 0 ? new Uint8Array() : scanBase64Token(tokens);
      if (octets.length !== length)
        throw new ScanError(`${length} octets are announced, ${octets.length} follow`, place);
      return octets;
    },
  },
  'RFC 8945 4.2',
);

/** One word of base64, no more. */
export function scanBase64Token(tokens: Tokens): Uint8Array {
  const token = tokens.next('base64');
  return octetsOf(token.text, token);
}

function restOf(tokens: Tokens): string {
  let text = '';
  while (!tokens.done) text += tokens.next('base64').text;
  return text;
}

function octetsOf(text: string, place: Token | undefined): Uint8Array {
  const octets = scanBase64(text);
  if (!octets) throw new ScanError(`"${text}" is no base64`, place);
  return octets;
}
