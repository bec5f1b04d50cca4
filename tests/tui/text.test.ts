/** Escaping, widths, truncation and lines: the ground that every panel stands on. */

import { describe, expect, test } from 'vitest';
import { hexLines } from '../../src/tui/detail/hex-lines.ts';
import { FIRST_LOOK } from '../../src/tui/drawing/look.ts';
import { printable } from '../../src/message/printable-text.ts';
import { fitLine, hanging, lineWidth, paint, span } from '../../src/tui/drawing/styled-line.ts';
import { displayWidth, padEnd, padStart, tail, truncate, wrap } from '../../src/tui/drawing/text-width.ts';
import { printMilliseconds } from '../../src/tui/drawing/units.ts';

describe('printable', () => {
  test.each([
    ['plain ~ASCII 09', 'plain ~ASCII 09'],
    ['Grüße 東京', 'Grüße 東京'],
    ['a\tb', 'a b'],
    ['\x1b[2J', '\\u{1B}[2J'],
    ['\x00\x07\r\n\x7f', '\\u{0}\\u{7}\\u{D}\\u{A}\\u{7F}'],
    ['\u0085\u009b', '\\u{85}\\u{9B}'],
    ['\u202eabc\u2069\u061c', '\\u{202E}abc\\u{2069}\\u{61C}'],
    ['a\u200bb\u00adc\ufeff', 'a\\u{200B}b\\u{AD}c\\u{FEFF}'],
    ['\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['\u{e0041}\ufe0f\u034f', '\\u{E0041}\\u{FE0F}\\u{34F}'],
    ['\ud800', '\\u{D800}'],
    ['\ue000\uffff', '\\u{E000}\\u{FFFF}'],
  ])('%j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('leaves no control of any code point', () => {
    for (let code = 0; code < 0x3000; code++) {
      expect(printable(String.fromCodePoint(code))).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });
});

test.each([
  ['', 0],
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['東京', 4],
  ['😀', 2],
  ['…│━▸', 4],
])('%j takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

test('truncates by width with an ellipsis', () => {
  expect(truncate('example.com.', 12)).toBe('example.com.');
  expect(truncate('example.com.', 8)).toBe('example…');
  expect(truncate('東京都', 4)).toBe('東…');
  expect(truncate('abc', 1)).toBe('…');
  expect(truncate('abc', 0)).toBe('');
  expect(padEnd('東京都', 4)).toBe('東… ');
  expect(padStart('12', 4)).toBe('  12');
  expect(tail('www.example.com', 7)).toBe('ple.com');
});

test('wraps at spaces, and inside words that are too long', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('aaaaaaaaaa b', 4)).toEqual(['aaaa', 'aaaa', 'aa b']);
  expect(wrap('', 4)).toEqual(['']);
  for (const line of wrap('東京都 is wide, twice over', 5)) expect(displayWidth(line)).toBeLessThanOrEqual(5);
});

test('fits a line of pieces to its columns exactly', () => {
  const line = [span('one', 'good'), span(' two', 'bad')];
  for (let columns = 0; columns < 12; columns++) expect(lineWidth(fitLine(line, columns))).toBe(columns);
  expect(paint(fitLine(line, 6), false)).toBe('one t…');
  expect(paint(fitLine(line, 3), false)).toBe('on…');
  expect(paint(line, false)).toBe('one two');
  expect(paint(line, FIRST_LOOK)).toBe('\x1b[32mone\x1b[39m\x1b[31m two\x1b[39m');
});

test('hangs what wraps under its label', () => {
  expect(hanging('why  ', 'because it is so', 15).map((line) => paint(line, false))).toEqual([
    'why  because it',
    '     is so',
  ]);
});

test('dumps octets by sixteen, with their offset and ASCII', () => {
  const octets = Uint8Array.from({ length: 18 }, (_, i) => (i < 16 ? 0x40 + i : 0x1f * (i - 15)));
  expect(hexLines(octets).map((line) => paint(line, false))).toEqual([
    '  0000  40 41 42 43 44 45 46 47  48 49 4a 4b 4c 4d 4e 4f  |@ABCDEFGHIJKLMNO|',
    '  0010  1f 3e                                             |.>|',
  ]);
  expect(hexLines(new Uint8Array())).toEqual([]);
});

test.each([
  [null, '–'],
  [0.04, '0.0 ms'],
  [9.94, '9.9 ms'],
  [9.96, '10 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [12_345, '12.3 s'],
])('%s ms is shown as %s', (ms, text) => {
  expect(printMilliseconds(ms)).toBe(text);
});
