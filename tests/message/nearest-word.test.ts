import { expect, it } from 'vitest';
import { nearest } from '../../src/message/nearest-word.ts';

const WORDS = ['trace', 'compare', 'MX', 'NXDOMAIN', 'client subnet'];

it.each([
  ['trcae', 'trace'],
  ['TRACE', 'trace'],
  ['compair', 'compare'],
  ['mxx', 'MX'],
  ['M', 'MX'],
  ['NXDOMAINS', 'NXDOMAIN'],
  ['clientsubnet', 'client subnet'],
  ['zzzzz', undefined],
  ['', undefined],
])('%s: %s', (text, word) => {
  expect(nearest(text, WORDS)).toBe(word);
});

it('takes no time for a text that is longer than any word', () => {
  // Compared letter by letter, this would fill the memory.
  expect(nearest('x'.repeat(100_000_000), WORDS)).toBeUndefined();
});
