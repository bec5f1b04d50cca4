/**
 * Messages and zone text of other projects, held against the readings of other decoders. The corpora lie
 * beside the repository; where they do not, these tests say so and are skipped.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { className, opcodeName, rcodeName, typeCode, typeName } from '../../src/message/codes.ts';
import { decode } from '../../src/message/decode.ts';
import { dissect } from '../../src/message/dissect.ts';
import { encode } from '../../src/message/encode.ts';
import { flagNames } from '../../src/message/header.ts';
import { printHex, scanHex } from '../../src/message/hex.ts';
import { rcodeOf, SECTIONS, type Message, type ResourceRecord } from '../../src/message/message.ts';
import { lowerCased, scanName } from '../../src/message/name.ts';
import {
  printRdata,
  rdataOctets,
  readRdataAlone,
  scanRdataText,
  scanRecord,
} from '../../src/message/record-text.ts';
import type { Rdata } from '../../src/message/records/record-type.ts';
import { isKnownType } from '../../src/message/records/table.ts';
import { ScanError } from '../../src/message/tokens.ts';
import { WireError } from '../../src/message/wire-error.ts';
import { tilingFaults } from '../support/tiling.ts';

const CORPORA = join(process.cwd(), '..', 'shared', 'corpora');

interface WireRow {
  readonly id: string;
  readonly verdict: 'valid' | 'malformed' | 'trailing-bytes' | 'contested';
  readonly hex: string;
  readonly dnspython: Partial<DnspythonReading>;
}

interface DnspythonReading {
  readonly id: number;
  readonly opcode: string;
  readonly rcode: string;
  readonly flags: readonly string[];
  readonly question: readonly string[];
  readonly answer: readonly string[];
  readonly authority: readonly string[];
  readonly additional: readonly string[];
}

interface PresentationRow {
  readonly id: string;
  readonly type: string;
  readonly typeCode: number;
  readonly text: string;
  readonly origin?: string;
  readonly rdataHex: string | null;
  readonly valid: boolean;
  readonly contested: boolean;
}

interface RdataRow {
  readonly id: string;
  readonly typeCode: number;
  readonly rdataHex: string;
  readonly valid: boolean;
  readonly dnspythonText?: string;
}

function rowsOf<Row>(file: string): Row[] {
  const path = join(CORPORA, file);
  if (!existsSync(path)) {
    console.warn(`${path} is not there: the tests that read it are skipped`);
    return [];
  }
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

/** Rows of which another decoder says what we do not, with the reason why we do not follow it. */
const DIFFERENCES: ReadonlyMap<string, string> = new Map([
  ['p02708', 'ZONEMD with a private scheme: another source has the same text as valid (p01064)'],
  ['p02745', 'RDATA of no octets: what an UPDATE deletes with (RFC 2136 2.5), in any type'],
  ['p04152', 'the same'],
  ['p03728', 'IPN: only its source knows the type (draft-johnson-dns-ipn-cla-07)'],
  ['p03810', 'the same'],
  ['p03894', 'tls-supported-groups: only its source knows the key'],
  ['p03896', 'docpath: only its source knows the key (RFC 9953)'],
  ['p03897', 'the same'],
  ['p03898', 'the same'],
  ['m24250', 'alpn without a protocol in it: RFC 9460 7.1 wants at least one'],
  ['p01015', 'a quote that is never closed: part of a name to the source; others refuse it too'],
]);

const wire = [...rowsOf<WireRow>('wire.jsonl'), ...rowsOf<WireRow>('wire-synth.jsonl')];

describe.skipIf(wire.length === 0)('messages', () => {
  const octetsOf = (row: WireRow): Uint8Array => scanHex(row.hex)!;
  const problemOf = (row: WireRow): WireError | undefined => {
    try {
      decode(octetsOf(row));
      return undefined;
    } catch (error) {
      // Anything else than a WireError is a bug, whatever the octets.
      if (error instanceof WireError) return error;
      throw error;
    }
  };
  const rows = (verdict: WireRow['verdict']): WireRow[] =>
    wire.filter((row) => row.verdict === verdict && !DIFFERENCES.has(row.id));

  test('valid ones are read as dnspython reads them', () => {
    const readings = rows('valid').map((row) => ({ row, message: decode(octetsOf(row)) }));
    expect(readings.length).toBeGreaterThan(1000);
    for (const { row, message } of readings)
      expect({ row: row.id, ...readingOf(message) }).toEqual({ row: row.id, ...theirReadingOf(row) });
  });

  test('malformed ones are refused', () => {
    const read = rows('malformed').filter((row) => !problemOf(row));
    // Of a type without a layout any data are right: what is wrong in them cannot be seen.
    const unexplained = read.filter((row) =>
      sectionsOf(decode(octetsOf(row))).every((record) => isKnownType(record.type)),
    );
    expect(unexplained.map(({ id }) => id)).toEqual([]);
  });

  test('those with octets after their end are refused for that', () => {
    for (const row of rows('trailing-bytes'))
      expect([row.id, problemOf(row)?.code]).toEqual([row.id, 'trailing-garbage']);
  });

  test('contested ones are read or refused, and no worse', () => {
    for (const row of rows('contested')) expect(() => problemOf(row)).not.toThrow();
  });

  test('what is read and written again reads the same', () => {
    for (const row of wire.filter((each) => !problemOf(each))) {
      const message = decode(octetsOf(row));
      expect(decode(encode(message)), row.id).toStrictEqual(message);
    }
  });

  test('all are dissected to spans that tile them, with problems exactly where decoding fails', () => {
    for (const row of wire) {
      const octets = octetsOf(row);
      const { message, spans, problems } = dissect(octets);
      const problem = problemOf(row);
      expect(tilingFaults(octets.length, spans), row.id).toEqual([]);
      expect(problems.length > 0, row.id).toBe(problem !== undefined);
      if (!problem) expect(message, row.id).toStrictEqual(decode(octets));
    }
  });
});

const sectionsOf = (message: Message): ResourceRecord[] => SECTIONS.flatMap((section) => message[section]);

const TYPE_TSIG = 250;

/**
 * What can be compared of a message: records as a set, as dnspython gathers them into RRsets and lifts TSIG
 * out.
 */
function readingOf(message: Message): object {
  const { header, questions } = message;
  const [answer, authority, additional] = SECTIONS.map((section) =>
    asSet(message[section].filter(({ type }) => type !== TYPE_TSIG).map(factOf)),
  );
  return {
    id: header.id,
    opcode: opcodeName(header.opcode),
    rcode: rcodeName(rcodeOf(message)),
    flags: flagNames(header).filter((flag) => flag !== 'z'),
    questions: questions.map(
      ({ name, class: questionClass }) => `${lowerCased(name)} ${className(questionClass)}`,
    ),
    answer,
    authority,
    additional,
  };
}

function theirReadingOf({ dnspython }: WireRow): object {
  const { id, opcode, rcode, flags, question, answer, authority, additional } = dnspython as DnspythonReading;
  return {
    id,
    opcode: /^\d+$/.test(opcode) ? `OPCODE${opcode}` : opcode,
    rcode,
    flags: flags.map((flag) => flag.toLowerCase()),
    questions: question.map(theirQuestion),
    answer: asSet(answer.map(theirFact)),
    authority: asSet(authority.map(theirFact)),
    additional: asSet(additional.map(theirFact)),
  };
}

function theirQuestion(line: string): string {
  const [name, questionClass] = line.split(' ');
  return `${lowerCased(scanName(name!))} ${questionClass}`;
}

/** Owner and, of a type that has a layout, type and RDATA. */
function factOf(record: ResourceRecord): string {
  const owner = lowerCased(record.name);
  return isKnownType(record.type)
    ? `${owner} ${typeName(record.type)} ${printHex(rdataOctets(record))}`
    : owner;
}

/** The same of a line of theirs: `owner TTL CLASS TYPE RDATA`. */
function theirFact(line: string): string {
  const [owner, , , type, ...data] = line.split(' ');
  const code = typeCode(type!);
  if (code === undefined || !isKnownType(code)) return lowerCased(scanName(owner!));
  // A record without data, as UPDATE has it (RFC 2136 2.5), is a line without data.
  return data.length === 0 ? `${lowerCased(scanName(owner!))} ${type} ` : factOf(scanRecord(line));
}

const asSet = (facts: readonly string[]): string[] => [...new Set(facts)].toSorted();

const presentation = rowsOf<PresentationRow>('presentation.jsonl');

describe.skipIf(presentation.length === 0)('zone text', () => {
  const agreed = presentation.filter((row) => row.valid && !row.contested && !DIFFERENCES.has(row.id));
  const recordOf = (row: PresentationRow): ResourceRecord => {
    const rdata = scanRdataText(row.text, row.typeCode, row.origin);
    return { name: '.', type: row.typeCode, class: 1, ttl: 0, rdata };
  };

  test('is scanned to the octets that others make of it', () => {
    expect(agreed.length).toBeGreaterThan(1500);
    const different = agreed.filter((row) => octetsScanned(row) !== row.rdataHex);
    expect(different.map((row) => [row.id, row.type, row.text, octetsScanned(row)])).toEqual([]);
  });

  const octetsScanned = (row: PresentationRow): string => {
    try {
      return printHex(rdataOctets(recordOf(row)));
    } catch (error) {
      return String(error);
    }
  };

  test('is made of those octets so that it scans back to them', () => {
    for (const { id, typeCode: type, rdataHex } of agreed) {
      const read = { name: '.', type, class: 1, ttl: 0, rdata: rdataOf(rdataHex!, type) };
      const rdata = scanRdataText(printRdata(read), type);
      expect(`${id} ${printHex(rdataOctets({ ...read, rdata }))}`).toBe(`${id} ${rdataHex}`);
    }
  });

  test('that nobody accepts is refused', () => {
    const refusedByAll = presentation.filter(
      (row) => !row.valid && !row.rdataHex && !DIFFERENCES.has(row.id),
    );
    expect(refusedByAll.length).toBeGreaterThan(30);
    const accepted = refusedByAll.filter((row) => !octetsScanned(row).startsWith('ScanError'));
    expect(accepted.map((row) => [row.id, row.type, row.text, octetsScanned(row)])).toEqual([]);
  });

  test('of any row fails with a ScanError, if at all', () => {
    for (const row of presentation) {
      try {
        recordOf(row);
      } catch (error) {
        expect(error, row.id).toBeInstanceOf(ScanError);
      }
    }
  });
});

/** No RDATA at all is read as an UPDATE has it (RFC 2136 2.5). */
function rdataOf(hex: string, type: number): Rdata {
  return hex === '' ? { octets: new Uint8Array() } : readRdataAlone(scanHex(hex)!, type);
}

const rdataRows = rowsOf<RdataRow>('rdata-wire.jsonl');

describe.skipIf(rdataRows.length === 0)('RDATA in octets', () => {
  test('is read and printed where it is valid, and refused where it is not', () => {
    for (const { id, typeCode: type, rdataHex, valid, dnspythonText } of rdataRows) {
      if (!valid) {
        expect(() => rdataOf(rdataHex, type), id).toThrow(WireError);
        continue;
      }
      const record = { name: '.', type, class: 1, ttl: 0, rdata: rdataOf(rdataHex, type) };
      expect(`${id} ${printHex(rdataOctets(record))}`).toBe(`${id} ${rdataHex}`);
      const scanned = [printRdata(record), dnspythonText ?? printRdata(record)].map((text) =>
        printHex(rdataOctets({ ...record, rdata: scanRdataText(text, type) })),
      );
      expect([id, ...scanned]).toEqual([id, rdataHex, rdataHex]);
    }
  });
});
