/** IPSECKEY (RFC 4025 2.1): A public key for IPsec, and the gateway to use it with. */

import { base64Octets } from '../kinds/base64.ts';
import { ipsecGateway } from '../kinds/gateway.ts';
import { u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const IPSECKEY = recordType({
  mnemonic: 'IPSECKEY',
  code: 45,
  rfc: 'RFC 4025 2.1',
  meaning: 'A public key for IPsec, and the gateway to use it with.',
  example: {
    text: '10 1 2 192.0.2.38 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==',
    hex: '0a0102c0000226010351537986ed35533b6064478eeeb27b5bd74dae149b6e81ba3a0521af82ab7801',
  },
  fields: [
    field('precedence', u8, 'lower is tried first'),
    field('gateway', ipsecGateway, 'the type of the gateway, the algorithm of the key, the gateway'),
    field('publicKey', base64Octets, 'the key'),
  ],
});
