/** KEY (RFC 2535 3.1): A public key; for hosts (RFC 2931) still, for zones replaced by DNSKEY. */

import { KEY_FIELDS } from './key-fields.ts';
import { recordType } from './record-type.ts';

export const KEY = recordType({
  mnemonic: 'KEY',
  code: 25,
  rfc: 'RFC 2535 3.1',
  meaning: 'A public key; for hosts (RFC 2931) still, for zones replaced by DNSKEY.',
  example: {
    text: '512 3 13 GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==',
    hex: '0200030d1a88c88615d437fbb8bf9e1942a1929f28562706ae6c2bd399e7b1bfb6d1e9e75b92b4aa42917ae1c61b701ef035c3fe7be3009cbafe5a2f71316c902dcf0d00',
  },
  fields: KEY_FIELDS,
});
