/** NAPTR (RFC 3403 4.1): A rule that turns a string into a name or URI, as for telephone numbers. */

import { characterString } from '../kinds/character-string.ts';
import { lowerCasedName } from '../kinds/domain-name.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const NAPTR = recordType({
  mnemonic: 'NAPTR',
  code: 35,
  rfc: 'RFC 3403 4.1',
  meaning: 'A rule that turns a string into a name or URI, as for telephone numbers.',
  example: {
    text: '100 50 "s" "SIP+D2U" "" _sip._udp.example.com.',
    hex: '006400320173075349502b44325500045f736970045f756470076578616d706c6503636f6d00',
  },
  fields: [
    field('order', u16, 'rules are used in this order'),
    field('preference', u16, 'among rules of one order, lower is tried first'),
    field('flags', characterString, 'what the result is: "s" a name for SRV, "a" for addresses, "u" a URI'),
    field('services', characterString, 'what is offered, and over what'),
    field('regexp', characterString, 'how to rewrite the string; empty where a replacement is given'),
    field('replacement', lowerCasedName, 'the next name to ask for; the root where a regexp is given'),
  ],
});
