/** RT (RFC 1183 3.3): A host that passes on to the owner, which is in no network of its own. */

import { lowerCasedName } from '../kinds/domain-name.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const RT = recordType({
  mnemonic: 'RT',
  code: 21,
  rfc: 'RFC 1183 3.3',
  meaning: 'A host that passes on to the owner, which is in no network of its own.',
  example: { text: '10 relay.example.com.', hex: '000a0572656c6179076578616d706c6503636f6d00' },
  fields: [
    field('preference', u16, 'lower is tried first'),
    field('host', lowerCasedName, 'the host that passes on'),
  ],
});
