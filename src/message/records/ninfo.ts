/** NINFO (draft-reid-dnsext-zs-01): The state of a zone, in words. */

import { characterStrings } from '../kinds/character-string.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const NINFO = recordType({
  mnemonic: 'NINFO',
  code: 56,
  rfc: 'draft-reid-dnsext-zs-01',
  meaning: 'The state of a zone, in words.',
  example: {
    text: '"green" "Signed since 2026."',
    hex: '05677265656e125369676e65642073696e636520323032362e',
  },
  fields: [field('strings', characterStrings, 'one character string or more')],
});
