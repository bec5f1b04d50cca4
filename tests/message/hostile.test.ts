/**
 * Octets made to mislead a decoder: each is refused with the rule it breaks, quickly, and `dissect` shows
 * where.
 */

import { describe, expect, test } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { dissect } from '../../src/message/dissect.ts';
import { encode } from '../../src/message/encode.ts';
import { headerOf } from '../../src/message/header.ts';
import { scanHex } from '../../src/message/hex.ts';
import type { Message } from '../../src/message/message.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import { WireError, type WireErrorCode } from '../../src/message/wire-error.ts';
import { tilingFaults } from '../support/tiling.ts';

const hex = (octets: number, digits: number): string => octets.toString(16).padStart(digits, '0');

/** A message from what its four counts say and hexadecimal octets after the header. */
function octetsOf(counts: readonly [number, number, number, number], ...parts: string[]): Uint8Array {
  const header = `00018000${counts.map((count) => hex(count, 4)).join('')}`;
  return scanHex(`${header}${parts.join('')}`.replaceAll(' ', ''))!;
}

const record = (owner: string, type: number, rdata: string, length = rdata.length / 2): string =>
  `${owner} ${hex(type, 4)} 0001 00000000 ${hex(length, 4)} ${rdata}`;

const label = (length: number): string => hex(length, 2) + '78'.repeat(length);
const question = (name: string): string => `${name} 0001 0001`;
const opt = (owner = '00', rdata = ''): string => record(owner, 41, rdata);
const UNKNOWN_TYPE = 65_280;

/**
 * Decoding must fail so, and dissecting must find the same problem, or show it among others, over tiled
 * spans.
 */
function expectProblem(octets: Uint8Array, code: WireErrorCode, offset?: number): void {
  let thrown: unknown;
  try {
    decode(octets);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(WireError);
  expect(thrown).toMatchObject(offset === undefined ? { code } : { code, offset });
  const { spans, problems } = dissect(octets);
  expect(problems.map((problem) => problem.code)).toContain(code);
  expect(tilingFaults(octets.length, spans)).toEqual([]);
}

describe('compression pointers', () => {
  test('to themselves', () => expectProblem(octetsOf([1, 0, 0, 0], question('c00c')), 'pointer-loop', 12));

  test('back to the start of their own name', () => {
    expectProblem(octetsOf([1, 0, 0, 0], question('0161 c00c')), 'pointer-loop', 14);
  });

  test('two that point at each other', () => {
    // The first points forward, which is refused before the second is looked at.
    expectProblem(octetsOf([2, 0, 0, 0], question('c012'), question('c00c')), 'forward-pointer', 12);
    // Entered from the second, the way back is the forward one.
    const rdata = 'c01ec01c';
    expectProblem(
      octetsOf(
        [1, 2, 0, 0],
        question('00'),
        record('00', UNKNOWN_TYPE, rdata),
        record('c01e', 1, '01020304'),
      ),
      'forward-pointer',
    );
  });

  test('through labels that lead into the name itself again', () => {
    const rdata = `${label(3)}02`;
    expectProblem(
      octetsOf([0, 2, 0, 0], record('00', UNKNOWN_TYPE, rdata), record('0161 c017', UNKNOWN_TYPE, '')),
      'pointer-loop',
    );
  });

  test('forward', () => expectProblem(octetsOf([1, 0, 0, 0], question('c020')), 'forward-pointer', 12));
  test('past the end', () => expectProblem(octetsOf([1, 0, 0, 0], question('ffff')), 'forward-pointer', 12));
  test('cut in half', () => expectProblem(octetsOf([1, 0, 0, 0], 'c0'), 'truncated', 12));

  test('into the header', () => {
    // Octet 4 is the count of questions, 0x0001: an empty label. Odd, but no rule forbids it.
    expect(decode(octetsOf([1, 0, 0, 0], question('0161 c004'))).questions[0]!.name).toBe('a.');
    expectProblem(octetsOf([1, 0, 0, 0], question('c002')), 'reserved-label-type', 2);
  });

  describe('in a chain', () => {
    /**
     * A root label and `count` pointers, each to the one before, hidden in data that nobody reads as names.
     */
    const chain = (count: number): Uint8Array => {
      const start = 12 + 11;
      const pointers = Array.from({ length: count }, (_, i) =>
        hex(0xc000 | (i === 0 ? start : start + 1 + 2 * (i - 1)), 4),
      );
      const last = hex(0xc000 | (start + 1 + 2 * (count - 1)), 4);
      return octetsOf(
        [0, 2, 0, 0],
        record('00', UNKNOWN_TYPE, `00${pointers.join('')}`),
        record(last, 1, 'c0000201'),
      );
    };

    test('of 127, the most a name could need, are followed', () => {
      expect(decode(chain(126)).answers[1]!.name).toBe('.');
    });

    test('of more are refused', () => {
      expectProblem(chain(127), 'too-many-pointers');
      expectProblem(chain(5000), 'too-many-pointers');
    });
  });
});

describe('names', () => {
  const long = label(63).repeat(3);

  test('of 255 octets are read, of 256 not', () => {
    expect(decode(octetsOf([1, 0, 0, 0], question(`${long}${label(61)}00`))).questions[0]!.name).toHaveLength(
      254,
    );
    expectProblem(octetsOf([1, 0, 0, 0], question(`${long}${label(62)}00`)), 'name-too-long', 12);
  });

  test('count what a pointer adds', () => {
    const through = (octets: number): Uint8Array =>
      octetsOf([1, 1, 0, 0], question(`${long}00`), record(`${label(octets)}c00c`, 1, 'c0000201'));
    expect(decode(through(61)).answers[0]!.name).toHaveLength(254);
    expectProblem(through(62), 'name-too-long');
  });

  test('count an escaped octet once', () => {
    const zeros = (octets: number): string => hex(octets, 2) + '00'.repeat(octets);
    const name = decode(octetsOf([1, 0, 0, 0], question(`${zeros(63).repeat(3)}${zeros(61)}00`)))
      .questions[0]!.name;
    expect(name).toHaveLength(4 * 250 + 4);
    expectProblem(
      octetsOf([1, 0, 0, 0], question(`${zeros(63).repeat(3)}${zeros(62)}00`)),
      'name-too-long',
      12,
    );
    expectProblem(octetsOf([1, 0, 0, 0], question(`${zeros(63).repeat(900)}00`)), 'name-too-long', 12);
  });

  test('of 127 labels are the most there can be', () => {
    expect(
      decode(octetsOf([1, 0, 0, 0], question(`${'0161'.repeat(127)}00`))).questions[0]!.name,
    ).toHaveLength(254);
    expectProblem(octetsOf([1, 0, 0, 0], question(`${'0161'.repeat(128)}00`)), 'name-too-long', 12);
  });

  test.each(['40', '7f', '80', 'bf'])('with the reserved label type of 0x%s', (type) => {
    expectProblem(
      octetsOf([1, 0, 0, 0], question(`0161${type}${'00'.repeat(70)}`)),
      'reserved-label-type',
      14,
    );
  });

  test('that run out of the message, or out of their record', () => {
    expectProblem(octetsOf([1, 0, 0, 0], '05616263'), 'truncated');
    expectProblem(octetsOf([0, 1, 0, 0], record('00', 2, '0161', 2)), 'truncated');
    expectProblem(
      octetsOf([0, 2, 0, 0], record('00', 2, '0361', 2), record('00', 1, '01020304')),
      'rdata-overrun',
    );
    expectProblem(
      octetsOf([0, 2, 0, 0], record('00', 2, '0161', 2), record('00', 1, '01020304')),
      'rdata-overrun',
    );
  });
});

describe('counts that lie', () => {
  test.each<[string, [number, number, number, number]]>([
    ['questions', [2, 0, 0, 0]],
    ['answers', [1, 1, 0, 0]],
    ['authorities', [1, 0, 65_535, 0]],
    ['additionals', [1, 0, 0, 65_535]],
    ['everything', [65_535, 65_535, 65_535, 65_535]],
  ])('%s', (_, counts) => expectProblem(octetsOf(counts, question('00')), 'truncated'));

  test('too low', () =>
    expectProblem(octetsOf([1, 0, 0, 0], question('00'), question('00')), 'trailing-garbage', 17));
  test('nothing after the header', () => expect(decode(octetsOf([0, 0, 0, 0])).questions).toEqual([]));
});

describe('EDNS', () => {
  test('two OPT records', () => expectProblem(octetsOf([0, 0, 0, 2], opt(), opt()), 'two-opts', 23));
  test('an owner other than the root', () =>
    expectProblem(octetsOf([0, 0, 0, 1], opt('016100')), 'opt-not-root', 12));
  test('in the answer section', () => expectProblem(octetsOf([0, 1, 0, 0], opt()), 'opt-misplaced', 12));
  test('in the authority section', () => expectProblem(octetsOf([0, 0, 1, 0], opt()), 'opt-misplaced', 12));
  test('before other additional records is allowed', () => {
    const message = decode(octetsOf([0, 0, 0, 2], opt(), record('00', 1, 'c0000201')));
    expect(message.edns?.udpPayloadSize).toBe(1);
    expect(message.additionals).toHaveLength(1);
  });
  test('an option that says it is longer than the record', () => {
    expectProblem(octetsOf([0, 0, 0, 1], opt('00', '000300056162')), 'truncated');
    expectProblem(
      octetsOf([0, 0, 0, 2], opt('00', '000300056162'), record('00', 1, 'c0000201')),
      'rdata-overrun',
    );
  });
  test('half an option', () => expectProblem(octetsOf([0, 0, 0, 1], opt('00', '0003')), 'truncated'));
});

describe('RDLENGTH', () => {
  test('longer than the data', () => {
    expectProblem(
      octetsOf([0, 2, 0, 0], record('00', 1, 'c000020100'), record('00', 1, 'c0000201')),
      'rdata-trailing',
      27,
    );
  });
  test('shorter than the data', () => {
    expectProblem(
      octetsOf([0, 2, 0, 0], record('00', 1, 'c00002'), record('00', 1, 'c0000201')),
      'rdata-overrun',
      23,
    );
  });
  test('longer than the message', () =>
    expectProblem(octetsOf([0, 1, 0, 0], record('00', 1, 'c0000201', 65_535)), 'truncated', 23));
  test('of zero: a record of any type without data, as UPDATE has (RFC 2136 2.5)', () => {
    expect(decode(octetsOf([0, 1, 0, 0], record('00', 1, ''))).answers[0]!.rdata).toEqual({
      octets: new Uint8Array(),
    });
  });
  test('one bad record does not hide the others from dissect', () => {
    const octets = octetsOf(
      [0, 3, 0, 0],
      record('00', 1, 'c0000201'),
      record('00', 1, 'c0'),
      record('00', 1, 'c0000202'),
    );
    expect(dissect(octets).message?.answers.map(({ rdata }) => rdata['address'])).toEqual([
      '192.0.2.1',
      '192.0.2.2',
    ]);
  });
});

const rich: Message = {
  header: headerOf(0xbeef, 0x8580),
  questions: [{ name: 'www.example.com.', type: 255, class: 1 }],
  answers: [
    'www.example.com. 300 IN CNAME edge.example.com.',
    'edge.example.com. 60 IN A 192.0.2.1',
    'edge.example.com. 60 IN AAAA 2001:db8::1',
    'example.com. 60 IN MX 10 mail.example.com.',
    'example.com. 60 IN TXT "one" "two"',
    '_sip._udp.example.com. 60 IN SRV 1 2 3 sip.example.com.',
    'example.com. 60 IN CAA 0 issue "ca.example.net"',
    'example.com. 60 IN TYPE65280 \\# 3 010203',
  ].map((line) => scanRecord(line)),
  authorities: [scanRecord('example.com. 60 IN SOA ns1.example.com. host.example.com. 1 2 3 4 5')],
  additionals: [scanRecord('ns1.example.com. 60 IN A 192.0.2.53')],
  edns: {
    udpPayloadSize: 1232,
    extendedRcode: 0,
    version: 0,
    dnssecOk: true,
    z: 0,
    options: [
      { code: 3, values: { identifier: Uint8Array.of(1, 2) } },
      { code: 15, values: { infoCode: 22, extraText: 'no' } },
    ],
  },
};

test('every prefix of a rich message is a clean error, and dissect tiles it', () => {
  const octets = encode(rich);
  expect(decode(octets)).toEqual(rich);
  for (let length = 0; length < octets.length; length++) {
    const prefix = octets.subarray(0, length);
    expect(() => decode(prefix)).toThrow(WireError);
    const { spans, problems } = dissect(prefix);
    expect(problems).not.toEqual([]);
    expect(tilingFaults(length, spans)).toEqual([]);
  }
});

test('every octet of a rich message set to every awkward value gives a message or a clean error', () => {
  const octets = encode(rich);
  for (let at = 0; at < octets.length; at++) {
    for (const value of [0, 1, 0x3f, 0x40, 0x80, 0xc0, 0xff]) {
      const changed = octets.with(at, value);
      const { spans, problems } = dissect(changed);
      expect(tilingFaults(changed.length, spans)).toEqual([]);
      if (problems.length === 0) expect(() => decode(changed)).not.toThrow();
      else expect(() => decode(changed)).toThrow(WireError);
    }
  }
});

test('octets after the end', () => {
  const octets = encode(rich);
  expectProblem(Uint8Array.from([...octets, 0]), 'trailing-garbage', octets.length);
});

describe('size', () => {
  /** Much more than any machine needs, much less than a decoder that goes over its input again and again. */
  const PATIENCE_MS = 1000;

  function timed(act: () => void): number {
    const start = performance.now();
    act();
    return performance.now() - start;
  }

  test('4,000 records are read, and fast', () => {
    const answers = Array.from({ length: 4000 }, (_, i) =>
      scanRecord(`host.example. 1 A 10.0.${i >> 8}.${i & 255}`),
    );
    const octets = encode({ ...rich, answers });
    expect(timed(() => expect(decode(octets).answers).toHaveLength(4000))).toBeLessThan(PATIENCE_MS);
    expect(timed(() => expect(dissect(octets).problems).toEqual([]))).toBeLessThan(PATIENCE_MS);
  });

  test('64 KiB of names that each lead through the longest chain', () => {
    const pointers = Array.from({ length: 120 }, (_, i) =>
      hex(0xc000 | (i === 0 ? 23 : 278 + 2 * (i - 1)), 4),
    ).join('');
    const names = `${label(63).repeat(3)}${label(61)}00`;
    const last = hex(0xc000 | (278 + 2 * 119), 4);
    const count = 5000;
    const octets = octetsOf(
      [0, count + 1, 0, 0],
      record('00', UNKNOWN_TYPE, names + pointers),
      record(last, UNKNOWN_TYPE, '').repeat(count),
    );
    expect(octets.length).toBeGreaterThan(60_000);
    expect(timed(() => expect(decode(octets).answers.at(-1)!.name).toHaveLength(254))).toBeLessThan(
      PATIENCE_MS,
    );
    expect(timed(() => expect(tilingFaults(octets.length, dissect(octets).spans)).toEqual([]))).toBeLessThan(
      PATIENCE_MS,
    );
  });

  test('64 KiB in which every name is a new one', () => {
    const count = 4000;
    const owner = (i: number): string => `02${hex(i, 4)}${hex(0xc000 | (23 + 64 * (i % 3)), 4)}`;
    const parts = Array.from({ length: count }, (_, i) => record(owner(i), UNKNOWN_TYPE, ''));
    const octets = octetsOf(
      [0, count + 1, 0, 0],
      record('00', UNKNOWN_TYPE, `${label(63).repeat(3)}00`),
      ...parts,
    );
    expect(
      timed(() => expect(new Set(decode(octets).answers.map(({ name }) => name)).size).toBe(count + 1)),
    ).toBeLessThan(PATIENCE_MS);
  });
});

test('octets that are a view into a larger buffer, or a Buffer, read the same', () => {
  const octets = encode(rich);
  const buffer = Buffer.concat([Buffer.alloc(7), octets, Buffer.alloc(9)]);
  const view = buffer.subarray(7, 7 + octets.length);
  expect(decode(view)).toStrictEqual(decode(octets));
  expect(dissect(view)).toStrictEqual(dissect(octets));
});
