/**
 * Numbers written out in decimal inside a character string, as GPOS has its coordinates (RFC 1712 3).
 */

import { ScanError } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import { characterString } from './character-string.ts';
import type { Kind } from './kind.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

export const decimalString: Kind<string> = {
  title: 'number in a character string',
  read: (reader) => {
    const at = reader.offset;
    const text = String.fromCharCode(...characterString.read(reader));
    if (!NUMBER.test(text))
      throw new WireError('bad-value', at, 'a coordinate that is no number (RFC 1712 3)');
    return text;
  },
  write: (writer, text) => {
    if (!NUMBER.test(text)) throw new WireError('bad-value', writer.offset, `"${text}" is no number`);
    characterString.write(writer, new TextEncoder().encode(text));
  },
  print: (text) => text,
  scan: (tokens) => {
    const token = tokens.next('a number');
    const text = String.fromCharCode(...token.octets());
    if (!NUMBER.test(text) || text.length > 255) throw new ScanError(`"${token.text}" is no number`, token);
    return text;
  },
};
