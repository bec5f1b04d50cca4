/** A (RFC 1035 3.4.1): The IPv4 address of a host. */

import { ipv4Address } from '../kinds/addresses.ts';
import { field } from '../kinds/kind.ts';
import { CLASS_HESIOD, CLASS_INTERNET } from './record-classes.ts';
import { recordType } from './record-type.ts';

export const A = recordType({
  mnemonic: 'A',
  code: 1,
  rfc: 'RFC 1035 3.4.1',
  meaning: 'The IPv4 address of a host.',
  example: { text: '192.0.2.1', hex: 'c0000201' },
  classes: [CLASS_INTERNET, CLASS_HESIOD],
  fields: [field('address', ipv4Address, 'the IPv4 address')],
});
