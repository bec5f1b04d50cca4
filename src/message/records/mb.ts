/** MB (RFC 1035 3.3.3): The host of a mailbox; an experiment. */

import { compressibleName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const MB = recordType({
  mnemonic: 'MB',
  code: 7,
  rfc: 'RFC 1035 3.3.3',
  meaning: 'The host of a mailbox; an experiment.',
  example: { text: 'mail.example.com.', hex: '046d61696c076578616d706c6503636f6d00' },
  fields: [field('host', compressibleName, 'the host that has the mailbox')],
});
