/** NSAP (RFC 1706 5): An address in an OSI network. */

import { nsapAddress } from '../kinds/hexadecimal.ts';
import { field } from '../kinds/kind.ts';
import { CLASS_INTERNET } from './record-classes.ts';
import { recordType } from './record-type.ts';

export const NSAP = recordType({
  mnemonic: 'NSAP',
  code: 22,
  rfc: 'RFC 1706 5',
  meaning: 'An address in an OSI network.',
  example: {
    text: '0x47000580005a0000000001e133ffffff00016100',
    hex: '47000580005a0000000001e133ffffff00016100',
  },
  classes: [CLASS_INTERNET],
  fields: [field('address', nsapAddress, 'the address, of up to 20 octets')],
});
