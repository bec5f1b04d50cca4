/** A6 (RFC 2874 3.1): Part of an IPv6 address and the name that has the rest; AAAA is used instead (RFC 6563). */

import { field } from '../kinds/kind.ts';
import { prefixedAddress } from '../kinds/prefixed-address.ts';
import { CLASS_INTERNET } from './record-classes.ts';
import { recordType } from './record-type.ts';

export const A6 = recordType({
  mnemonic: 'A6',
  code: 38,
  rfc: 'RFC 2874 3.1',
  meaning: 'Part of an IPv6 address and the name that has the rest; AAAA is used instead (RFC 6563).',
  example: {
    text: '64 ::1234:5678:9abc:def0 prefix.example.com.',
    hex: '40123456789abcdef006707265666978076578616d706c6503636f6d00',
  },
  classes: [CLASS_INTERNET],
  fields: [field('address', prefixedAddress, 'how many bits are elsewhere, the other bits, and where')],
});
