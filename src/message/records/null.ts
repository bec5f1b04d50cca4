/** NULL (RFC 1035 3.3.10): Any octets at all; an experiment. */

import { field } from '../kinds/kind.ts';
import { genericOctets } from '../kinds/octets.ts';
import { recordType } from './record-type.ts';

export const NULL = recordType({
  mnemonic: 'NULL',
  code: 10,
  rfc: 'RFC 1035 3.3.10',
  meaning: 'Any octets at all; an experiment.',
  example: { text: '\\# 4 0a000001', hex: '0a000001' },
  fields: [field('data', genericOctets, 'whatever it is, uninterpreted')],
});
