/**
 * Character strings: a length octet and up to 255 octets (RFC 1035 3.3). The value keeps the octets; quotes and
 * escapes belong to the zone text.
 */

import { ScanError, type Token } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import type { Reader } from '../reader.ts';
import type { Writer } from '../writer.ts';
import type { Kind } from './kind.ts';

const MAXIMUM_OCTETS = 255;

export const characterString: Kind<Uint8Array> = {
  title: 'character string',
  read: readString,
  write: writeString,
  print: printQuoted,
  scan: (tokens) => scanString(tokens.next('a character string')),
};

/** One string or more, up to the end of the RDATA. */
export const characterStrings: Kind<readonly Uint8Array[]> = {
  title: 'character strings',
  read: (reader) => {
    const strings = [readString(reader)];
    while (reader.offset < reader.end) strings.push(readString(reader));
    return strings;
  },
  write: (writer, strings) => {
    for (const string of strings) writeString(writer, string);
  },
  print: (strings) => strings.map(printQuoted).join(' '),
  scan: (tokens) => {
    const strings = [scanString(tokens.next('a character string'))];
    while (!tokens.done) strings.push(scanString(tokens.next('a character string')));
    return strings;
  },
};

function readString(reader: Reader): Uint8Array {
  const { recorder, offset } = reader;
  const string = reader.take(reader.u8());
  if (recorder) {
    recorder.open('string', offset);
    const rfc = 'RFC 1035 3.3';
    recorder.leaf('length', offset, offset + 1, {
      value: String(string.length),
      means: 'octets in this string',
      rfc,
    });
    if (string.length > 0)
      recorder.leaf('text', offset + 1, reader.offset, {
        value: printQuoted(string),
        means: 'the string',
        rfc,
      });
    recorder.close(reader.offset, { value: printQuoted(string), means: 'a character string', rfc });
  }
  return string;
}

function writeString(writer: Writer, string: Uint8Array): void {
  if (string.length > MAXIMUM_OCTETS) {
    throw new WireError(
      'bad-value',
      writer.offset,
      `a character string of ${string.length} octets: at most ${MAXIMUM_OCTETS}`,
    );
  }
  writer.u8(string.length);
  writer.put(string);
}

function scanString(token: Token): Uint8Array {
  const octets = token.octets();
  if (octets.length > MAXIMUM_OCTETS) {
    throw new ScanError(`a character string of ${octets.length} octets: at most ${MAXIMUM_OCTETS}`, token);
  }
  return octets;
}

/** The octets in double quotes; what is not printable ASCII, and the quote and backslash, escaped (RFC 1035 5.1). */
export function printQuoted(octets: Uint8Array): string {
  return `"${printEscaped(octets)}"`;
}

function printEscaped(octets: Uint8Array): string {
  let text = '';
  for (const octet of octets) {
    if (octet === 0x22 || octet === 0x5c) text += `\\${String.fromCharCode(octet)}`;
    else if (octet < 0x20 || octet > 0x7e) text += `\\${String(octet).padStart(3, '0')}`;
    else text += String.fromCharCode(octet);
  }
  return text;
}
