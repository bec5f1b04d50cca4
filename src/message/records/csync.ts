/** CSYNC (RFC 7477 2.1): Which records the parent should copy from the child. */

import { u16, u32 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { typeBitmaps } from '../kinds/type-bitmaps.ts';
import { recordType } from './record-type.ts';

export const CSYNC = recordType({
  mnemonic: 'CSYNC',
  code: 62,
  rfc: 'RFC 7477 2.1',
  meaning: 'Which records the parent should copy from the child.',
  example: { text: '66 3 A NS AAAA', hex: '000000420003000460000008' },
  fields: [
    field('serial', u32, 'the serial of the child from which on this holds'),
    field('flags', u16, '1 at once, without asking a person; 2 only from that serial on'),
    field('types', typeBitmaps, 'the types to copy'),
  ],
});
