/** DNSKEY (RFC 4034 2.1): A public key of the zone. */

import { KEY_FIELDS } from './key-fields.ts';
import { recordType } from './record-type.ts';

export const DNSKEY = recordType({
  mnemonic: 'DNSKEY',
  code: 48,
  rfc: 'RFC 4034 2.1',
  meaning: 'A public key of the zone.',
  example: {
    text: '257 3 13 GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==',
    hex: '0101030d1a88c88615d437fbb8bf9e1942a1929f28562706ae6c2bd399e7b1bfb6d1e9e75b92b4aa42917ae1c61b701ef035c3fe7be3009cbafe5a2f71316c902dcf0d00',
  },
  fields: KEY_FIELDS,
});
