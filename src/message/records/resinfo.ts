/** RESINFO (RFC 9606 4): What a resolver can do. */

import { characterStrings } from '../kinds/character-string.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const RESINFO = recordType({
  mnemonic: 'RESINFO',
  code: 261,
  rfc: 'RFC 9606 4',
  meaning: 'What a resolver can do.',
  example: {
    text: '"qnamemin" "exterr=15-17" "infourl=https://resolver.example.com/guide"',
    hex: '08716e616d656d696e0c6578746572723d31352d31372a696e666f75726c3d68747470733a2f2f7265736f6c7665722e6578616d706c652e636f6d2f6775696465',
  },
  fields: [field('strings', characterStrings, 'keys, some with a value after an =')],
});
