/** CERT (RFC 4398 2): A certificate or where one is. */

import { base64Octets } from '../kinds/base64.ts';
import { u16 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { certificateType, dnssecAlgorithm } from '../kinds/named-numbers.ts';
import { recordType } from './record-type.ts';

export const CERT = recordType({
  mnemonic: 'CERT',
  code: 37,
  rfc: 'RFC 4398 2',
  meaning: 'A certificate or where one is.',
  example: { text: 'PKIX 12345 8 MIIBCgKCAQEA', hex: '00013039083082010a0282010100' },
  fields: [
    field('certificateType', certificateType, 'what the certificate is'),
    field('keyTag', u16, 'helps to find the right one among several'),
    field('algorithm', dnssecAlgorithm, 'of the key in it; 0 where that is not told'),
    field('certificate', base64Octets, 'the certificate, or its URL or fingerprint'),
  ],
});
