/** DS (RFC 4034 5.1): The digest of a key of the child zone: the link of the chain of trust. */

import { DELEGATION_SIGNER_FIELDS } from './delegation-signer-fields.ts';
import { recordType } from './record-type.ts';

export const DS = recordType({
  mnemonic: 'DS',
  code: 43,
  rfc: 'RFC 4034 5.1',
  meaning: 'The digest of a key of the child zone: the link of the chain of trust.',
  example: {
    text: '60485 13 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a',
    hex: 'ec450d02d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a',
  },
  fields: DELEGATION_SIGNER_FIELDS,
});
