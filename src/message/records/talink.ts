/** TALINK (draft-wijngaards-dnsop-trust-history-02): A link in the history of the trust anchors of a zone. */

import { domainName } from '../kinds/domain-name.ts';
import { field } from '../kinds/kind.ts';
import { recordType } from './record-type.ts';

export const TALINK = recordType({
  mnemonic: 'TALINK',
  code: 58,
  rfc: 'draft-wijngaards-dnsop-trust-history-02',
  meaning: 'A link in the history of the trust anchors of a zone.',
  example: {
    text: 'h0.example.com. h2.example.com.',
    hex: '026830076578616d706c6503636f6d00026832076578616d706c6503636f6d00',
  },
  fields: [
    field('previous', domainName, 'the entry before this one'),
    field('next', domainName, 'the entry after this one'),
  ],
});
