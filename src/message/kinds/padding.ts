/**
 * Octets that only take room (RFC 7830). As text, zeros are counted: `468*00`; anything else is hexadecimal.
 */

import { printHex } from '../hex.ts';
import { hexOctets } from './octets.ts';
import type { Kind } from './kind.ts';

/** No message is longer, so no padding is. */
const MAXIMUM_OCTETS = 65535;

export const padding: Kind<Uint8Array> = {
  title: 'octets that take room',
  read: (reader) => reader.rest(),
  write: (writer, octets) => writer.put(octets),
  print: (octets) =>
    octets.length > 0 && octets.every((octet) => octet === 0) ? `${octets.length}*00` : printHex(octets),
  scan: (tokens) => {
    const counted = /^(\d{1,5})\*00$/.exec(tokens.peek()?.text ?? '');
    if (!counted || Number(counted[1]) > MAXIMUM_OCTETS) return hexOctets.scan(tokens);
    tokens.next('padding');
    return new Uint8Array(Number(counted[1]));
  },
};
