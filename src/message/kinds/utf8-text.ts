/**
 * The rest of the octets as text in UTF-8. What is not UTF-8 becomes U+FFFD; control characters are for the printer.
 */

import type { Kind } from './kind.ts';
import { printQuoted } from './character-string.ts';

export const utf8Text: Kind<string> = {
  title: 'text in UTF-8',
  read: (reader) => new TextDecoder().decode(reader.rest()),
  write: (writer, text) => writer.put(new TextEncoder().encode(text)),
  print: (text) => printQuoted(new TextEncoder().encode(text)),
  scan: (tokens) => new TextDecoder().decode(tokens.next('a text').octets()),
};
