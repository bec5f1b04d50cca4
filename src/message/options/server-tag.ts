/** SERVER-TAG (draft-bellis-dnsop-edns-tags): a number that server and client agreed on. */

import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { optionType } from './option-type.ts';

export const SERVER_TAG = optionType({
  mnemonic: 'SERVER-TAG',
  aliases: ['edns-server-tag'],
  code: 17,
  rfc: 'draft-bellis-dnsop-edns-tags',
  meaning: 'A number whose meaning client and server have agreed on, in a response.',
  example: { text: '4660', hex: '1234' },
  fields: [field('tag', u16, 'means what both have agreed on')],
});
