/** CLIENT-TAG (draft-bellis-dnsop-edns-tags): a number that client and server agreed on. */

import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { optionType } from './option-type.ts';

export const CLIENT_TAG = optionType({
  mnemonic: 'CLIENT-TAG',
  aliases: ['edns-client-tag'],
  code: 16,
  rfc: 'draft-bellis-dnsop-edns-tags',
  meaning: 'A number whose meaning client and server have agreed on, in a query.',
  example: { text: '4660', hex: '1234' },
  fields: [field('tag', u16, 'means what both have agreed on')],
});
