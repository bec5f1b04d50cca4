import { describe, expect, it } from 'vitest';
import { hostAliasOf } from '../../src/system/host-aliases.ts';
import { namesToTry } from '../../src/system/search-list.ts';
import { parseResolvConf } from '../../src/system/resolv-conf.ts';

const alias = (file: string, name: string): string | undefined => hostAliasOf(file, '/home/a', name)?.target;

describe('a file of host aliases', () => {
  it.each([
    ['shop real.test\n', 'shop', 'real.test'],
    ['shop\treal.test more words\n', 'SHOP', 'real.test'],
    ['shop real.test', 'shop', 'real.test'],
    ['shop. real.test\n', 'shop', 'real.test'],
    ['# shop one.test\nshop two.test\nshop three.test\n', 'shop', 'two.test'],
    ['shop real.test\n', 'shop.', undefined],
    ['shop.test real.test\n', 'shop.test', undefined],
    ['lonely', 'lonely', undefined],
    ['', 'shop', undefined],
  ])('%j makes of %s %s', (file, name, target) => {
    expect(alias(file, name)).toBe(target);
  });

  it('is quoted with its line', () => {
    expect(hostAliasOf('a b\nshop real.test\n', '/home/a', 'shop')?.evidence).toEqual({
      file: '/home/a',
      line: 2,
      text: 'shop real.test',
    });
  });
});

describe('the names that are tried', () => {
  const resolvConf = parseResolvConf('search a.test\n', { environment: {}, hostname: 'pc' });
  const names = (text: string, name: string): readonly string[] =>
    namesToTry(name, { aliases: { path: '/home/a', text }, resolvConf }).names;

  it('are those of the alias, and of an alias of that as it is', () => {
    expect(names('shop real\n', 'shop')).toEqual(['real.a.test.', 'real.']);
    expect(names('shop real.test\n', 'shop')).toEqual(['real.test.', 'real.test.a.test.']);
    expect(names('shop real\nreal www.x\n', 'shop')).toEqual(['www.x.']);
    expect(names('shop real\n', 'other')).toEqual(['other.a.test.', 'other.']);
    expect(namesToTry('x', { aliases: null, resolvConf })).toMatchObject({ alias: null, asIs: 'x.' });
  });
});
