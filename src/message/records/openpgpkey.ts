/** OPENPGPKEY (RFC 7929 2.1): The OpenPGP key of a mailbox; the owner is the hash of its local part. */

import { base64Octets } from '../kinds/base64.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const OPENPGPKEY = recordType({
  mnemonic: 'OPENPGPKEY',
  code: 61,
  rfc: 'RFC 7929 2.1',
  meaning: 'The OpenPGP key of a mailbox; the owner is the hash of its local part.',
  example: {
    text: 'mDMEXEcE6RYJKwYBBAHaRw8BAQdArjWzWAQ=',
    hex: '9833045c4704e916092b06010401da470f01010740ae35b35804',
  },
  fields: [field('key', base64Octets, 'a transferable public key')],
});
