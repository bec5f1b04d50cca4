/** Messages that every rendering of a dissection is tried with. */

import { breakNamed } from '../../src/message/breaks/table.ts';
import { encode } from '../../src/message/encode.ts';
import { headerOf } from '../../src/message/header.ts';
import type { Message } from '../../src/message/message.ts';
import { scanRecord } from '../../src/message/record-text.ts';

export const RESPONSE: Message = {
  header: headerOf(4660, 0x8580),
  questions: [{ name: 'www.example.com.', type: 1, class: 1 }],
  answers: [
    scanRecord('www.example.com. 60 IN CNAME web.example.com.'),
    scanRecord('web.example.com. 60 IN A 192.0.2.80'),
  ],
  authorities: [scanRecord('example.com. 3600 IN NS ns.example.com.')],
  additionals: [scanRecord('ns.example.com. 3600 IN AAAA 2001:db8::53')],
  edns: {
    udpPayloadSize: 1232,
    extendedRcode: 0,
    version: 0,
    dnssecOk: true,
    z: 0,
    options: [{ code: 65_001, values: { octets: Uint8Array.of(0, 255) } }],
  },
};

/** Escape sequences, markup, bidirectional marks, invalid UTF-8, every octet there is, and a text of 255 octets. */
const everyOctet = Array.from({ length: 255 }, (_, octet) => `\\${String(octet + 1).padStart(3, '0')}`).join(
  '',
);
export const HOSTILE: Message = {
  ...RESPONSE,
  questions: [{ name: '\\027[31m\\226\\128\\174<b>\\"x\\000.example.', type: 16, class: 1 }],
  answers: [
    scanRecord(
      '<script>alert\\(1\\)</script>. 0 IN TXT "\\027[2J\\027]0;title\\007 \\226\\128\\174 </pre><script>" "\\255\\254"',
    ),
    scanRecord(`\\"&'. 0 IN TXT "${everyOctet}" ""`),
  ],
  authorities: [],
  additionals: [],
};

const broken = (...names: string[]): Uint8Array =>
  names.reduce((octets, name) => breakNamed(name)!.apply(octets)!, encode(RESPONSE));

export const SAMPLES: Readonly<Record<string, Uint8Array>> = {
  response: encode(RESPONSE),
  hostile: encode(HOSTILE),
  'pointer-loop': broken('pointer-loop'),
  'several-faults': broken('rdata-overrun', 'two-opts', 'trailing-garbage'),
  'two-questions': broken('two-questions'),
  truncated: broken('truncated-rdata'),
  'short-header': broken('short-header'),
};
