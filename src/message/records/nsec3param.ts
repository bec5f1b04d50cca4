/** NSEC3PARAM (RFC 5155 4): How the names of the zone are hashed for its NSEC3 records. */

import { NSEC3_HASH_FIELDS } from './nsec3-fields.ts';
import { recordType } from './record-type.ts';

export const NSEC3PARAM = recordType({
  mnemonic: 'NSEC3PARAM',
  code: 51,
  rfc: 'RFC 5155 4',
  meaning: 'How the names of the zone are hashed for its NSEC3 records.',
  example: { text: '1 0 12 aabbccdd', hex: '0100000c04aabbccdd' },
  fields: NSEC3_HASH_FIELDS,
});
