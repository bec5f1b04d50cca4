/** PX (RFC 2163 4): How mail addresses of the Internet and of X.400 correspond. */

import { lowerCasedName } from '../kinds/domain-name.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { CLASS_INTERNET } from './record-classes.ts';
import { recordType } from './record-type.ts';

export const PX = recordType({
  mnemonic: 'PX',
  code: 26,
  rfc: 'RFC 2163 4',
  meaning: 'How mail addresses of the Internet and of X.400 correspond.',
  example: {
    text: '10 net2.it. PRMD-net2.ADMD-p400.C-it.',
    hex: '000a046e657432026974000950524d442d6e6574320941444d442d7034303004432d697400',
  },
  classes: [CLASS_INTERNET],
  fields: [
    field('preference', u16, 'lower is tried first'),
    field('map822', lowerCasedName, 'the domain in the Internet'),
    field('mapX400', lowerCasedName, 'the domain in X.400, written as a name'),
  ],
});
