/** DOA (draft-durand-doa-over-dns-02): A digital object, or where it is. */

import { base64OrDash } from '../kinds/base64.ts';
import { characterString } from '../kinds/character-string.ts';
import { u32, u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const DOA = recordType({
  mnemonic: 'DOA',
  code: 259,
  rfc: 'draft-durand-doa-over-dns-02',
  meaning: 'A digital object, or where it is.',
  example: {
    text: '0 1 2 "text/plain" bWFpbHRvOmxhYnNAZXhhbXBsZS5jb20=',
    hex: '0000000000000001020a746578742f706c61696e6d61696c746f3a6c616273406578616d706c652e636f6d',
  },
  fields: [
    field('enterprise', u32, 'who numbers the types: an enterprise number of IANA'),
    field('doaType', u32, 'what the object is, by that enterprise'),
    field('location', u8, 'where the data are: 1 here, 2 at a URI, 3 at a handle'),
    field('mediaType', characterString, 'as of MIME'),
    field('data', base64OrDash, 'the object, or where it is'),
  ],
});
