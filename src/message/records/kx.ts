/** KX (RFC 2230 3.1): A host that exchanges keys for the owner. */

import { lowerCasedName } from '../kinds/domain-name.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { CLASS_INTERNET } from './record-classes.ts';
import { recordType } from './record-type.ts';

export const KX = recordType({
  mnemonic: 'KX',
  code: 36,
  rfc: 'RFC 2230 3.1',
  meaning: 'A host that exchanges keys for the owner.',
  example: { text: '10 kx.example.com.', hex: '000a026b78076578616d706c6503636f6d00' },
  classes: [CLASS_INTERNET],
  fields: [
    field('preference', u16, 'lower is tried first'),
    field('exchanger', lowerCasedName, 'the host that exchanges keys'),
  ],
});
