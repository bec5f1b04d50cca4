/** RP (RFC 1183 2.2): The person responsible for a host or domain. */

import { lowerCasedName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const RP = recordType({
  mnemonic: 'RP',
  code: 17,
  rfc: 'RFC 1183 2.2',
  meaning: 'The person responsible for a host or domain.',
  example: {
    text: 'hostmaster.example.com. people.example.com.',
    hex: '0a686f73746d6173746572076578616d706c6503636f6d000670656f706c65076578616d706c6503636f6d00',
  },
  fields: [
    field('mailbox', lowerCasedName, 'the mailbox, with a dot for the @; the root means: not told'),
    field('text', lowerCasedName, 'where TXT records say more; the root means: nowhere'),
  ],
});
