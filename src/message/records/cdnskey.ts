/** CDNSKEY (RFC 7344 3.2): The key that the child wants the parent to make its DS record of. */

import { base64OrZero } from '../kinds/base64.ts';
import { u16, u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { dnssecAlgorithm } from '../kinds/named-numbers.ts';
import { recordType } from './record-type.ts';

export const CDNSKEY = recordType({
  mnemonic: 'CDNSKEY',
  code: 60,
  rfc: 'RFC 7344 3.2',
  meaning: 'The key that the child wants the parent to make its DS record of.',
  example: {
    text: '257 3 13 GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==',
    hex: '0101030d1a88c88615d437fbb8bf9e1942a1929f28562706ae6c2bd399e7b1bfb6d1e9e75b92b4aa42917ae1c61b701ef035c3fe7be3009cbafe5a2f71316c902dcf0d00',
  },
  fields: [
    field('flags', u16, '256 is a key for a zone; with 1 it is an entry point'),
    field('protocol', u8, 'always 3'),
    field('algorithm', dnssecAlgorithm, 'what the key is for; 0 asks for all DS records to be removed'),
    field('publicKey', base64OrZero, 'the key itself'),
  ],
});
