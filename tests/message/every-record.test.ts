/** Laws that every record type and every EDNS option keeps, whatever is added to the tables. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { className } from '../../src/message/codes.ts';
import { decode } from '../../src/message/decode.ts';
import { dissect } from '../../src/message/dissect.ts';
import { encode } from '../../src/message/encode.ts';
import { headerOf } from '../../src/message/header.ts';
import { printHex, scanHex } from '../../src/message/hex.ts';
import type { Message, ResourceRecord } from '../../src/message/message.ts';
import { OPTION_TYPES } from '../../src/message/options/table.ts';
import type { OptionType } from '../../src/message/options/option-type.ts';
import { UNKNOWN_OPTION } from '../../src/message/options/unknown.ts';
import { Reader } from '../../src/message/reader.ts';
import {
  printRecord,
  rdataOctets,
  readRdataAlone,
  scanRdataText,
  scanRecord,
} from '../../src/message/record-text.ts';
import type { Rdata, RecordType } from '../../src/message/records/record-type.ts';
import { OTHER_CLASS_TYPES, RECORD_TYPES } from '../../src/message/records/table.ts';
import { UNKNOWN } from '../../src/message/records/unknown.ts';
import { Tokens } from '../../src/message/tokens.ts';
import { DATA_TYPE_CODES } from '../../src/message/type-names.ts';
import { WireError } from '../../src/message/wire-error.ts';
import { Writer } from '../../src/message/writer.ts';
import { generatorOf, valuesOf } from '../arbitraries/kinds.ts';
import { recordOf } from '../arbitraries/messages.ts';
import { tilingFaults } from '../support/tiling.ts';

const recordTypes = [...RECORD_TYPES, UNKNOWN] as unknown as RecordType[];
const optionTypes = [...OPTION_TYPES, UNKNOWN_OPTION] as unknown as OptionType[];
const laidOut = [...recordTypes, ...optionTypes];

const A_LINE = 'host.example.com. 1 IN A 192.0.2.1';

/** The record in the middle of a message, so that pointers and limits have something on both sides. */
function messageWith(record: ResourceRecord): Message {
  const questions = [{ name: 'www.example.com.', type: record.type, class: 1 }];
  const other = scanRecord(A_LINE);
  return {
    header: headerOf(1, 0x8000),
    questions,
    answers: [other, record, other],
    authorities: [record],
    additionals: [other],
  };
}

function messageWithOption(type: OptionType, values: Readonly<Record<string, unknown>>): Message {
  const options = [{ code: type.code, values }];
  const edns = { udpPayloadSize: 1232, extendedRcode: 0, version: 0, dnssecOk: true, z: 0, options };
  return {
    header: headerOf(1, 0),
    questions: [],
    answers: [],
    authorities: [],
    additionals: [scanRecord(A_LINE)],
    edns,
  };
}

function written(type: { write(writer: Writer, values: Rdata): void }, values: Rdata): Uint8Array {
  const writer = new Writer({ compress: false });
  type.write(writer, values);
  return writer.finish();
}

function expectTiled(octets: Uint8Array): void {
  const { spans, problems } = dissect(octets);
  expect(tilingFaults(octets.length, spans)).toEqual([]);
  expect(problems).toEqual([]);
}

describe('the tables', () => {
  test('have each code and each mnemonic once', () => {
    for (const table of [recordTypes, optionTypes]) {
      expect(new Set(table.map(({ code }) => code)).size).toBe(table.length);
      expect(new Set(table.map(({ mnemonic }) => mnemonic)).size).toBe(table.length);
    }
  });

  test('are the types that have names, and no others', () => {
    const table = Object.fromEntries(RECORD_TYPES.map(({ mnemonic, code }) => [mnemonic, code]));
    expect(table).toEqual(DATA_TYPE_CODES);
    expect(RECORD_TYPES.map(({ code }) => code)).toEqual(
      Object.values(DATA_TYPE_CODES).toSorted((a, b) => a - b),
    );
  });

  test('use only kinds that have generated values', () => {
    const missing = laidOut.flatMap(({ fields }) => fields.filter((field) => !generatorOf(field)));
    expect(missing.map(({ kind }) => kind.title)).toEqual([]);
  });

  test.each(laidOut.map((type) => [type.mnemonic, type] as const))(
    '%s says what it is in a sentence, with its RFC',
    (_, type) => {
      expect(type.meaning).toMatch(/^\S.*\.$/s);
      // What never became an RFC has a draft, a form at IANA, or a report of its own.
      expect(type.rfc).toMatch(/^(RFC \d+|draft-|IANA: |af-dans-|INI\d)/);
      for (const { meaning } of type.fields) expect(meaning.length).toBeGreaterThan(3);
      expect(new Set(type.fields.map(({ name }) => name)).size).toBe(type.fields.length);
    },
  );
});

const otherClassTypes = OTHER_CLASS_TYPES as unknown as RecordType[];
const titled = [
  ...recordTypes.map((type) => [`record type ${type.mnemonic}`, type, 1] as const),
  ...otherClassTypes.map(
    (type) => [`${type.mnemonic} in ${className(type.classes![0]!)}`, type, type.classes![0]!] as const,
  ),
];

describe.each(titled)('%s', (_, type, recordClass) => {
  const example = scanRdataText(type.example.text, type.code, '.', recordClass);
  const exampleOctets = scanHex(type.example.hex)!;
  const owner = 'owner.example.com.';
  const exampleRecord = { name: owner, type: type.code, class: recordClass, ttl: 300, rdata: example };
  const readAlone = (octets: Uint8Array): Rdata => readRdataAlone(octets, type.code, recordClass);

  test('names no field `octets`: that is how RDATA without a layout is told', () => {
    expect(type.fields.some(({ name }) => name === 'octets')).toBe(type === UNKNOWN);
  });

  test('the example as text is the example as octets, both ways', () => {
    expect(printHex(rdataOctets(exampleRecord))).toBe(type.example.hex);
    expect(type.print(readAlone(exampleOctets))).toBe(type.example.text);
  });

  test('the generic form of RFC 3597 is read to the same', () => {
    const generic = `\\# ${exampleOctets.length} ${type.example.hex}`;
    expect(scanRdataText(generic, type.code, '.', recordClass)).toEqual(example);
  });

  test('each prefix of the RDATA is a clean error or a shorter value that is written back as it was', () => {
    for (let length = 0; length < exampleOctets.length; length++) {
      const prefix = exampleOctets.slice(0, length);
      try {
        expect(written(type, readAlone(prefix))).toEqual(prefix);
      } catch (error) {
        expect(error).toBeInstanceOf(WireError);
      }
    }
  });

  test('a record in a message survives, and its spans tile', () => {
    const octets = encode(messageWith(exampleRecord));
    expect(decode(octets)).toEqual(messageWith(exampleRecord));
    expectTiled(octets);
  });

  test('the line of a record is scanned back', () => {
    expect(scanRecord(printRecord(exampleRecord))).toEqual(exampleRecord);
  });

  test('generated data: octets, text and messages come back as they were', () => {
    fc.assert(
      fc.property(recordOf(type), (record) => {
        expect(readRdataAlone(rdataOctets(record), type.code, record.class)).toEqual(record.rdata);
        expect(scanRecord(printRecord(record))).toEqual(record);
        const octets = encode(messageWith(record));
        expect(decode(octets)).toEqual(messageWith(record));
        expectTiled(octets);
      }),
      { numRuns: 60 },
    );
  });

  test('any octets as RDATA are read or refused, never worse', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (octets) => {
        try {
          readAlone(octets);
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
        }
      }),
    );
  });
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

  test('generated data: octets, text and messages come back as they were', () => {
    fc.assert(
      fc.property(valuesOf(type.fields), (values) => {
        expect(type.read(new Reader(written(type, values)))).toEqual(values);
        expect(type.scan(Tokens.of(type.print(values)))).toEqual(values);
        const message = messageWithOption(type, values);
        expect(decode(encode(message))).toEqual(message);
        expectTiled(encode(message));
      }),
      { numRuns: 60 },
    );
  });
});
