/** AAAA (RFC 3596 2.1): The IPv6 address of a host. */

import { ipv6Address } from '../kinds/addresses.ts';
import { field } from '../kinds/kind.ts';
import { CLASS_INTERNET } from './record-classes.ts';
import { recordType } from './record-type.ts';

export const AAAA = recordType({
  mnemonic: 'AAAA',
  code: 28,
  rfc: 'RFC 3596 2.1',
  meaning: 'The IPv6 address of a host.',
  example: { text: '2001:db8::1', hex: '20010db8000000000000000000000001' },
  classes: [CLASS_INTERNET],
  fields: [field('address', ipv6Address, 'the IPv6 address')],
});
