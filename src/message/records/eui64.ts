/** EUI64 (RFC 7043 4): A hardware address of 64 bits. */

import { eui64 } from '../kinds/hex-groups.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const EUI64 = recordType({
  mnemonic: 'EUI64',
  code: 109,
  rfc: 'RFC 7043 4',
  meaning: 'A hardware address of 64 bits.',
  example: { text: '00-00-5e-ef-10-00-00-2a', hex: '00005eef1000002a' },
  fields: [field('address', eui64, 'the eight octets')],
});
