/** What is expected of a lookup, held against what was seen. */

import { expect, test } from 'vitest';
import { expectedData, missedOf, type Expectation, type Seen } from '../../src/compare/expectations.ts';
import { typeCode } from '../../src/message/codes.ts';
import { scanRecord } from '../../src/message/record-text.ts';

const SEEN: Seen = {
  answers: [
    'www.example.com. 60 IN CNAME Edge.Example.NET.',
    'edge.example.net. 60 IN A 192.0.2.80',
    'edge.example.net. 60 IN TXT "a b" "c"',
    'edge.example.net. 60 IN AAAA 2001:db8::80',
  ].map((line) => scanRecord(line)),
  rcode: 0,
  verdict: 'differs',
  findings: [{ code: 'SERVER_SILENT', message: 'one is silent' }],
  elapsedMs: 12.34,
};

const record = (type: string, data: string | null, is: 'there' | 'missing' = 'there'): Expectation => {
  const code = typeCode(type)!;
  return { kind: 'record', type: code, data: data === null ? null : expectedData(data, code), is };
};

test.each<Expectation>([
  record('A', '192.0.2.80'),
  record('A', null),
  record('A', '192.0.2.81', 'missing'),
  record('MX', null, 'missing'),
  record('CNAME', 'edge.example.net'),
  record('AAAA', '2001:DB8:0:0::80'),
  record('TXT', '"a b" c'),
  { kind: 'rcode', rcode: 0 },
  { kind: 'no-finding', codes: ['LAME_DELEGATION'] },
  { kind: 'max-ms', ms: 13 },
])('%j holds', (expectation) => {
  expect(missedOf([expectation], SEEN)).toEqual([]);
});

test.each<readonly [Expectation, string, string]>([
  [record('A', '192.0.2.81'), 'A 192.0.2.81', 'A 192.0.2.80'],
  [record('A', '192.0.2.80', 'missing'), 'no A 192.0.2.80', 'A 192.0.2.80'],
  [record('MX', null), 'MX records', 'no MX record (NOERROR)'],
  [record('TXT', '"a b c"'), 'TXT "a b c"', 'TXT "a b" "c"'],
  [{ kind: 'rcode', rcode: 3 }, 'the response code NXDOMAIN', 'NOERROR'],
  [{ kind: 'same-as-system' }, 'the same as this computer', 'this computer has another answer'],
  [{ kind: 'no-finding', codes: ['SERVER_SILENT'] }, 'no finding SERVER_SILENT', 'one is silent'],
  [{ kind: 'max-ms', ms: 12 }, 'at most 12 ms', '12.3 ms'],
])('%j does not', (expectation, expected, seen) => {
  expect(missedOf([expectation], SEEN)).toEqual([{ expected, seen }]);
});

test('nobody who said nothing said anything', () => {
  const silence: Seen = { answers: [], rcode: null, verdict: null, findings: [], elapsedMs: 0 };
  expect(
    missedOf([{ kind: 'rcode', rcode: 0 }, { kind: 'same-as-system' }, record('A', null)], silence),
  ).toEqual([
    { expected: 'the response code NOERROR', seen: 'no reply' },
    { expected: 'the same as this computer', seen: 'this computer was not asked' },
    { expected: 'A records', seen: 'no A record' },
  ]);
});

test('all that do not hold are told, in order, and a long answer is not told whole', () => {
  const many = Array.from({ length: 300 }, (_, i) => scanRecord(`a.test. 60 IN A 198.51.100.${i % 256}`));
  const missed = missedOf([record('A', '192.0.2.1'), { kind: 'max-ms', ms: 1 }], { ...SEEN, answers: many });
  expect(missed.map(({ expected }) => expected)).toEqual(['A 192.0.2.1', 'at most 1 ms']);
  expect(missed[0]!.seen).toMatch(/ and 292 more$/);
});
