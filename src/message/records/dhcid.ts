/** DHCID (RFC 4701 3.1): Which DHCP client a name was given to, so that no other takes it. */

import { base64Octets } from '../kinds/base64.ts';
import { field } from '../kinds/kind.ts';
import { CLASS_INTERNET } from './record-classes.ts';
import { recordType } from './record-type.ts';

export const DHCID = recordType({
  mnemonic: 'DHCID',
  code: 49,
  rfc: 'RFC 4701 3.1',
  meaning: 'Which DHCP client a name was given to, so that no other takes it.',
  example: {
    text: 'AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA=',
    hex: '000201636fc0b8271c82825bb1ac5c41cf5351aa69b4febd94e8f17cdb95000da48c40',
  },
  classes: [CLASS_INTERNET],
  fields: [
    field('identity', base64Octets, '16 bits of identifier type, 8 bits of digest type, and the digest'),
  ],
});
