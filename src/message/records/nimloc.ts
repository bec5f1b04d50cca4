/** NIMLOC (draft-ietf-nimrod-dns-02): A locator of the Nimrod routing architecture. */

import { field } from '../kinds/kind.ts';
import { hexOctets } from '../kinds/octets.ts';
import { recordType } from './record-type.ts';

export const NIMLOC = recordType({
  mnemonic: 'NIMLOC',
  code: 32,
  rfc: 'draft-ietf-nimrod-dns-02',
  meaning: 'A locator of the Nimrod routing architecture.',
  example: { text: '75234159eac457100001', hex: '75234159eac457100001' },
  fields: [field('locator', hexOctets, 'the locator')],
});
