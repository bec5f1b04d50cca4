/** APL (RFC 3123 4): Lists of address prefixes, some of them excluded. */

import { addressPrefixes } from '../kinds/address-prefixes.ts';
import { field } from '../kinds/kind.ts';
import { CLASS_INTERNET } from './record-classes.ts';
import { recordType } from './record-type.ts';

export const APL = recordType({
  mnemonic: 'APL',
  code: 42,
  rfc: 'RFC 3123 4',
  meaning: 'Lists of address prefixes, some of them excluded.',
  example: {
    text: '1:192.0.2.0/24 !1:192.0.2.64/28 2:2001:db8::/32',
    hex: '00011803c0000200011c84c00002400002200420010db8',
  },
  classes: [CLASS_INTERNET],
  fields: [field('prefixes', addressPrefixes, 'the prefixes in order; an exclamation mark excludes')],
});
