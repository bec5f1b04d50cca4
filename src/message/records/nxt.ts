/** NXT (RFC 2535 5.2): The next name of a zone and the types of this one; replaced by NSEC. */

import { lowerCasedName } from '../kinds/domain-name.ts';
import { earlyTypeBitmap } from '../kinds/early-type-bitmap.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const NXT = recordType({
  mnemonic: 'NXT',
  code: 30,
  rfc: 'RFC 2535 5.2',
  meaning: 'The next name of a zone and the types of this one; replaced by NSEC.',
  example: {
    text: 'medium.example.com. A MX SIG NXT',
    hex: '066d656469756d076578616d706c6503636f6d0040010082',
  },
  fields: [
    field('next', lowerCasedName, 'the next owner name in the zone'),
    field('types', earlyTypeBitmap, 'the types that exist at this name'),
  ],
});
