/** DEVICE-ID: which network device forwards the query to Cisco Umbrella; registered by its maker, without an RFC. */

import { field } from '../kinds/kind.ts';
import { hexOctets } from '../kinds/octets.ts';
import { optionType } from './option-type.ts';

export const DEVICE_ID = optionType({
  mnemonic: 'DEVICE-ID',
  aliases: ['deviceid'],
  code: 26946,
  rfc: 'RFC 6891 9',
  meaning:
    'Tells the resolvers of Cisco Umbrella which device forwards the query; registered without an RFC.',
  example: { text: '4f70656e444e530102030405060708', hex: '4f70656e444e530102030405060708' },
  fields: [field('device', hexOctets, 'the letters OpenDNS and the number of the device')],
});
