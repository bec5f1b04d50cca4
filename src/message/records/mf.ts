/** MF (RFC 1035 3.3.5): A host that forwards mail for the domain; obsolete, MX replaced it (RFC 973). */

import { compressibleName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const MF = recordType({
  mnemonic: 'MF',
  code: 4,
  rfc: 'RFC 1035 3.3.5',
  meaning: 'A host that forwards mail for the domain; obsolete, MX replaced it (RFC 973).',
  example: { text: 'relay.example.com.', hex: '0572656c6179076578616d706c6503636f6d00' },
  fields: [field('host', compressibleName, 'the host that forwards the mail')],
});
