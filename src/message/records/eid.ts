/** EID (draft-ietf-nimrod-dns-02): An endpoint identifier of the Nimrod routing architecture. */

import { field } from '../kinds/kind.ts';
import { hexOctets } from '../kinds/octets.ts';
import { recordType } from './record-type.ts';

export const EID = recordType({
  mnemonic: 'EID',
  code: 31,
  rfc: 'draft-ietf-nimrod-dns-02',
  meaning: 'An endpoint identifier of the Nimrod routing architecture.',
  example: { text: 'e32c6f78163a9348', hex: 'e32c6f78163a9348' },
  fields: [field('identifier', hexOctets, 'the identifier')],
});
