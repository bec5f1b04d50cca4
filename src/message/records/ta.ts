/** TA (INI1999-19): The digest of a key to be trusted, before the root was signed. */

import { DELEGATION_SIGNER_FIELDS } from './delegation-signer-fields.ts';
import { recordType } from './record-type.ts';

export const TA = recordType({
  mnemonic: 'TA',
  code: 32768,
  rfc: 'INI1999-19',
  meaning: 'The digest of a key to be trusted, before the root was signed.',
  example: {
    text: '60485 13 2 d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a',
    hex: 'ec450d02d4b7d520e7bb5f0f67674a0cceb1e3e0614b93c4f9e99b8383f6a1e4469da50a',
  },
  fields: DELEGATION_SIGNER_FIELDS,
});
