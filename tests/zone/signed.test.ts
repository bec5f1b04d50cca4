import { describe, expect, test } from 'vitest';
import { printRecord, scanRecord } from '../../src/message/record-text.ts';
import type { ResourceRecord } from '../../src/message/message.ts';
import { encode } from '../../src/message/encode.ts';
import { printHex } from '../../src/message/hex.ts';
import { typeCode } from '../../src/message/codes.ts';
import { answer } from '../../src/zone/answer.ts';
import { makeZone } from '../../src/zone/zone.ts';
import { plainEdns, queryFor } from './ask.ts';

/** A zone with made-up signatures of the right shape: who verifies them is not this room. */
const lines = [
  'example. 300 SOA ns1.example. h.example. 1 2 3 4 60',
  'example. 300 NS ns1.example.',
  'a.example. 300 A 192.0.2.1',
  '*.w.example. 300 TXT wild',
  'sub.example. 300 NS ns1.example.',
  'plain.example. 300 NS ns1.example.',
  `sub.example. 300 DS \\# 36 00010802${'ab'.repeat(32)}`,
];
const nsecOwners = ['example.', 'a.example.', 'plain.example.', 'sub.example.', '*.w.example.'];
const nsecs = nsecOwners.map((owner, i) => nsecOf(owner, nsecOwners[(i + 1) % nsecOwners.length]!));
const bare = [...lines.map((line) => scanRecord(line)), ...nsecs];
const signedTypes: [string, string][] = [
  ['example.', 'SOA'],
  ['a.example.', 'A'],
  ['*.w.example.', 'TXT'],
  ['sub.example.', 'DS'],
  ...nsecOwners.map((owner): [string, string] => [owner, 'NSEC']),
];
const zone = makeZone('example.', [...bare, ...signedTypes.map(([owner, type]) => rrsigOf(owner, type))]);

function nsecOf(owner: string, next: string): ResourceRecord {
  const octets = [...encodedName(next), 0, 1, 0x40];
  return scanRecord(`${owner} 60 NSEC \\# ${octets.length} ${hex(octets)}`);
}

function rrsigOf(owner: string, type: string): ResourceRecord {
  const code = typeCode(type)!;
  const octets = [
    code >> 8,
    code & 255,
    13,
    2,
    0,
    0,
    1,
    44,
    ...Array<number>(8).fill(1),
    0,
    7,
    ...encodedName('example.'),
    1,
    2,
    3,
  ];
  return scanRecord(`${owner} 300 RRSIG \\# ${octets.length} ${hex(octets)}`);
}

function hex(octets: readonly number[]): string {
  return printHex(Uint8Array.from(octets));
}

function encodedName(name: string): number[] {
  return [...encode(queryFor(name, 'A')).subarray(12, -4)];
}

interface Sections {
  readonly answers: string[];
  readonly authorities: string[];
}

function asked(name: string, type: string, dnssecOk = true): Sections {
  const { answers, authorities } = answer([zone], queryFor(name, type, { edns: { ...plainEdns, dnssecOk } }));
  const short = (record: ResourceRecord): string =>
    printRecord(record).split(' ').slice(0, 4).toSpliced(1, 2).join(' ');
  return { answers: answers.map(short), authorities: authorities.map(short) };
}

const soa = ['example. SOA', 'example. RRSIG'];
const nsec = (owner: string): string[] => [`${owner} NSEC`, `${owner} RRSIG`];

describe('with DO', () => {
  test('an RRset brings its signature (RFC 4035 3.1.1)', () => {
    expect(asked('a.example.', 'A')).toEqual({
      answers: ['a.example. A', 'a.example. RRSIG'],
      authorities: [],
    });
  });

  test('NXDOMAIN proves that neither the name nor a wildcard exists', () => {
    expect(asked('b.example.', 'A').authorities).toEqual([
      ...soa,
      ...nsec('a.example.'),
      ...nsec('example.'),
    ]);
  });

  test('one record that proves both is sent once', () => {
    expect(asked('b.a.example.', 'A').authorities).toEqual([...soa, ...nsec('a.example.')]);
  });

  test('NODATA proves what types there are, and an empty name that it has none', () => {
    expect(asked('a.example.', 'AAAA').authorities).toEqual([...soa, ...nsec('a.example.')]);
    expect(asked('w.example.', 'A').authorities).toEqual([...soa, ...nsec('sub.example.')]);
  });

  test('a wildcard proves that nothing closer exists', () => {
    expect(asked('q.w.example.', 'TXT')).toEqual({
      answers: ['q.w.example. TXT', 'q.w.example. RRSIG'],
      authorities: nsec('*.w.example.'),
    });
  });

  test('a referral has the DS records, or the proof that there are none (RFC 4035 3.1.4)', () => {
    expect(asked('x.sub.example.', 'A').authorities).toEqual([
      'sub.example. NS',
      'sub.example. DS',
      'sub.example. RRSIG',
    ]);
    expect(asked('x.plain.example.', 'A').authorities).toEqual([
      'plain.example. NS',
      ...nsec('plain.example.'),
    ]);
  });
});

test('the signature of a negative answer’s SOA has its TTL', () => {
  const { authorities } = answer(
    [zone],
    queryFor('b.example.', 'A', { edns: { ...plainEdns, dnssecOk: true } }),
  );
  expect(authorities.slice(0, 2).map(({ ttl }) => ttl)).toEqual([60, 60]);
});

test('without DO there is none of it', () => {
  expect(asked('a.example.', 'A', false).answers).toEqual(['a.example. A']);
  expect(asked('b.example.', 'A', false).authorities).toEqual(['example. SOA']);
  expect(asked('x.sub.example.', 'A', false).authorities).toEqual(['sub.example. NS']);
});
