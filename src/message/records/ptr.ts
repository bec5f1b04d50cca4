/** PTR (RFC 1035 3.3.12): A pointer to another name, mostly from an address back to its host. */

import { compressibleName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const PTR = recordType({
  mnemonic: 'PTR',
  code: 12,
  rfc: 'RFC 1035 3.3.12',
  meaning: 'A pointer to another name, mostly from an address back to its host.',
  example: { text: 'ns1.example.com.', hex: '036e7331076578616d706c6503636f6d00' },
  fields: [field('target', compressibleName, 'the name pointed to')],
});
