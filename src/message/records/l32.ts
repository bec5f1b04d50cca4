/** L32 (RFC 6742 2.2): Where an ILNP node is, in an IPv4 network. */

import { ipv4Address } from '../kinds/addresses.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const L32 = recordType({
  mnemonic: 'L32',
  code: 105,
  rfc: 'RFC 6742 2.2',
  meaning: 'Where an ILNP node is, in an IPv4 network.',
  example: { text: '10 10.1.2.0', hex: '000a0a010200' },
  fields: [
    field('preference', u16, 'lower is tried first'),
    field('locator', ipv4Address, 'the network, in 32 bits'),
  ],
});
