/** NSEC (RFC 4034 4.1): The next name of the zone and the types of this one: proves that nothing is between. */

import { domainName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { typeBitmaps } from '../kinds/type-bitmaps.ts';
import { recordType } from './record-type.ts';

export const NSEC = recordType({
  mnemonic: 'NSEC',
  code: 47,
  rfc: 'RFC 4034 4.1',
  meaning: 'The next name of the zone and the types of this one: proves that nothing is between.',
  example: {
    text: 'host.example.com. A MX RRSIG NSEC TYPE1234',
    hex: '04686f7374076578616d706c6503636f6d000006400100000003041b000000000000000000000000000000000000000000000000000020',
  },
  fields: [
    field('next', domainName, 'the next owner name in the zone, in canonical order'),
    field('types', typeBitmaps, 'the types that exist at this name'),
  ],
});
