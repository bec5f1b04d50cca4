/** CAA (RFC 8659 4): Which authorities may issue certificates for the name. */

import { propertyTag, remainingText } from '../kinds/tagged-text.ts';
import { u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const CAA = recordType({
  mnemonic: 'CAA',
  code: 257,
  rfc: 'RFC 8659 4',
  meaning: 'Which authorities may issue certificates for the name.',
  example: { text: '0 issue "ca.example.net"', hex: '0005697373756563612e6578616d706c652e6e6574' },
  fields: [
    field('flags', u8, '128 is critical: an authority that does not know the tag must not issue'),
    field('tag', propertyTag, 'issue, issuewild, iodef …'),
    field('value', remainingText, 'what the tag says'),
  ],
});
