/** MD (RFC 1035 3.3.4): A host that takes mail for the domain; obsolete, MX replaced it (RFC 973). */

import { compressibleName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const MD = recordType({
  mnemonic: 'MD',
  code: 3,
  rfc: 'RFC 1035 3.3.4',
  meaning: 'A host that takes mail for the domain; obsolete, MX replaced it (RFC 973).',
  example: { text: 'mail.example.com.', hex: '046d61696c076578616d706c6503636f6d00' },
  fields: [field('host', compressibleName, 'the host that takes the mail')],
});
