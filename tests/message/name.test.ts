import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  NameError,
  compareNames,
  isAtOrBelow,
  isBelow,
  labelsOf,
  nameOctets,
  octetsOfLabel,
  parentOf,
  replaceSuffix,
  sameName,
  scanName,
} from '../../src/message/name.ts';
import { readName } from '../../src/message/name-read.ts';
import { writeName } from '../../src/message/name-write.ts';
import { Reader } from '../../src/message/reader.ts';
import { Writer } from '../../src/message/writer.ts';
import { anyName } from '../arbitraries/names.ts';

function wireOf(name: string): Uint8Array {
  const writer = new Writer({ compress: false });
  writeName(writer, name);
  return writer.finish();
}

describe('scanning', () => {
  test.each([
    ['www.example.com', '.', 'www.example.com.'],
    ['www.example.com.', 'ignored.', 'www.example.com.'],
    ['www', 'example.com.', 'www.example.com.'],
    ['@', 'example.com.', 'example.com.'],
    ['.', 'example.com.', '.'],
    ['a\\.b.c', '.', 'a\\.b.c.'],
    ['\\065\\098.c', '.', 'Ab.c.'],
    ['a\\032b', '.', 'a\\032b.'],
    ['\\@.x', '.', '\\@.x.'],
    ['mixed.CASE', '.', 'mixed.CASE.'],
    ['bücher', '.', 'b\\195\\188cher.'],
    ['\\000.\\255', '.', '\\000.\\255.'],
    ['a\\\\.b', '.', 'a\\\\.b.'],
    ['_dmarc.*', '.', '_dmarc.*.'],
  ])('%s with origin %s', (text, origin, name) => {
    expect(scanName(text, origin)).toBe(name);
    expect(scanName(name)).toBe(name);
  });

  test.each([
    ['', 'an empty text is no name'],
    ['a..b', '"a..b" has an empty label'],
    ['.a', '".a" has an empty label'],
    ['..', '".." has an empty label'],
    ['a\\', '"a\\" ends in the middle of an escape'],
    ['a\\1', '"\\1" in "a\\1": an escape has three digits, at most 255'],
    ['a\\256', '"\\256" in "a\\256": an escape has three digits, at most 255'],
    ['a\\1b2', '"\\1b2" in "a\\1b2": an escape has three digits, at most 255'],
    [`${'x'.repeat(64)}.a`, `a label of 64 octets in "${'x'.repeat(64)}.a": at most 63`],
    ['abcdefg.'.repeat(32), 'a name of 257 octets: at most 255 (RFC 1035 2.3.4)'],
  ])('%j is no name', (text, sentence) => {
    expect(() => scanName(text)).toThrow(new NameError(sentence));
  });

  test('the origin counts', () => {
    expect(nameOctets(scanName('x'.repeat(63), `${'abcdefg.'.repeat(23)}abcde.`))).toBe(255);
    expect(() => scanName('x'.repeat(63), `${'abcdefg.'.repeat(23)}abcdef.`)).toThrow(NameError);
  });
});

describe('properties', () => {
  test('a name is the same after the wire and after its own text', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const octets = wireOf(name);
        expect(octets).toHaveLength(nameOctets(name));
        expect(readName(new Reader(octets))).toBe(name);
        expect(scanName(name)).toBe(name);
      }),
    );
  });

  test('each label survives as octets', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const octets = labelsOf(name).flatMap((label) => [
          octetsOfLabel(label).length,
          ...octetsOfLabel(label),
        ]);
        expect([...octets, 0]).toEqual([...wireOf(name)]);
      }),
    );
  });

  test('a name is at its own, at its parents’ and at the root’s place, whatever the case', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        for (let zone = name; ; zone = parentOf(zone)) {
          expect(isAtOrBelow(name, zone.toUpperCase())).toBe(true);
          if (zone === '.') break;
        }
      }),
    );
  });

  test('the order is the same both ways round, and equal only for the same name', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) + 0);
        expect(compareNames(a, b) === 0).toBe(sameName(a, b));
      }),
    );
  });
});

describe('relations', () => {
  test.each([
    ['www.example.', 'EXAMPLE.', true],
    ['example.', 'example.', true],
    ['example.', '.', true],
    ['.', '.', true],
    ['.', 'example.', false],
    ['notexample.', 'example.', false],
    ['not\\.example.', 'example.', false],
    ['not\\\\.example.', 'example.', true],
    ['a.not\\.example.', 'not\\.example.', true],
    ['\\200.', '200.', false],
  ])('%s at or below %s: %s', (name, zone, expected) => {
    expect(isAtOrBelow(name, zone)).toBe(expected);
  });

  test('below is not at', () => {
    expect(isBelow('Example.', 'example.')).toBe(false);
    expect(isBelow('a.Example.', 'example.')).toBe(true);
  });

  test('parents', () => {
    expect(parentOf('a\\.b.c.')).toBe('c.');
    expect(parentOf('c.')).toBe('.');
    expect(parentOf('.')).toBe('.');
  });

  test('a suffix is replaced by whole labels (RFC 6672 2.2)', () => {
    expect(replaceSuffix('a.b.Example.', 'example.', 'other.test.')).toBe('a.b.other.test.');
    expect(replaceSuffix('a.example.', 'example.', '.')).toBe('a.');
    expect(replaceSuffix('a.b.', '.', 'c.')).toBe('a.b.c.');
  });
});

test('the order of RFC 4034 6.1', () => {
  const ordered = [
    'example.',
    'a.example.',
    'yljkjljk.a.example.',
    'Z.a.example.',
    'zABC.a.EXAMPLE.',
    'z.example.',
    '\\001.z.example.',
    '*.z.example.',
    '\\200.z.example.',
  ];
  expect(ordered.toReversed().toSorted(compareNames)).toEqual(ordered);
});
