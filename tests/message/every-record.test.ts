/** Laws that every record type keeps, whatever is added to the table; those of EDNS options: every-option.test.ts. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { className } from '../../src/message/codes.ts';
import { decode } from '../../src/message/decode.ts';
import { dissect } from '../../src/message/dissect.ts';
import { encode } from '../../src/message/encode.ts';
import { headerOf } from '../../src/message/header.ts';
import { printHex, scanHex } from '../../src/message/hex.ts';
import type { Message, ResourceRecord } from '../../src/message/message.ts';
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
import { DATA_TYPE_CODES } from '../../src/message/type-names.ts';
import { WireError } from '../../src/message/wire-error.ts';
import { Writer } from '../../src/message/writer.ts';
import { generatorOf } from '../arbitraries/kinds.ts';
import { recordOf } from '../arbitraries/messages.ts';
import { tilingFaults } from '../support/tiling.ts';

const recordTypes = [...RECORD_TYPES, UNKNOWN] as unknown as RecordType[];

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
    expect(new Set(recordTypes.map(({ code }) => code)).size).toBe(recordTypes.length);
    expect(new Set(recordTypes.map(({ mnemonic }) => mnemonic)).size).toBe(recordTypes.length);
  });

  test('are the types that have names, and no others', () => {
    const table = Object.fromEntries(RECORD_TYPES.map(({ mnemonic, code }) => [mnemonic, code]));
    expect(table).toEqual(DATA_TYPE_CODES);
    expect(RECORD_TYPES.map(({ code }) => code)).toEqual(
      Object.values(DATA_TYPE_CODES).toSorted((a, b) => a - b),
    );
  });

  test('use only kinds that have generated values', () => {
    const missing = recordTypes.flatMap(({ fields }) => fields.filter((field) => !generatorOf(field)));
    expect(missing.map(({ kind }) => kind.title)).toEqual([]);
  });

  test.each(recordTypes.map((type) => [type.mnemonic, type] as const))(
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
