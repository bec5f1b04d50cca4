/** HINFO (RFC 1035 3.3.2): the machine and operating system of a host; also the answer to refused ANY queries (RFC 8482). */

import { characterString } from '../kinds/character-string.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const HINFO = recordType({
  mnemonic: 'HINFO',
  code: 13,
  rfc: 'RFC 1035 3.3.2',
  meaning: 'The machine and operating system of a host; also the answer to refused ANY queries (RFC 8482).',
  example: { text: '"RFC8482" ""', hex: '075246433834383200' },
  fields: [
    field('cpu', characterString, 'the kind of machine'),
    field('os', characterString, 'the operating system'),
  ],
});
