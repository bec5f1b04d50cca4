/** HHIT (RFC 9886 5.1): The identity of a drone or other entity with a hierarchical host identity tag. */

import { base64Octets } from '../kinds/base64.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const HHIT = recordType({
  mnemonic: 'HHIT',
  code: 67,
  rfc: 'RFC 9886 5.1',
  meaning: 'The identity of a drone or other entity with a hierarchical host identity tag.',
  example: { text: 'gwppM2ZmOCAwMDAwQAE=', hex: '830a693366663820303030304001' },
  fields: [field('data', base64Octets, 'a CBOR array: entity type, abbreviation, certificate')],
});
