/** COOKIE (RFC 7873): a token that shows that both sides saw each other before. */

import { field } from '../kinds/kind.ts';
import { hexOctets } from '../kinds/octets.ts';
import { optionType } from './option-type.ts';

export const COOKIE = optionType({
  mnemonic: 'COOKIE',
  code: 10,
  rfc: 'RFC 7873 4',
  meaning: 'A token that shows that both sides saw each other before.',
  example: { text: '0102030405060708', hex: '0102030405060708' },
  fields: [field('cookie', hexOctets, 'eight octets of the client, then eight to thirty-two of the server')],
});
