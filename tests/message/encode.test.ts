import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import { headerOf } from '../../src/message/header.ts';
import { printHex, scanHex } from '../../src/message/hex.ts';
import type { Message } from '../../src/message/message.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import { WireError } from '../../src/message/wire-error.ts';

const empty: Message = {
  header: headerOf(0, 0),
  questions: [],
  answers: [],
  authorities: [],
  additionals: [],
};

function withAnswers(...lines: string[]): Message {
  return { ...empty, answers: lines.map((line) => scanRecord(line)) };
}

const octetsOf = (message: Message): string => printHex(encode(message)).slice(24);

describe('compression (RFC 1035 4.1.4)', () => {
  test('the exact octets of a referral', () => {
    const message: Message = {
      ...empty,
      header: headerOf(0x1234, 0x8000),
      questions: [{ name: 'www.example.com.', type: 1, class: 1 }],
      authorities: ['example.com. 172800 NS ns1.example.com.', 'example.com. 172800 NS ns.Example.com.'].map(
        (line) => scanRecord(line),
      ),
      additionals: [scanRecord('ns1.example.com. 172800 A 192.0.2.53')],
      edns: { udpPayloadSize: 1232, extendedRcode: 0, version: 0, dnssecOk: true, z: 0, options: [] },
    };
    const text = readFileSync('fixtures/messages/referral.hex', 'utf8').replaceAll(/\s/g, '');
    expect(printHex(encode(message))).toBe(text);
    expect(decode(scanHex(text)!)).toEqual(message);
  });

  test('the longest ending that was written before is pointed to, and only in the same case', () => {
    expect(octetsOf(withAnswers('a.b. 0 TXT x', 'c.a.b. 0 TXT x', 'A.b. 0 TXT x', '. 0 TXT x'))).toBe(
      [
        '0161016200' + '001000010000000000020178',
        '0163c00c' + '001000010000000000020178',
        '0141c00e' + '001000010000000000020178',
        '00' + '001000010000000000020178',
      ].join(''),
    );
  });

  test('RDATA of the types of RFC 1035 is compressed', () => {
    const ending = octetsOf(withAnswers('a.b. 0 MX 1 c.a.b.')).slice(-8);
    expect(ending).toBe('0163c00c');
  });

  test.each(['SRV 1 2 3 a.b.', 'DNAME a.b.'])('RDATA of later types is not (RFC 3597 4): %s', (rdata) => {
    expect(octetsOf(withAnswers(`a.b. 0 ${rdata}`)).slice(-10)).toBe('0161016200');
  });

  test('a name that starts after octet 0x3fff is never pointed to', () => {
    const filler = Array.from({ length: 70 }, () => `. 0 TXT ${'x'.repeat(240)}`);
    const far = ['far.example. 0 TXT x', 'far.example. 0 TXT y', 'near.example. 0 TXT z'];
    const message = withAnswers(...filler, ...far, 'far.example. 0 TXT w');
    const octets = encode(message);
    expect(octets.length).toBeGreaterThan(0x4000);
    expect(decode(octets)).toEqual(message);
    expect(printHex(octets).match(/03666172076578616d706c6500/g)).toHaveLength(3);
  });

  test.each([
    [0x3fff, 'ffff'],
    [0x4000, '046564676500'],
  ])('a name at octet %i is written again as %s', (place, written) => {
    const octets = place - 12 - 11;
    const filler = `. 0 TYPE65280 \\# ${octets} ${'00'.repeat(octets)}`;
    const message = withAnswers(filler, 'edge. 0 A 192.0.2.1', 'edge. 0 A 192.0.2.2');
    expect(octetsOf(message).endsWith(`${written}00010001000000000004c0000202`)).toBe(true);
    expect(decode(encode(message))).toEqual(message);
  });
});

describe('values that do not fit the wire', () => {
  const record = scanRecord('a. 1 A 192.0.2.1');
  const answering = (change: object): Message => ({ ...empty, answers: [{ ...record, ...change }] });
  const named = (name: string): Message => ({ ...empty, questions: [{ name, type: 1, class: 1 }] });

  test.each<[string, Message, string]>([
    ['a name without its final dot', named('example.com'), 'bad-value'],
    ['an empty name', named(''), 'bad-value'],
    ['an empty label', named('a..b.'), 'bad-value'],
    ['a name that is only dots', named('..'), 'bad-value'],
    ['a final dot that is escaped', named('a\\.'), 'bad-value'],
    ['a label of 64 octets', named(`${'x'.repeat(64)}.`), 'label-too-long'],
    ['a label of 64 escaped octets', named(`${'\\000'.repeat(64)}.`), 'label-too-long'],
    ['a name of 256 octets', named(`${`${'x'.repeat(63)}.`.repeat(3)}${'x'.repeat(62)}.`), 'name-too-long'],
    ['a name with a character that is not escaped', named('bücher.'), 'bad-value'],
    ['an ID of 17 bits', { ...empty, header: headerOf(0x10000, 0) }, 'bad-value'],
    ['a negative TTL', answering({ ttl: -1 }), 'bad-value'],
    ['a TTL of 33 bits', answering({ ttl: 2 ** 32 }), 'bad-value'],
    ['a broken number', answering({ ttl: 1.5 }), 'bad-value'],
    ['no number', answering({ class: NaN }), 'bad-value'],
    ['a type of 17 bits', answering({ type: 65_536, rdata: { octets: new Uint8Array() } }), 'bad-value'],
    ['an address that is none', answering({ rdata: { address: '192.0.2' } }), 'bad-value'],
    [
      'a character string of 256 octets',
      answering({ type: 16, rdata: { strings: [new Uint8Array(256)] } }),
      'bad-value',
    ],
    [
      '64 KiB and more',
      answering({ type: 65_280, rdata: { octets: new Uint8Array(65_535) } }),
      'message-too-long',
    ],
  ])('%s', (_, message, code) => {
    expect(() => encode(message)).toThrow(WireError);
    expect(() => encode(message)).toThrow(expect.objectContaining({ code }));
  });

  test('an error leaves nothing behind for the next message', () => {
    expect(() => encode(named('bad'))).toThrow(WireError);
    expect(decode(encode(withAnswers('a. 1 A 192.0.2.1')))).toEqual(withAnswers('a. 1 A 192.0.2.1'));
  });
});

test('the longest message there can be', () => {
  const record = {
    name: '.',
    type: 65_280,
    class: 1,
    ttl: 0,
    rdata: { octets: new Uint8Array(65_535 - 12 - 11) },
  };
  expect(encode({ ...empty, answers: [record] })).toHaveLength(65_535);
});

test('the text of an extended error keeps what looks like a byte order mark', () => {
  const options = [{ code: 15, values: { infoCode: 0, extraText: '\uFEFF\uFEFFtext' } }];
  const edns = { udpPayloadSize: 512, extendedRcode: 0, version: 0, dnssecOk: false, z: 0, options };
  expect(decode(encode({ ...empty, edns }))).toEqual({ ...empty, edns });
});

test('two messages do not share their octets', () => {
  const first = encode(withAnswers('first. 1 TXT one'));
  const copy = first.slice();
  encode(withAnswers('second. 1 TXT two'));
  expect(first).toEqual(copy);
});
