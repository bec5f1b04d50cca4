/** NSEC3 (RFC 5155 3): The next hashed name of the zone and the types of this one: proves a gap without the names. */

import { hashedOwner } from '../kinds/base32.ts';
import { field } from '../kinds/kind.ts';
import { typeBitmaps } from '../kinds/type-bitmaps.ts';
import { NSEC3_HASH_FIELDS } from './nsec3-fields.ts';
import { recordType } from './record-type.ts';

export const NSEC3 = recordType({
  mnemonic: 'NSEC3',
  code: 50,
  rfc: 'RFC 5155 3',
  meaning: 'The next hashed name of the zone and the types of this one: proves a gap without the names.',
  example: {
    text: '1 1 12 aabbccdd 2vptu5timamqttgl4luu9kg21e0aor3s A RRSIG',
    hex: '0101000c04aabbccdd1417f3df17b2b2adaef615257de4d2020b80ac6c7c0006400000000002',
  },
  fields: [
    ...NSEC3_HASH_FIELDS,
    field('nextHashed', hashedOwner, 'the hash of the next owner name, in the order of the hashes'),
    field('types', typeBitmaps, 'the types that exist at this name'),
  ],
});
