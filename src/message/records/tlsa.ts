/** TLSA (RFC 6698 2.1): The certificate or key that a TLS server must have (DANE). */

import { ASSOCIATION_FIELDS } from './association-fields.ts';
import { recordType } from './record-type.ts';

export const TLSA = recordType({
  mnemonic: 'TLSA',
  code: 52,
  rfc: 'RFC 6698 2.1',
  meaning: 'The certificate or key that a TLS server must have (DANE).',
  example: {
    text: '3 1 1 d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971',
    hex: '030101d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971',
  },
  fields: ASSOCIATION_FIELDS,
});
