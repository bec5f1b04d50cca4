import { describe, expect, test } from 'vitest';
import { BREAKS, breakNamed } from '../../src/message/breaks/table.ts';
import { contradictions } from '../../src/message/breaks/contradictions.ts';
import { decode } from '../../src/message/decode.ts';
import { dissect } from '../../src/message/dissect.ts';
import type { Edns } from '../../src/message/edns.ts';
import { encode } from '../../src/message/encode.ts';
import { headerOf } from '../../src/message/header.ts';
import type { Message } from '../../src/message/message.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import { tilingFaults } from '../support/tiling.ts';

const edns: Edns = { udpPayloadSize: 1232, extendedRcode: 0, version: 0, dnssecOk: true, z: 0, options: [] };
const query: Message = {
  header: headerOf(4660, 0x0100),
  questions: [{ name: 'www.example.com.', type: 1, class: 1 }],
  answers: [],
  authorities: [],
  additionals: [],
};
const answer: Message = {
  ...query,
  header: headerOf(4660, 0x8580),
  answers: [
    scanRecord('www.example.com. 60 IN CNAME web.example.com.'),
    scanRecord('web.example.com. 60 IN A 192.0.2.80'),
  ],
};
const referral: Message = {
  ...query,
  header: headerOf(4660, 0x8000),
  authorities: [
    scanRecord('example.com. 60 IN NS ns.example.com.'),
    scanRecord('example.com. 60 IN NS ns.example.net.'),
  ],
  additionals: [
    scanRecord('ns.example.com. 60 IN A 192.0.2.53'),
    scanRecord('ns.example.net. 60 IN A 192.0.2.54'),
  ],
};
const negative: Message = {
  ...query,
  header: headerOf(4660, 0x8183),
  authorities: [scanRecord('example.com. 60 IN SOA ns.example.com. host.example.com. 1 2 3 4 5')],
};

const ORDINARY: Record<string, Message> = {
  'a query': query,
  'a query with EDNS': { ...query, edns },
  'a query for the root': { ...query, questions: [{ name: '.', type: 2, class: 1 }] },
  'an answer': answer,
  'an answer with EDNS': { ...answer, edns },
  'a referral': referral,
  'a referral with EDNS': { ...referral, edns },
  'a negative answer': { ...negative, edns },
};

/** What the command reports: what cannot be read, and what contradicts itself. */
function problemCodes(octets: Uint8Array): string[] {
  const { message, problems } = dissect(octets);
  return [...problems, ...(message ? contradictions(message) : [])].map(({ code }) => code);
}

describe.each(Object.entries(ORDINARY))('%s', (_, message) => {
  const sound = encode(message);
  test('has no problem', () => expect(problemCodes(sound)).toEqual([]));

  test.each(BREAKS)('broken by $name has the problem $problem', ({ apply, problem }) => {
    const before = sound.slice();
    const broken = apply(sound);
    expect(problemCodes(broken!)).toContain(problem);
    expect(tilingFaults(broken!.length, dissect(broken!).spans)).toEqual([]);
    expect(sound).toEqual(before);
  });
});

describe('what a break leaves alone', () => {
  test.each([
    'two-opts',
    'opt-misplaced',
    'rdata-trailing',
    'rdata-overrun',
    'two-questions',
    'too-many-pointers',
  ])('is the rest of the message: %s', (name) => {
    const { message } = dissect(breakNamed(name)!.apply(encode({ ...referral, edns }))!);
    expect(message!.authorities).toEqual(referral.authorities);
    expect(message!.additionals.slice(0, 2)).toEqual(referral.additionals);
  });

  test('a second question is the first again', () => {
    const octets = breakNamed('two-questions')!.apply(encode(answer))!;
    expect(decode(octets)).toEqual({ ...answer, questions: [...query.questions, ...query.questions] });
  });
});

describe('any octets', () => {
  const octets = [
    [],
    [0],
    Array<number>(11).fill(255),
    Array<number>(12).fill(0),
    Array<number>(600).fill(0xc0),
  ];
  test.each(BREAKS)('can be broken by $name, and by all others after it', ({ apply }) => {
    for (const start of octets) {
      for (const then of BREAKS) {
        const once = apply(Uint8Array.from(start)) ?? Uint8Array.from(start);
        const twice = then.apply(once) ?? once;
        expect(tilingFaults(twice.length, dissect(twice).spans)).toEqual([]);
      }
    }
  });
});

test('a message too long for a chain of pointers is not given one', () => {
  const records = Array.from({ length: 100 }, () => scanRecord(`. TXT "${'x'.repeat(200)}"`));
  expect(breakNamed('too-many-pointers')!.apply(encode({ ...answer, additionals: records }))).toBeUndefined();
});

describe('contradictions', () => {
  test.each([
    ['an empty truncated response', { ...query, header: headerOf(1, 0x8200) }],
    ['a refusal without the question', { ...query, questions: [], header: headerOf(1, 0x8005) }],
    ['an UPDATE', { ...query, questions: [], header: headerOf(1, 5 << 11) }],
    [
      'a query for a cookie',
      {
        ...query,
        questions: [],
        edns: { ...edns, options: [{ code: 10, values: { octets: new Uint8Array(8) } }] },
      },
    ],
  ])('are not seen in %s', (_, message) => expect(contradictions(message as Message)).toEqual([]));
});
