/** ECS, the client subnet (RFC 7871): part of the address of whoever asked, for answers that depend on the place. */

import { clientSubnet } from '../kinds/client-subnet.ts';
import { field } from '../kinds/kind.ts';
import { optionType } from './option-type.ts';

export const CLIENT_SUBNET = optionType({
  mnemonic: 'ECS',
  aliases: ['CLIENT-SUBNET', 'edns-client-subnet', 'subnet'],
  code: 8,
  rfc: 'RFC 7871 6',
  meaning: 'Part of the address of whoever asked, so that the answer can depend on where that is.',
  example: { text: '192.0.2.0/24/0', hex: '00011800c00002' },
  fields: [field('subnet', clientSubnet, 'address, bits given, bits that the answer depends on')],
});
