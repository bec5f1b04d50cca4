/** LOC (RFC 1876 2): Where something is on the Earth, how big it is, and how precisely that is known. */

import { field } from '../kinds/kind.ts';
import { location } from '../kinds/location.ts';
import { recordType } from './record-type.ts';

export const LOC = recordType({
  mnemonic: 'LOC',
  code: 29,
  rfc: 'RFC 1876 2',
  meaning: 'Where something is on the Earth, how big it is, and how precisely that is known.',
  example: {
    text: '42 21 54.000 N 71 6 18.000 W -24.00m 30.00m 10000.00m 10.00m',
    hex: '0033161389172dd070be15f000988d20',
  },
  fields: [field('location', location, 'latitude, longitude, altitude, size and precisions')],
});
