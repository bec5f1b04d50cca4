/**
 * Decoding and encoding one response of fourteen records, against dns-packet.
 */

import * as dnsPacket from 'dns-packet';
import { decode } from '../src/message/decode.ts';
import { dissect } from '../src/message/dissect.ts';
import { encode } from '../src/message/encode.ts';
import { scanRecord } from '../src/message/record-text.ts';
import { speedRatio, type Result } from './measure.ts';

const RESPONSE = encode({
  header: {
    id: 1,
    opcode: 0,
    rcode: 0,
    qr: true,
    aa: true,
    tc: false,
    rd: false,
    ra: false,
    z: false,
    ad: false,
    cd: false,
  },
  questions: [{ name: 'www.example.com.', type: 1, class: 1 }],
  answers: [
    'www.example.com. 300 IN CNAME edge.example.com.',
    ...[1, 2, 3].map((i) => `edge.example.com. 60 IN A 192.0.2.${i}`),
  ].map((line) => scanRecord(line)),
  authorities: [1, 2, 3, 4].map((i) => scanRecord(`example.com. 172800 IN NS ns${i}.example.com.`)),
  additionals: [
    ...[1, 2, 3, 4].map((i) => `ns${i}.example.com. 172800 IN A 198.51.100.${i}`),
    ...[1, 2].map((i) => `ns${i}.example.com. 172800 IN AAAA 2001:db8::${i}`),
  ].map((line) => scanRecord(line)),
});

export function messageBenches(): Result[] {
  const buffer = Buffer.from(RESPONSE);
  const ours = decode(RESPONSE);
  const theirs = dnsPacket.decode(buffer);
  return [
    {
      what: 'decode a 14-record response',
      against: 'dns-packet decode',
      ratio: speedRatio(
        () => decode(RESPONSE),
        () => dnsPacket.decode(buffer),
      ),
      goal: '≥ 3.5 ×',
    },
    {
      what: 'decode it with all spans (dissect)',
      against: 'dns-packet decode',
      ratio: speedRatio(
        () => dissect(RESPONSE),
        () => dnsPacket.decode(buffer),
      ),
      goal: '≥ 1 ×',
    },
    {
      what: 'encode it, compressed',
      against: 'dns-packet encode (uncompressed)',
      ratio: speedRatio(
        () => encode(ours),
        () => dnsPacket.encode(theirs),
      ),
      goal: '≥ 2 ×',
    },
  ];
}
