/** CDS (RFC 7344 3.1): What the child wants its DS records in the parent to be. */

import { hexOrZero } from '../kinds/hexadecimal.ts';
import { u16, u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { dnssecAlgorithm } from '../kinds/named-numbers.ts';
import { recordType } from './record-type.ts';

export const CDS = recordType({
  mnemonic: 'CDS',
  code: 59,
  rfc: 'RFC 7344 3.1',
  meaning: 'What the child wants its DS records in the parent to be.',
  example: {
    text: '60485 13 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a',
    hex: 'ec450d02d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a',
  },
  fields: [
    field('keyTag', u16, 'helps to find the key in the child zone'),
    field('algorithm', dnssecAlgorithm, 'the algorithm of that key; 0 asks for all DS records to be removed'),
    field('digestType', u8, 'how the digest was made: 1 SHA-1, 2 SHA-256, 4 SHA-384'),
    field('digest', hexOrZero, 'the digest of the owner and the key'),
  ],
});
