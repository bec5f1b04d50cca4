/** CNAME (RFC 1035 3.3.1): The owner is an alias; this is its canonical name. */

import { compressibleName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const CNAME = recordType({
  mnemonic: 'CNAME',
  code: 5,
  rfc: 'RFC 1035 3.3.1',
  meaning: 'The owner is an alias; this is its canonical name.',
  example: { text: 'ns1.example.com.', hex: '036e7331076578616d706c6503636f6d00' },
  fields: [field('target', compressibleName, 'the canonical name that the owner is an alias of')],
});
