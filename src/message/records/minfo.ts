/** MINFO (RFC 1035 3.3.7): The mailboxes behind a mailing list; an experiment. */

import { compressibleName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const MINFO = recordType({
  mnemonic: 'MINFO',
  code: 14,
  rfc: 'RFC 1035 3.3.7',
  meaning: 'The mailboxes behind a mailing list; an experiment.',
  example: {
    text: 'owner.example.com. errors.example.com.',
    hex: '056f776e6572076578616d706c6503636f6d00066572726f7273076578616d706c6503636f6d00',
  },
  fields: [
    field('responsible', compressibleName, 'RMAILBX: the mailbox of whoever is responsible'),
    field('errors', compressibleName, 'EMAILBX: the mailbox that errors go to'),
  ],
});
