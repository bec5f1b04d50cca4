/** GPOS (RFC 1712 3): Where something is, as three decimal numbers; LOC replaced it. */

import { decimalString } from '../kinds/decimal-string.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const GPOS = recordType({
  mnemonic: 'GPOS',
  code: 27,
  rfc: 'RFC 1712 3',
  meaning: 'Where something is, as three decimal numbers; LOC replaced it.',
  example: { text: '-32.6882 116.8652 10.0', hex: '082d33322e36383832083131362e383635320431302e30' },
  fields: [
    field('longitude', decimalString, 'degrees; the example of the RFC has the latitude here'),
    field('latitude', decimalString, 'degrees; the example of the RFC has the longitude here'),
    field('altitude', decimalString, 'metres above the sea'),
  ],
});
