/** SSHFP (RFC 4255 3.1): The fingerprint of the key of an SSH server. */

import { u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { hexOctets } from '../kinds/octets.ts';
import { recordType } from './record-type.ts';

export const SSHFP = recordType({
  mnemonic: 'SSHFP',
  code: 44,
  rfc: 'RFC 4255 3.1',
  meaning: 'The fingerprint of the key of an SSH server.',
  example: {
    text: '4 2 123456789abcdef67890123456789abcdef67890123456789abcdef123456789',
    hex: '0402123456789abcdef67890123456789abcdef67890123456789abcdef123456789',
  },
  fields: [
    field('algorithm', u8, 'of the key: 1 RSA, 2 DSA, 3 ECDSA, 4 Ed25519, 6 Ed448'),
    field('fingerprintType', u8, 'how the fingerprint was made: 1 SHA-1, 2 SHA-256'),
    field('fingerprint', hexOctets, 'the fingerprint'),
  ],
});
