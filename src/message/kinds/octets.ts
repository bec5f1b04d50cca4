/**
 * Octets with no inner layout that rootwalk knows: the data of unknown types and options (RFC 3597 5), and plain hex.
 */

import { printHex, scanHex } from '../hex.ts';
import { ScanError } from '../tokens.ts';
import { scanInteger } from './integers.ts';
import type { Kind } from './kind.ts';

/** The generic form of any RDATA: `\# LENGTH HEX`. */
export const genericOctets: Kind<Uint8Array> = {
  title: 'octets',
  read: (reader) => reader.rest(),
  write: (writer, octets) => writer.put(octets),
  print: (octets) => (octets.length === 0 ? '\\# 0' : `\\# ${octets.length} ${printHex(octets)}`),
  scan: (tokens) => {
    const mark = tokens.next('\\#');
    if (mark.text !== '\\#')
      throw new ScanError(`"${mark.text}" where the data of an unknown type starts with \\#`, mark);
    const length = scanInteger(tokens, 0xffff);
    let hex = '';
    while (!tokens.done) hex += tokens.next('hexadecimal digits').text;
    const octets = scanHex(hex);
    if (!octets) throw new ScanError(`"${hex}" is no even number of hexadecimal digits`, mark);
    if (octets.length !== length) {
      throw new ScanError(`\\# announces ${length} octets, but ${octets.length} follow`, mark);
    }
    return octets;
  },
};

/** The remaining octets, as hexadecimal digits. */
export const hexOctets: Kind<Uint8Array> = {
  title: 'octets in hexadecimal',
  read: (reader) => reader.rest(),
  write: (writer, octets) => writer.put(octets),
  print: (octets) => printHex(octets),
  scan: (tokens) => {
    const place = tokens.peek();
    let hex = '';
    while (!tokens.done) hex += tokens.next('hexadecimal digits').text;
    const octets = scanHex(hex);
    if (!octets) throw new ScanError(`"${hex}" is no even number of hexadecimal digits`, place);
    return octets;
  },
};
