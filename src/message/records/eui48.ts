/** EUI48 (RFC 7043 3): A hardware address of 48 bits, as of Ethernet. */

import { eui48 } from '../kinds/hex-groups.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const EUI48 = recordType({
  mnemonic: 'EUI48',
  code: 108,
  rfc: 'RFC 7043 3',
  meaning: 'A hardware address of 48 bits, as of Ethernet.',
  example: { text: '00-00-5e-00-53-2a', hex: '00005e00532a' },
  fields: [field('address', eui48, 'the six octets')],
});
