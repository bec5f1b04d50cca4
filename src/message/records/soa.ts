/** SOA (RFC 1035 3.3.13): The start of a zone of authority: who runs it, its version, and its timers. */

import { compressibleName } from '../kinds/domain-name.ts';
import { seconds, u32 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const SOA = recordType({
  mnemonic: 'SOA',
  code: 6,
  rfc: 'RFC 1035 3.3.13',
  meaning: 'The start of a zone of authority: who runs it, its version, and its timers.',
  example: {
    text: 'ns1.example.com. hostmaster.example.com. 2026010101 7200 900 1209600 300',
    hex: '036e7331076578616d706c6503636f6d000a686f73746d6173746572076578616d706c6503636f6d0078c275f500001c2000000384001275000000012c',
  },
  fields: [
    field('primary', compressibleName, 'MNAME: the server that the zone is edited on'),
    field('mailbox', compressibleName, 'RNAME: the mailbox of the person responsible, with a dot for the @'),
    field('serial', u32, 'the version of the zone (RFC 1982 arithmetic)'),
    field('refresh', seconds, 'how often a secondary asks for a new version'),
    field('retry', seconds, 'how soon it asks again after a failure'),
    field('expire', seconds, 'how long it answers without having reached the primary'),
    field(
      'minimum',
      seconds,
      'how long a negative answer may be kept, with the TTL of this record (RFC 2308 4)',
    ),
  ],
});
