/** TSIG (RFC 8945 4.2): Signs a message with a secret that both sides know; the last record of a message. */

import { sizedBase64 } from '../kinds/base64.ts';
import { domainName } from '../kinds/domain-name.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { transactionError } from '../kinds/named-numbers.ts';
import { time48 } from '../kinds/times.ts';
import { recordType } from './record-type.ts';

export const TSIG = recordType({
  mnemonic: 'TSIG',
  code: 250,
  rfc: 'RFC 8945 4.2',
  meaning: 'Signs a message with a secret that both sides know; the last record of a message.',
  example: {
    text: 'hmac-sha256. 1767225600 300 32 0qveJA180+5rSyjFTfA0uXmDodFuikEORWHLEGYY6XE= 40321 NOERROR 0',
    hex: '0b686d61632d7368613235360000006955b900012c0020d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e9719d8100000000',
  },
  fields: [
    field('algorithm', domainName, 'how the signature was made'),
    field('timeSigned', time48, 'when, in seconds since 1970'),
    field('fudge', u16, 'seconds by which the clocks may differ'),
    field('mac', sizedBase64, 'the signature itself'),
    field('originalId', u16, 'the ID of the message before anyone forwarded it'),
    field('error', transactionError, '0, or what is wrong with the signature'),
    field('otherData', sizedBase64, 'the time of the server, with BADTIME'),
  ],
});
