/** AFSDB (RFC 1183 1): A server of the AFS file system or of DCE. */

import { lowerCasedName } from '../kinds/domain-name.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const AFSDB = recordType({
  mnemonic: 'AFSDB',
  code: 18,
  rfc: 'RFC 1183 1',
  meaning: 'A server of the AFS file system or of DCE.',
  example: { text: '1 afs.example.com.', hex: '000103616673076578616d706c6503636f6d00' },
  fields: [
    field('subtype', u16, '1 is an AFS cell database server, 2 a DCE server'),
    field('host', lowerCasedName, 'the host of the server'),
  ],
});
