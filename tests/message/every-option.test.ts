/** Laws that every EDNS option keeps, whatever is added to the table, and the layouts that RFCs spell out. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/message/decode.ts';
import { dissect } from '../../src/message/dissect.ts';
import { printOption } from '../../src/message/edns.ts';
import { encode } from '../../src/message/encode.ts';
import { headerOf } from '../../src/message/header.ts';
import { printHex, scanHex } from '../../src/message/hex.ts';
import type { Message } from '../../src/message/message.ts';
import type { OptionType } from '../../src/message/options/option-type.ts';
import { OPTION_TYPES, optionCode, optionName, optionTypeOf } from '../../src/message/options/table.ts';
import { UNKNOWN_OPTION } from '../../src/message/options/unknown.ts';
import { Reader } from '../../src/message/reader.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import { ScanError, Tokens } from '../../src/message/tokens.ts';
import type { Span } from '../../src/message/spans.ts';
import { WireError } from '../../src/message/wire-error.ts';
import { Writer } from '../../src/message/writer.ts';
import { generatorOf, valuesOf } from '../arbitraries/kinds.ts';
import { tilingFaults } from '../support/tiling.ts';

type Values = Readonly<Record<string, unknown>>;

const optionTypes = [...OPTION_TYPES, UNKNOWN_OPTION] as unknown as OptionType[];

function messageWith(type: OptionType, values: Values): Message {
  const options = [{ code: type.code, values }];
  return {
    header: headerOf(1, 0),
    questions: [],
    answers: [],
    authorities: [],
    additionals: [scanRecord('host.example.com. 1 IN A 192.0.2.1')],
    edns: { udpPayloadSize: 1232, extendedRcode: 0, version: 0, dnssecOk: true, z: 0, options },
  };
}

/** A query with one option of these octets, as it comes from the network. */
function messageOctets(code: number, data: Uint8Array): Uint8Array {
  const header = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
  const length = data.length + 4;
  const opt = [0, 0, 41, 4, 208, 0, 0, 0, 0, length >> 8, length & 255];
  const option = [code >> 8, code & 255, data.length >> 8, data.length & 255];
  return Uint8Array.from([...header, ...opt, ...option, ...data]);
}

function written(type: OptionType, values: Values): Uint8Array {
  const writer = new Writer({ compress: false });
  type.write(writer, values);
  return writer.finish();
}

function expectTiled(octets: Uint8Array): void {
  const { spans, problems } = dissect(octets);
  expect(tilingFaults(octets.length, spans)).toEqual([]);
  expect(problems).toEqual([]);
}

describe('the table of options', () => {
  test('has each code and each name once', () => {
    const names = optionTypes.flatMap(({ mnemonic, aliases = [] }) => [mnemonic, ...aliases]);
    expect(new Set(optionTypes.map(({ code }) => code)).size).toBe(optionTypes.length);
    expect(new Set(names.map((name) => name.toUpperCase())).size).toBe(names.length);
  });

  test('uses only kinds that have generated values', () => {
    const missing = optionTypes.flatMap(({ fields }) => fields.filter((field) => !generatorOf(field)));
    expect(missing.map(({ kind }) => kind.title)).toEqual([]);
  });

  test('finds a number by any of its names, and by OPT and the number', () => {
    for (const { code, mnemonic, aliases = [] } of OPTION_TYPES as readonly OptionType[]) {
      for (const name of [mnemonic, mnemonic.toLowerCase(), ...aliases, `opt${code}`])
        expect([name, optionCode(name)]).toEqual([name, code]);
      expect(optionName(code)).toBe(mnemonic);
    }
    expect(optionCode('OPT65535')).toBe(65_535);
    expect(optionCode('OPT65536')).toBeUndefined();
    expect(optionCode('no such option')).toBeUndefined();
  });

  test.each(optionTypes.map((type) => [type.mnemonic, type] as const))(
    '%s says what it is in a sentence, with its RFC',
    (_, type) => {
      expect(type.meaning).toMatch(/^\S.*\.$/s);
      expect(type.rfc).toMatch(/^(RFC \d+|draft-)/);
      for (const { meaning } of type.fields) expect(meaning.length).toBeGreaterThan(3);
      expect(new Set(type.fields.map(({ name }) => name)).size).toBe(type.fields.length);
    },
  );
});

describe.each(optionTypes.map((type) => [type.mnemonic, type] as const))('EDNS option %s', (_, type) => {
  const octets = scanHex(type.example.hex)!;

  test('the example as text is the example as octets, both ways', () => {
    const values = type.read(new Reader(octets));
    expect(type.print(values)).toBe(type.example.text);
    expect(type.scan(Tokens.of(type.example.text))).toEqual(values);
    expect(printHex(written(type, values))).toBe(type.example.hex);
  });

  test('each prefix is a clean error or a shorter value', () => {
    for (let length = 0; length < octets.length; length++) {
      const prefix = octets.slice(0, length);
      try {
        expect(written(type, type.read(new Reader(prefix)))).toEqual(prefix);
      } catch (error) {
        expect(error).toBeInstanceOf(WireError);
      }
    }
  });

  test('each prefix in a message is read, or a problem at its place', () => {
    for (let length = 0; length < octets.length; length++) {
      const message = messageOctets(type.code, octets.slice(0, length));
      const { spans, problems } = dissect(message);
      expect(tilingFaults(message.length, spans)).toEqual([]);
      expect(problems.length).toBeLessThanOrEqual(1);
      for (const { offset } of problems) expect(offset).toBeGreaterThanOrEqual(27);
    }
  });

  test('generated data: octets, text and messages come back as they were', () => {
    fc.assert(
      fc.property(valuesOf(type.fields), (values) => {
        expect(type.read(new Reader(written(type, values)))).toEqual(values);
        expect(type.scan(Tokens.of(type.print(values)))).toEqual(values);
        const message = messageWith(type, values);
        expect(decode(encode(message))).toEqual(message);
        expectTiled(encode(message));
      }),
      { numRuns: 60 },
    );
  });

  test('any octets are read, printed and written back as far as they are understood, or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (any) => {
        let values: Values;
        try {
          values = type.read(new Reader(any));
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
          return;
        }
        expect(type.print(values)).not.toMatch(/[^\x20-\x7e]/);
        expect(type.scan(Tokens.of(type.print(values)))).toEqual(values);
      }),
    );
  });

  test('any text is scanned or refused', () => {
    const word = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('1', '1.2.3.4/24/0', 'ff', '2', '::/0', '"'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        try {
          written(type, type.scan(Tokens.of(words.join(' '))));
        } catch (error) {
          expect(error instanceof ScanError || error instanceof WireError, String(error)).toBe(true);
        }
      }),
    );
  });
});

describe('layouts', () => {
  const textOf = (code: number, hex: string): string => {
    const message = decode(messageOctets(code, scanHex(hex)!));
    return message.edns!.options.map(printOption).join(', ');
  };

  test.each([
    // RFC 7871 6; an answer says how many bits mattered.
    [8, '00012018c6336401', 'ECS 198.51.100.1/32/24'],
    [8, '0002380020010db8001234', 'ECS 2001:db8:12:3400::/56/0'],
    [8, '00010000', 'ECS 0.0.0.0/0/0'],
    [8, '00020000', 'ECS ::/0/0'],
    [8, '0000000000', 'ECS 0:00/0/0'],
    // Bits beyond the prefix are kept: the message is what it is.
    [8, '00011600c000ff', 'ECS 192.0.255.0/22/0'],
    [9, '', 'EXPIRE'],
    [9, '00093a80', 'EXPIRE 604800'],
    [10, '0102030405060708', 'COOKIE 0102030405060708'],
    [11, '', 'KEEPALIVE'],
    [12, '00'.repeat(468), 'PADDING 468*00'],
    [12, '', 'PADDING'],
    [12, '0001', 'PADDING 0001'],
    [13, '00', 'CHAIN .'],
    [15, '0012', 'EDE 18 ""'],
    // RFC 9660 5 has this serial number.
    [19, '02007895a4e9', 'ZONEVERSION 2 SOA-SERIAL 2023073001'],
    [19, '', 'ZONEVERSION'],
    [19, '01f6deadbeef01', 'ZONEVERSION 1 246 deadbeef01'],
    [19, '0007', 'ZONEVERSION 0 7'],
    [65_001, 'c0ffee', 'OPT65001 c0ffee'],
    [4, '00', 'OPT4 00'],
  ])('option %i of %s is %s', (code, hex, text) => {
    expect(textOf(code, hex)).toBe(text);
    const [option] = decode(messageOctets(code, scanHex(hex)!)).edns!.options;
    expect(printHex(written(optionTypeOf(code), option!.values))).toBe(hex);
  });

  test.each([
    ['an address that is too short for its prefix', 8, '00011800c000'],
    ['an address that is too long for its prefix', 8, '00011000c00002'],
    ['a prefix longer than the address', 8, '00012100c000020100'],
    ['a client cookie of seven octets', 10, '01020304050607'],
    ['a server cookie of seven octets', 10, '010203040506070801020304050607'],
    ['a server cookie of thirty-three octets', 10, '0102030405060708'.concat('11'.repeat(33))],
    ['half a timeout', 11, '01'],
    ['half a key tag', 14, '4f6697'],
    ['a serial number of three octets', 19, '0200010203'],
    ['a zone version that ends after the label count', 19, '02'],
    ['a trust point that does not end', 13, '07657861'],
    ['a lease of three octets', 2, '000e10'],
  ])('%s is a problem', (_, code, hex) => {
    const octets = messageOctets(code, scanHex(hex)!);
    expect(() => decode(octets)).toThrow(WireError);
    const { problems, spans } = dissect(octets);
    expect(problems).toHaveLength(1);
    expect(tilingFaults(octets.length, spans)).toEqual([]);
  });

  test('the parts of a value have spans of their own', () => {
    const labels = (spans: readonly Span[]): string[] =>
      spans.flatMap(({ label, children }) => [label, ...labels(children)]);
    const subnet = dissect(messageOctets(8, scanHex('00011800c00002')!));
    expect(labels(subnet.spans)).toEqual(
      expect.arrayContaining(['FAMILY', 'SOURCE PREFIX-LENGTH', 'SCOPE PREFIX-LENGTH', 'ADDRESS']),
    );
    const cookie = dissect(messageOctets(10, scanHex('01020304050607081112131415161718')!));
    expect(labels(cookie.spans)).toEqual(expect.arrayContaining(['client', 'server']));
    const algorithms = dissect(messageOctets(5, scanHex('080d')!));
    expect(JSON.stringify(algorithms.spans)).toContain('13 ECDSAP256SHA256');
  });
});
