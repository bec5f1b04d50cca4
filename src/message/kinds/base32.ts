/**
 * Hashed owner names: a length octet and the hash, in zone text as base32 with the extended hex alphabet and without
 * padding (RFC 5155 3.3).
 */

import { printBase32Hex, scanBase32Hex } from '../base64.ts';
import { ScanError } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import { countedOctets } from './counted-octets.ts';
import { u8 } from './integers.ts';
import type { Kind } from './kind.ts';

const counted = countedOctets(
  'hash in base32 with a length octet',
  u8,
  {
    print: printBase32Hex,
    scan: (tokens) => {
      const token = tokens.next('a hash in base32');
      const octets = scanBase32Hex(token.text);
      if (!octets || octets.length === 0 || octets.length > 255)
        throw new ScanError(`"${token.text}" is no hash in base32 (RFC 4648 7)`, token);
      return octets;
    },
  },
  'RFC 5155 3.2',
);

export const hashedOwner: Kind<Uint8Array> = {
  ...counted,
  read: (reader) => {
    const at = reader.offset;
    const hash = counted.read(reader);
    // RFC 5155 3.2: the hash length is from 1 to 255.
    if (hash.length === 0) throw new WireError('bad-value', at, 'a hash of no octets (RFC 5155 3.2)');
    return hash;
  },
};
