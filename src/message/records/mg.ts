/** MG (RFC 1035 3.3.6): A member of a mail group; an experiment. */

import { compressibleName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const MG = recordType({
  mnemonic: 'MG',
  code: 8,
  rfc: 'RFC 1035 3.3.6',
  meaning: 'A member of a mail group; an experiment.',
  example: { text: 'alice.example.com.', hex: '05616c696365076578616d706c6503636f6d00' },
  fields: [field('member', compressibleName, 'the mailbox of the member')],
});
