/**
 * The rest of the octets as text in UTF-8. What is not UTF-8 becomes U+FFFD; control characters are for the printer.
 */

import type { Kind } from './kind.ts';
import { printQuoted } from './character-string.ts';

/** A byte order mark is an octet sequence like any other here. */
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

export const utf8Text: Kind<string> = {
  title: 'text in UTF-8',
  read: (reader) => UTF8.decode(reader.rest()),
  write: (writer, text) => writer.put(new TextEncoder().encode(text)),
  print: (text) => printQuoted(new TextEncoder().encode(text)),
  scan: (tokens) => UTF8.decode(tokens.next('a text').octets()),
};
