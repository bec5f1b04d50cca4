/** URI (RFC 7553 4): The URI of a service. */

import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { someText } from '../kinds/tagged-text.ts';
import { recordType } from './record-type.ts';

export const URI = recordType({
  mnemonic: 'URI',
  code: 256,
  rfc: 'RFC 7553 4',
  meaning: 'The URI of a service.',
  example: {
    text: '10 1 "ftp://ftp1.example.com/public"',
    hex: '000a00016674703a2f2f667470312e6578616d706c652e636f6d2f7075626c6963',
  },
  fields: [
    field('priority', u16, 'lower is tried first'),
    field('weight', u16, 'share of the load among URIs of one priority'),
    field('target', someText, 'the URI'),
  ],
});
