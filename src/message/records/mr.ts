/** MR (RFC 1035 3.3.8): The new name of a mailbox; an experiment. */

import { compressibleName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const MR = recordType({
  mnemonic: 'MR',
  code: 9,
  rfc: 'RFC 1035 3.3.8',
  meaning: 'The new name of a mailbox; an experiment.',
  example: { text: 'alice.example.net.', hex: '05616c696365076578616d706c65036e657400' },
  fields: [field('newMailbox', compressibleName, 'the mailbox that is meant instead')],
});
