/** UMBRELLA-IDENT: how the resolvers of Cisco Umbrella are told who asks; registered by its maker, without an RFC. */

import { fixedOctets } from '../kinds/fixed-octets.ts';
import { u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { hexOctets } from '../kinds/octets.ts';
import { optionType } from './option-type.ts';

export const UMBRELLA_IDENTITY = optionType({
  mnemonic: 'UMBRELLA-IDENT',
  aliases: ['umbrella ident'],
  code: 20292,
  rfc: 'RFC 6891 9',
  meaning: 'Tells the resolvers of Cisco Umbrella whose query it is; registered without an RFC.',
  example: { text: '4f444e53 1 0 0010c0000201', hex: '4f444e5301000010c0000201' },
  fields: [
    field('magic', fixedOctets(4), 'the letters ODNS'),
    field('version', u8, 'version of the layout: 1'),
    field('flags', u8, 'zero'),
    field('identities', hexOctets, 'a 16-bit kind and a value each: organisation, address, device'),
  ],
});
