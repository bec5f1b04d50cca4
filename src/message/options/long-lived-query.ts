/** LLQ, the long-lived query (RFC 8764): tell me when the answer changes. DNS push notifications (RFC 8765) came after it. */

import { fixedOctets } from '../kinds/fixed-octets.ts';
import { seconds, u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { optionType } from './option-type.ts';

export const LONG_LIVED_QUERY = optionType({
  mnemonic: 'LLQ',
  aliases: ['long-lived query'],
  code: 1,
  rfc: 'RFC 8764 3.2',
  meaning: 'Asks the server to tell later changes of the answer; replaced by DNS push notifications.',
  example: { text: '1 1 0 0102030405060708 3600', hex: '000100010000010203040506070800000e10' },
  fields: [
    field('version', u16, 'version of the protocol: 1'),
    field('opcode', u16, '1 set up, 2 refresh, 3 event'),
    field('error', u16, '0 is no error'),
    field('id', fixedOctets(8), 'chosen by the server; zero in a first request'),
    field('leaseSeconds', seconds, 'how long the server will keep the query, in seconds'),
  ],
});
