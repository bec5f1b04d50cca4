/**
 * The server's part of a cookie (RFC 7873 4): nothing, or eight to thirty-two octets.
 */

import { printHex, scanHex } from '../hex.ts';
import { ScanError } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import type { Kind } from './kind.ts';

const MINIMUM_OCTETS = 8;
const MAXIMUM_OCTETS = 32;

export const serverCookie: Kind<Uint8Array> = {
  title: 'nothing, or 8 to 32 octets in hexadecimal',
  read: (reader) => {
    const at = reader.offset;
    const octets = reader.rest();
    if (!isPossible(octets)) throw wrongLength(at, octets);
    return octets;
  },
  write: (writer, octets) => {
    if (!isPossible(octets)) throw wrongLength(writer.offset, octets);
    writer.put(octets);
  },
  print: printHex,
  scan: (tokens) => {
    const token = tokens.done ? undefined : tokens.next('a server cookie');
    const octets = scanHex(token?.text ?? '');
    if (octets && isPossible(octets)) return octets;
    throw new ScanError(`"${token!.text}" is not 16 to 64 hexadecimal digits`, token);
  },
};

/** RFC 7873 5.2.2: a cookie of any other length is a format error. */
function isPossible({ length }: Uint8Array): boolean {
  return length === 0 || (length >= MINIMUM_OCTETS && length <= MAXIMUM_OCTETS);
}

function wrongLength(at: number, { length }: Uint8Array): WireError {
  const wanted = `${MINIMUM_OCTETS} to ${MAXIMUM_OCTETS}`;
  return new WireError(
    'bad-value',
    at,
    `a server cookie of ${length} octets, where none or ${wanted} may be`,
  );
}
