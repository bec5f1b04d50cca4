/** MX (RFC 1035 3.3.9): A host that accepts mail for the owner. */

import { compressibleName } from '../kinds/domain-name.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const MX = recordType({
  mnemonic: 'MX',
  code: 15,
  rfc: 'RFC 1035 3.3.9',
  meaning: 'A host that accepts mail for the owner.',
  example: { text: '10 mail.example.com.', hex: '000a046d61696c076578616d706c6503636f6d00' },
  fields: [
    field('preference', u16, 'lower is tried first'),
    field('exchange', compressibleName, 'the host that accepts the mail'),
  ],
});
