/**
 * The bit map of NXT (RFC 2535 5.2): one bit for each of the types 1 to 127, up to the end of the RDATA.
 */

import { ScanError } from '../tokens.ts';
import { typeName } from '../type-names.ts';
import { WireError } from '../wire-error.ts';
import type { Kind } from './kind.ts';
import { bitsOf, typesOf } from './type-bitmaps.ts';
import { scanType } from './type-code.ts';

const HIGHEST = 127;

export const earlyTypeBitmap: Kind<readonly number[]> = {
  title: 'bit map of types 1 to 127',
  read: (reader) => {
    const at = reader.offset;
    const bits = reader.rest();
    if (bits.length > 16 || bits.at(-1) === 0 || (bits.length > 0 && bits[0]! & 0x80)) {
      const message = 'a bit map that has type 0, types above 127 or a zero octet at its end (RFC 2535 5.2)';
      throw new WireError('bad-value', at, message);
    }
    return typesOf(bits, 0);
  },
  write: (writer, types) => writer.put(bitsOf(types.toSorted((a, b) => a - b))),
  print: (types) => types.map(typeName).join(' '),
  scan: (tokens) => {
    const types = new Set<number>();
    while (!tokens.done) {
      const place = tokens.peek();
      const type = scanType(tokens);
      if (type < 1 || type > HIGHEST)
        throw new ScanError(`${typeName(type)} is beyond what NXT can say: 1 to 127`, place);
      types.add(type);
    }
    return [...types].toSorted((a, b) => a - b);
  },
};
