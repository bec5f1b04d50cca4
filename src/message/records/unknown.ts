/** Any type that has no file here: its octets, printed as RFC 3597 5 says. */

import { field } from '../kinds/kind.ts';
import { genericOctets } from '../kinds/octets.ts';
import { recordType } from './record-type.ts';

export const UNKNOWN = recordType({
  mnemonic: 'UNKNOWN',
  code: 65280,
  rfc: 'RFC 3597',
  meaning: 'A type whose layout is not known: the octets as they are.',
  example: { text: '\\# 4 0a000001', hex: '0a000001' },
  fields: [field('octets', genericOctets, 'the data, uninterpreted')],
});
