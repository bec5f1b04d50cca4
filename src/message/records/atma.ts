/** ATMA (af-dans-0152): An address in an ATM network. */

import { atmAddress } from '../kinds/atm-address.ts';
import { field } from '../kinds/kind.ts';
import { CLASS_INTERNET } from './record-classes.ts';
import { recordType } from './record-type.ts';

export const ATMA = recordType({
  mnemonic: 'ATMA',
  code: 34,
  rfc: 'af-dans-0152',
  meaning: 'An address in an ATM network.',
  example: {
    text: '39246f00001000000000000000000a0e11000100',
    hex: '0039246f00001000000000000000000a0e11000100',
  },
  classes: [CLASS_INTERNET],
  fields: [field('address', atmAddress, 'an end-system address, or a telephone number after a plus')],
});
