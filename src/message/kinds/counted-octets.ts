/**
 * Octets with their number in front, in one octet or two. How they look in zone text is for whoever makes such a kind.
 */

import type { Tokens } from '../tokens.ts';
import { field, partsOf, type Kind } from './kind.ts';
import { readPart } from './part.ts';

/** How octets are put as text. */
export interface OctetsText {
  readonly print: (octets: Uint8Array) => string;
  readonly scan: (tokens: Tokens) => Uint8Array;
}

/** `length` is the kind of the number in front; `rfc` is quoted at the spans of number and octets. */
export function countedOctets(
  title: string,
  length: Kind<number>,
  text: OctetsText,
  rfc: string,
): Kind<Uint8Array> {
  const count = field('length', length, 'octets that follow');
  return {
    title,
    parts: [...partsOf([count]), { name: 'data', meaning: 'that many octets' }],
    read: (reader) => {
      const octets = reader.take(readPart(reader, count, rfc));
      if (octets.length > 0) {
        const details = { means: 'the octets themselves', rfc, print: () => text.print(octets) };
        reader.recorder?.leaf('data', reader.offset - octets.length, reader.offset, details);
      }
      return octets;
    },
    write: (writer, octets) => {
      length.write(writer, octets.length);
      writer.put(octets);
    },
    print: text.print,
    scan: text.scan,
  };
}
