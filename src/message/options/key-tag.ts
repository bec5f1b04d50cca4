/** KEY-TAG (RFC 8145): which trust anchors the sender has. */

import { listOfU16 } from '../kinds/code-list.ts';
import { field } from '../kinds/kind.ts';
import { optionType } from './option-type.ts';

export const KEY_TAG = optionType({
  mnemonic: 'KEY-TAG',
  aliases: ['edns-key-tag'],
  code: 14,
  rfc: 'RFC 8145 4.1',
  meaning: 'The tags of the keys that the sender trusts.',
  example: { text: '20326 38696', hex: '4f669728' },
  fields: [
    field(
      'keyTags',
      listOfU16(() => undefined),
      'tags of DNSKEY records',
    ),
  ],
});
