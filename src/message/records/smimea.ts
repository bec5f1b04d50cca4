/** SMIMEA (RFC 8162 2): The certificate of a mailbox for S/MIME. */

import { ASSOCIATION_FIELDS } from './association-fields.ts';
import { recordType } from './record-type.ts';

export const SMIMEA = recordType({
  mnemonic: 'SMIMEA',
  code: 53,
  rfc: 'RFC 8162 2',
  meaning: 'The certificate of a mailbox for S/MIME.',
  example: {
    text: '3 1 1 d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971',
    hex: '030101d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971',
  },
  fields: ASSOCIATION_FIELDS,
});
