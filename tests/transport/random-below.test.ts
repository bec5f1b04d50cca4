import { expect, test } from 'vitest';
import { randomBelow } from '../../src/transport/random-below.ts';

test.each([1, 2, 3, 26, 64_512, 0x1_0000, 2 ** 32])('numbers are whole and below %i', (below) => {
  for (let i = 0; i < 1000; i++) {
    const number = randomBelow(below);
    expect(Number.isInteger(number) && number >= 0 && number < below).toBe(true);
  }
});

// With 6000 draws for each of 16 the counts stray by 77; ten times that is never met by chance.
test.each([16, 5])('each of %i numbers comes as often as any other', (below) => {
  const counts = Array.from({ length: below }, () => 0);
  for (let i = 0; i < 6000 * below; i++) counts[randomBelow(below)]!++;
  expect(Math.max(...counts.map((count) => Math.abs(count - 6000)))).toBeLessThan(770);
});

test('they do not come again after the pool is filled anew', () => {
  const numbers = Array.from({ length: 2000 }, () => randomBelow(2 ** 32));
  // Two alike among so many come once in two thousand runs, ten never.
  expect(new Set(numbers).size).toBeGreaterThan(1990);
});
