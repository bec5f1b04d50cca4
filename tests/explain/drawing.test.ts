import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawing, type Part } from '../../src/explain/drawing.ts';

describe('drawings of layouts', () => {
  it('draw a pair of short and varying fields on sixteen bits, as RFC 1035 3.3.9 does', () => {
    expect(drawing([{ name: 'PREFERENCE', bits: 16 }, { name: 'EXCHANGE' }])).toEqual([
      '                                1  1  1  1  1  1',
      '  0  1  2  3  4  5  6  7  8  9  0  1  2  3  4  5',
      '+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+',
      '|                  PREFERENCE                   |',
      '+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+',
      '/                   EXCHANGE                    /',
      '/                                               /',
      '+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+',
    ]);
  });

  it('draw longer numbers on thirty-two bits, over several rows where they need them', () => {
    expect(
      drawing([
        { name: 'A', bits: 8 },
        { name: 'B', bits: 24 },
        { name: 'LONG', bits: 64 },
      ]),
    ).toEqual([
      ' 0                   1                   2                   3',
      ' 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1',
      '+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+',
      '|       A       |                       B                       |',
      '+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+',
      '|                             LONG                              |',
      '+                                                               +',
      '|                                                               |',
      '+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+',
    ]);
  });

  it('leave the inside of a field open where it goes on in the next row', () => {
    expect(drawing([{ name: 'ALG', bits: 8 }, { name: 'GATEWAY' }])).toEqual(
      [
        '                                1  1  1  1  1  1',
        '  0  1  2  3  4  5  6  7  8  9  0  1  2  3  4  5',
        '+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+',
        '|          ALG          |                       /',
        '+--+--+--+--+--+--+--+--+                       /',
        '/                    GATEWAY                    /',
        '+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+--+',
      ].map((line) => line.trimEnd()),
    );
  });

  it('are empty without fields', () => {
    expect(drawing([])).toEqual([]);
    expect(drawing([{ name: 'NOTHING', bits: 0 }])).toEqual([]);
  });

  it('of any fields have straight sides, fit, and name every field that has room', () => {
    const part: fc.Arbitrary<Part> = fc.oneof(
      fc.record({ name: fc.stringMatching(/^[A-Z]{1,8}$/) }),
      fc.record({ name: fc.stringMatching(/^[A-Z]{1,8}$/), bits: fc.integer({ min: 8, max: 200 }) }),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const lines = drawing(parts);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(65);
        for (const line of lines.slice(2)) {
          expect(line).toMatch(/^[|/+]/);
          expect(line).toMatch(/[|/+]$/);
        }
        const words = lines.join('\n');
        for (const { name } of parts) expect(words).toContain(name);
      }),
    );
  });
});
