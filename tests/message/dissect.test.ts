import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { dissect } from '../../src/message/dissect.ts';
import { encode } from '../../src/message/encode.ts';
import { headerOf } from '../../src/message/header.ts';
import type { Message } from '../../src/message/message.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import type { Span } from '../../src/message/spans.ts';
import { WireError } from '../../src/message/wire-error.ts';
import { anyMessage } from '../arbitraries/messages.ts';
import { tilingFaults } from '../support/tiling.ts';

const message: Message = {
  header: headerOf(0x1234, 0x8583),
  questions: [{ name: 'www.example.', type: 1, class: 1 }],
  answers: [scanRecord('example. 300 IN MX 10 mail.example.')],
  authorities: [],
  additionals: [],
  edns: {
    udpPayloadSize: 1232,
    extendedRcode: 1,
    version: 0,
    dnssecOk: true,
    z: 5,
    options: [{ code: 3, values: { identifier: Uint8Array.of(0xab) } }],
  },
};

/** The leaves as `label start-end value`, bits as `start[first..last]`. */
function leaves(spans: readonly Span[]): string[] {
  return spans.flatMap((span) => {
    if (span.children.length > 0) return leaves(span.children);
    const place = span.bits ? `${span.start}[${span.bits.join('..')}]` : `${span.start}-${span.end}`;
    return [`${span.label} ${place} ${span.value}`.trim()];
  });
}

test('every field of a message is named, down to its bits', () => {
  expect(leaves(dissect(encode(message)).spans)).toEqual([
    'ID 0-2 4660',
    'QR 2[0..0] 1',
    'OPCODE 2[1..4] 0 QUERY',
    'AA 2[5..5] 1',
    'TC 2[6..6] 0',
    'RD 2[7..7] 1',
    'RA 2[8..8] 1',
    'Z 2[9..9] 0',
    'AD 2[10..10] 0',
    'CD 2[11..11] 0',
    'RCODE 2[12..15] 3 NXDOMAIN',
    'QDCOUNT 4-6 1',
    'ANCOUNT 6-8 1',
    'NSCOUNT 8-10 0',
    'ARCOUNT 10-12 1',
    'length 12-13 3',
    'text 13-16 www',
    'length 16-17 7',
    'text 17-24 example',
    'root 24-25 0',
    'QTYPE 25-27 1 A',
    'QCLASS 27-29 1 IN',
    'pointer 29-31 → 16',
    'TYPE 31-33 15 MX',
    'CLASS 33-35 1 IN',
    'TTL 35-39 300',
    'RDLENGTH 39-41 9',
    'preference 41-43 10',
    'length 43-44 4',
    'text 44-48 mail',
    'pointer 48-50 → 16',
    'root 50-51 0',
    'TYPE 51-53 41 OPT',
    'UDP payload size 53-55 1232',
    'extended RCODE 55-56 1',
    'version 56-57 0',
    'DO 57[0..0] 1',
    'Z 57[1..15] 5',
    'RDLENGTH 59-61 5',
    'code 61-63 3 NSID',
    'length 63-65 1',
    'identifier 65-66 ab',
  ]);
});

test('a pointer says where it points, and every span with octets what it means', () => {
  const all = (spans: readonly Span[]): Span[] => spans.flatMap((span) => [span, ...all(span.children)]);
  const spans = all(dissect(encode(message)).spans);
  expect(spans.filter(({ label }) => label === 'pointer').map(({ pointsTo }) => pointsTo)).toEqual([16, 16]);
  for (const span of spans)
    if (span.children.length === 0)
      expect(span, span.label).toMatchObject({ means: expect.stringMatching(/./) });
});

describe('any message', () => {
  test('is encoded and decoded to itself', () => {
    fc.assert(
      fc.property(anyMessage, (value) => {
        expect(decode(encode(value))).toEqual(value);
      }),
    );
  });

  test('is dissected to the same message, with spans that tile it', () => {
    fc.assert(
      fc.property(anyMessage, (value) => {
        const octets = encode(value);
        const { message: read, spans, problems } = dissect(octets);
        expect(problems).toEqual([]);
        expect(read).toEqual(decode(octets));
        expect(tilingFaults(octets.length, spans)).toEqual([]);
      }),
    );
  });
});

describe('any octets', () => {
  /** `dissect` has no problem exactly where `decode` succeeds, and its spans tile whatever there is. */
  function expectAgreement(octets: Uint8Array): void {
    const { message: read, spans, problems } = dissect(octets);
    expect(tilingFaults(octets.length, spans)).toEqual([]);
    for (const { offset } of problems) expect(offset).toBeLessThanOrEqual(octets.length);
    if (problems.length === 0) expect(read).toEqual(decode(octets));
    else expect(() => decode(octets)).toThrow(WireError);
  }

  test('of no plan', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), expectAgreement), { numRuns: 500 });
  });

  test('after a header that counts little', () => {
    const counts = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(2));
    const body = fc.array(fc.oneof(fc.constantFrom(0, 1, 41, 0xc0, 12), fc.nat(255)), { maxLength: 120 });
    fc.assert(
      fc.property(counts, body, ([qd, an, ns, ar], octets) => {
        expectAgreement(Uint8Array.from([0, 1, 0x80, 0, 0, qd, 0, an, 0, ns, 0, ar, ...octets]));
      }),
      { numRuns: 1000 },
    );
  });

  test('of a message with a few changed, cut or doubled', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyMessage, changes, fc.nat(), (value, changed, cut) => {
        const octets = encode(value);
        for (const [at, octet] of changed) octets[at % octets.length] = octet;
        expectAgreement(octets);
        expectAgreement(octets.subarray(0, cut % octets.length));
        expectAgreement(Uint8Array.from([...octets, ...octets.subarray(cut % octets.length)]));
      }),
      { numRuns: 300 },
    );
  });
});

test('nothing at all has problems and no message', () => {
  expect(dissect(new Uint8Array())).toMatchObject({ problems: [{ code: 'truncated', offset: 0 }] });
  expect(dissect(new Uint8Array())).not.toHaveProperty('message');
  expect(dissect(new Uint8Array(11)).message).toBeUndefined();
});
