/** What stands for symbols in ASCII, and widths as the library measures them. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { printable } from '../../src/message/printable-text.ts';
import { inAscii, isKnownSymbol } from '../../src/tui/drawing/symbols.ts';
import { displayWidth, graphemes, padEnd, tail, truncate, wrap } from '../../src/tui/drawing/text-width.ts';

const SCREENS = join(import.meta.dirname, '../../fixtures/screens');

test('every symbol of every golden screen has something that stands for it', () => {
  const text = readdirSync(SCREENS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(SCREENS, file), 'utf8'))
    .join('');
  const symbols = [...new Set(text.match(/[^\x20-\x7e\n]/gu))];
  expect(symbols.length).toBeGreaterThan(10);
  expect(symbols.filter((symbol) => !isKnownSymbol(symbol))).toEqual([]);
});

const shown = fc.string({ unit: 'grapheme', maxLength: 30 }).map(printable);

test('in ASCII a text takes as many columns', () => {
  fc.assert(
    fc.property(shown, (text) => {
      expect(inAscii(text)).toMatch(/^[\x20-\x7e]*$/);
      expect(inAscii(text)).toHaveLength(displayWidth(text));
    }),
  );
  expect(inAscii('▸ é 東京 …│━ ✓')).toBe('> ? ???? ~|= +');
});

test('the width is the one that Ink measures', () => {
  fc.assert(
    fc.property(shown, (text) => {
      expect(displayWidth(text)).toBe(stringWidth(text));
    }),
  );
  for (let code = 0x20; code < 0x3000; code++) {
    const letter = printable(String.fromCodePoint(code));
    expect([code, displayWidth(letter)]).toEqual([code, stringWidth(letter)]);
  }
});

test('cutting keeps to the columns and never goes through a letter with its marks', () => {
  fc.assert(
    fc.property(shown, fc.integer({ min: 2, max: 20 }), (text, columns) => {
      for (const cut of [truncate(text, columns), tail(text, columns), ...wrap(text, columns)]) {
        expect(displayWidth(cut)).toBeLessThanOrEqual(columns);
      }
      expect(displayWidth(padEnd(text, columns))).toBe(columns);
      expect(wrap(text, columns).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
  expect(truncate('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…');
  expect(tail('ae\u0301', 1)).toBe('e\u0301');
  expect(graphemes('🇩🇪x')).toEqual(['🇩🇪', 'x']);
});
