/** SPF (RFC 4408 3.1.1): Which hosts may send mail for a domain; TXT is used instead (RFC 7208 3.1). */

import { characterStrings } from '../kinds/character-string.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const SPF = recordType({
  mnemonic: 'SPF',
  code: 99,
  rfc: 'RFC 4408 3.1.1',
  meaning: 'Which hosts may send mail for a domain; TXT is used instead (RFC 7208 3.1).',
  example: { text: '"v=spf1 -all"', hex: '0b763d73706631202d616c6c' },
  fields: [field('strings', characterStrings, 'one character string or more, put together without spaces')],
});
