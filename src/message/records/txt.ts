/** TXT (RFC 1035 3.3.14): Text whose meaning depends on the owner, such as SPF or a proof of ownership. */

import { characterStrings } from '../kinds/character-string.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const TXT = recordType({
  mnemonic: 'TXT',
  code: 16,
  rfc: 'RFC 1035 3.3.14',
  meaning: 'Text whose meaning depends on the owner, such as SPF or a proof of ownership.',
  example: { text: '"v=spf1 -all" "two"', hex: '0b763d73706631202d616c6c0374776f' },
  fields: [field('strings', characterStrings, 'one character string or more')],
});
