/** DLV (RFC 4431 2): The digest of a key of a zone whose parent is not signed; obsolete (RFC 8749). */

import { DELEGATION_SIGNER_FIELDS } from './delegation-signer-fields.ts';
import { recordType } from './record-type.ts';

export const DLV = recordType({
  mnemonic: 'DLV',
  code: 32769,
  rfc: 'RFC 4431 2',
  meaning: 'The digest of a key of a zone whose parent is not signed; obsolete (RFC 8749).',
  example: {
    text: '60485 13 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a',
    hex: 'ec450d02d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a',
  },
  fields: DELEGATION_SIGNER_FIELDS,
});
