/** Any EDNS option that has no file here: its octets. */

import { field } from '../kinds/kind.ts';
import { hexOctets } from '../kinds/octets.ts';
import { optionType } from './option-type.ts';

export const UNKNOWN_OPTION = optionType({
  mnemonic: 'OPT65001',
  code: 65001,
  rfc: 'RFC 6891 6.1.2',
  meaning: 'An option whose layout is not known: the octets as they are.',
  example: { text: '00ff', hex: '00ff' },
  fields: [field('octets', hexOctets, 'the data, uninterpreted')],
});
