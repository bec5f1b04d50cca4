/** X25 (RFC 1183 3.1): An address in an X.25 network. */

import { characterString } from '../kinds/character-string.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const X25 = recordType({
  mnemonic: 'X25',
  code: 19,
  rfc: 'RFC 1183 3.1',
  meaning: 'An address in an X.25 network.',
  example: { text: '"311061700956"', hex: '0c333131303631373030393536' },
  fields: [field('address', characterString, 'the digits of the address (X.121)')],
});
