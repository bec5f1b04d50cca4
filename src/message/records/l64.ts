/** L64 (RFC 6742 2.3): Where an ILNP node is, in an IPv6 network. */

import { identifier64 } from '../kinds/hex-groups.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const L64 = recordType({
  mnemonic: 'L64',
  code: 106,
  rfc: 'RFC 6742 2.3',
  meaning: 'Where an ILNP node is, in an IPv6 network.',
  example: { text: '10 2001:0db8:1140:1000', hex: '000a20010db811401000' },
  fields: [
    field('preference', u16, 'lower is tried first'),
    field('locator', identifier64, 'the network, in 64 bits'),
  ],
});
