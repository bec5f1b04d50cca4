/** ISDN (RFC 1183 3.2): A number in an ISDN telephone network. */

import { characterString } from '../kinds/character-string.ts';
import { field } from '../kinds/kind.ts';
import { optional } from '../kinds/optional.ts';
import { recordType } from './record-type.ts';

export const ISDN = recordType({
  mnemonic: 'ISDN',
  code: 20,
  rfc: 'RFC 1183 3.2',
  meaning: 'A number in an ISDN telephone network.',
  example: { text: '"150862028003217" "004"', hex: '0f31353038363230323830303332313703303034' },
  fields: [
    field('address', characterString, 'the digits of the number (E.164)'),
    field('subaddress', optional(characterString), 'hexadecimal digits, if there are any'),
  ],
});
