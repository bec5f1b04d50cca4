/** EDE, the extended DNS error (RFC 8914): why the server answers as it does. */

import { field } from '../kinds/kind.ts';
import { u16 } from '../kinds/integers.ts';
import { utf8Text } from '../kinds/utf8-text.ts';
import { optionType } from './option-type.ts';

export const EXTENDED_ERROR = optionType({
  mnemonic: 'EDE',
  aliases: ['extended-error', 'extended DNS error'],
  code: 15,
  rfc: 'RFC 8914 2',
  meaning: 'Why the server answers as it does, as a code and a text.',
  example: { text: '20 "not my zone"', hex: '00146e6f74206d79207a6f6e65' },
  fields: [
    field('infoCode', u16, 'the reason, from the registry of extended errors'),
    field('extraText', utf8Text, 'more about it, for people'),
  ],
});
