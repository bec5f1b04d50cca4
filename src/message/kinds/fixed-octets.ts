/**
 * A known number of octets as hexadecimal digits: identifiers and cookies.
 */

import { printHex, scanHex } from '../hex.ts';
import { ScanError } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import type { Kind } from './kind.ts';

/** Exactly `count` octets; as text one word of twice as many hexadecimal digits. */
export function fixedOctets(count: number): Kind<Uint8Array> {
  return {
    title: `${count} octets in hexadecimal`,
    octets: count,
    read: (reader) => reader.take(count),
    write: (writer, octets) => {
      if (octets.length !== count) {
        throw new WireError('bad-value', writer.offset, `${octets.length} octets where ${count} belong`);
      }
      writer.put(octets);
    },
    print: printHex,
    scan: (tokens) => {
      const token = tokens.next(`${2 * count} hexadecimal digits`);
      const octets = scanHex(token.text);
      if (octets?.length !== count) {
        throw new ScanError(`"${token.text}" is not ${2 * count} hexadecimal digits`, token);
      }
      return octets;
    },
  };
}
