/** COOKIE (RFC 7873): a token that shows that both sides saw each other before. */

import { fixedOctets } from '../kinds/fixed-octets.ts';
import { field } from '../kinds/kind.ts';
import { serverCookie } from '../kinds/server-cookie.ts';
import { optionType } from './option-type.ts';

export const COOKIE = optionType({
  mnemonic: 'COOKIE',
  aliases: ['dns cookie'],
  code: 10,
  rfc: 'RFC 7873 4',
  meaning: 'A token that shows that both sides saw each other before.',
  example: {
    text: '0102030405060708 0100000061a0c5b1d1e2f3a4b5c6d7e8',
    hex: '01020304050607080100000061a0c5b1d1e2f3a4b5c6d7e8',
  },
  fields: [
    field('client', fixedOctets(8), 'made by the client, for this server alone'),
    field('server', serverCookie, 'made by the server for this client; nothing in a first query'),
  ],
});
