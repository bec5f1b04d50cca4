/** RKEY (draft-reid-dnsext-rkey-00): A public key for encrypting NAPTR records. */

import { base64Octets } from '../kinds/base64.ts';
import { u16, u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { dnssecAlgorithm } from '../kinds/named-numbers.ts';
import { recordType } from './record-type.ts';

export const RKEY = recordType({
  mnemonic: 'RKEY',
  code: 57,
  rfc: 'draft-reid-dnsext-rkey-00',
  meaning: 'A public key for encrypting NAPTR records.',
  example: {
    text: '0 1 8 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==',
    hex: '00000108010351537986ed35533b6064478eeeb27b5bd74dae149b6e81ba3a0521af82ab7801',
  },
  fields: [
    field('flags', u16, 'always 0'),
    field('protocol', u8, 'always 1'),
    field('algorithm', dnssecAlgorithm, 'what the key is for'),
    field('publicKey', base64Octets, 'the key itself'),
  ],
});
