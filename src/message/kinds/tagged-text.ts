/**
 * The two halves of a CAA property (RFC 8659 4.1): a tag with a length octet, and a value that fills the rest.
 */

import { ScanError } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import { printQuoted } from './character-string.ts';
import type { Kind } from './kind.ts';

const LETTERS_AND_DIGITS = /^[0-9a-z]{1,255}$/i;

export const propertyTag: Kind<string> = {
  title: 'tag with a length octet',
  read: (reader) => {
    const at = reader.offset;
    const tag = String.fromCharCode(...reader.take(reader.u8()));
    if (!LETTERS_AND_DIGITS.test(tag))
      throw new WireError('bad-value', at, 'a tag has letters and digits only');
    reader.recorder?.leaf('length', at, at + 1, {
      value: String(tag.length),
      means: 'octets in the tag',
      rfc: 'RFC 8659 4.1',
    });
    reader.recorder?.leaf('text', at + 1, reader.offset, {
      value: tag,
      means: 'the tag',
      rfc: 'RFC 8659 4.1',
    });
    return tag;
  },
  write: (writer, tag) => {
    if (!LETTERS_AND_DIGITS.test(tag))
      throw new WireError('bad-value', writer.offset, 'a tag has letters and digits only');
    writer.u8(tag.length);
    writer.put(new TextEncoder().encode(tag));
  },
  print: (tag) => tag,
  scan: (tokens) => {
    const token = tokens.next('a tag');
    if (!LETTERS_AND_DIGITS.test(token.text))
      throw new ScanError(`"${token.text}": a tag has letters and digits only`, token);
    return token.text;
  },
};

export const remainingText: Kind<Uint8Array> = {
  title: 'the rest, as text',
  read: (reader) => reader.rest(),
  write: (writer, octets) => writer.put(octets),
  print: printQuoted,
  scan: (tokens) => tokens.next('a text').octets(),
};

/** The rest, of which there must be some (RFC 7553 4.4). */
export const someText: Kind<Uint8Array> = {
  ...remainingText,
  title: 'the rest, as text, at least an octet',
  read: (reader) => {
    if (reader.remaining === 0) throw new WireError('bad-value', reader.offset, 'an empty text');
    return reader.rest();
  },
  write: (writer, octets) => {
    if (octets.length === 0) throw new WireError('bad-value', writer.offset, 'an empty text');
    writer.put(octets);
  },
  scan: (tokens) => {
    const token = tokens.next('a text');
    const octets = token.octets();
    if (octets.length === 0) throw new ScanError('the text is empty', token);
    return octets;
  },
};
