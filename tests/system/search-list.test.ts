import { describe, expect, it } from 'vitest';
import { searchNames } from '../../src/system/search-list.ts';

const tried = (name: string, search: string[], ndots = 1, flags: string[] = []): string[] =>
  searchNames(name, { search, options: { ndots, timeoutSeconds: 5, attempts: 2, flags } });

describe('the search list', () => {
  it.each([
    ['www', ['a.test', 'b.test'], 1, ['www.a.test.', 'www.b.test.', 'www.']],
    ['www.', ['a.test'], 1, ['www.']],
    ['www.x', ['a.test'], 1, ['www.x.', 'www.x.a.test.']],
    ['www.x', ['a.test'], 2, ['www.x.a.test.', 'www.x.']],
    ['www.x.', ['a.test'], 5, ['www.x.']],
    ['www', ['a.test'], 0, ['www.', 'www.a.test.']],
    ['www', [], 1, ['www.']],
    ['www', ['.'], 1, ['www.']],
    ['www', ['a.test.', '.'], 1, ['www.a.test.', 'www.']],
    ['www', ['good.test', '..a.test', 'b.test'], 1, ['www.good.test.', 'www.']],
    ['www.x', ['x..y', 'b.test'], 1, ['www.x.']],
    ['@', ['a.test'], 1, ['\\@.a.test.', '\\@.']],
    ['.', ['a.test'], 1, ['.']],
    ['a..b', ['a.test'], 1, []],
    ['x'.repeat(63), [Array(4).fill('y'.repeat(60)).join('.')], 1, [`${'x'.repeat(63)}.`]],
  ])('makes of %s with %j and ndots %i: %j', (name, search, ndots, names) => {
    expect(tried(name, search, ndots)).toEqual(names);
  });

  it('leaves a name without dots alone with no-tld-query', () => {
    expect(tried('www', ['a.test'], 1, ['no-tld-query'])).toEqual(['www.a.test.']);
    expect(tried('www', [], 1, ['no-tld-query'])).toEqual(['www.']);
    expect(tried('www.x', ['a.test'], 2, ['no-tld-query'])).toEqual(['www.x.a.test.', 'www.x.']);
  });
});
