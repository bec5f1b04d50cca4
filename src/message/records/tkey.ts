/** TKEY (RFC 2930 2): Agrees on a secret key for TSIG; stands in messages only. */

import { sizedBase64 } from '../kinds/base64.ts';
import { domainName } from '../kinds/domain-name.ts';
import { u16, u32 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { transactionError } from '../kinds/named-numbers.ts';
import { recordType } from './record-type.ts';

export const TKEY = recordType({
  mnemonic: 'TKEY',
  code: 249,
  rfc: 'RFC 2930 2',
  meaning: 'Agrees on a secret key for TSIG; stands in messages only.',
  example: {
    text: 'gss-tsig. 1767225600 1767229200 3 NOERROR 4 AQIDBA== 0',
    hex: '086773732d74736967006955b9006955c710000300000004010203040000',
  },
  fields: [
    field('algorithm', domainName, 'the algorithm that the key is for'),
    field('inception', u32, 'the key is not valid before this time, in seconds since 1970'),
    field('expiration', u32, 'the key is not valid after this time'),
    field('mode', u16, '1 server, 2 Diffie-Hellman, 3 GSS-API, 4 resolver, 5 delete'),
    field('error', transactionError, '0, or what went wrong'),
    field('key', sizedBase64, 'key material, as the mode says'),
    field('otherData', sizedBase64, 'more, as the mode says'),
  ],
});
