import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { evidenceOf, hostsAddresses, hostsLineOf, hostsLinesNaming } from '../../src/system/hosts-file.ts';

const odd = readFileSync(new URL('../../fixtures/system/odd-hosts', import.meta.url), 'utf8');
const every = (name: string, family: 4 | 6): string[] =>
  hostsAddresses(odd, name, family, 'every line').map(({ address }) => address);

describe('a hosts file', () => {
  it.each([
    ['localhost', 4, ['127.0.0.1', '127.0.0.1']],
    ['localhost', 6, ['::1']],
    ['ip6-localhost', 4, ['127.0.0.1']],
    ['lead.test', 4, ['10.0.0.7']],
    ['ONE.test', 4, ['10.0.0.1', '10.0.0.2']],
    ['alias.test', 4, ['10.0.0.2']],
    ['one.test.', 4, []],
    ['name.test', 4, []],
    ['cut.test', 4, ['10.0.0.3']],
    ['y.test', 4, []],
    ['short.test', 4, []],
    ['octal.test', 4, []],
    ['scoped.test', 6, []],
    ['bracket.test', 6, []],
    ['port.test', 4, []],
    ['big.test', 4, []],
    ['bad6.test', 6, []],
    ['cap.test', 6, ['2001:db8::a']],
    ['cap.test', 4, []],
    ['mapped.test', 4, ['10.0.0.8']],
    ['mapped.test', 6, ['::ffff:10.0.0.8']],
    ['a.nul.test', 4, ['10.0.0.77']],
    ['b.nul.test', 4, []],
    ['after.test', 4, ['10.0.0.78']],
    ['ff.test', 4, ['10.0.0.78']],
    ['dot.test', 4, []],
    ['dot.test.', 4, ['10.0.0.5']],
    ['back\\slash.test', 4, ['10.0.0.6']],
    ['kelvin.test', 4, []],
    ['last.test', 4, ['10.0.0.80']],
    ['', 4, []],
  ] as const)('gives %j in family %i: %j', (name, family, addresses) => {
    expect(every(name, family)).toEqual(addresses);
  });

  it('answers with the first line alone without `multi on`', () => {
    const hits = hostsAddresses(odd, 'one.test', 4, 'first line');
    expect(hits.map(({ line, address }) => [line.number, address])).toEqual([[6, '10.0.0.1']]);
  });

  it.each([
    ['10.0.0.2', 'one.test'],
    ['127.0.0.1', 'localhost'],
    ['::1', 'localhost'],
    ['10.0.0.8', 'mapped.test'],
    ['2001:DB8:0::a', 'cap.test'],
    ['10.0.0.79', undefined],
    ['10.9.9.9', undefined],
    ['no address', undefined],
  ])('names %s %s', (address, name) => {
    expect(hostsLineOf(odd, address)?.names[0]).toBe(name);
  });

  it('takes lines of either family for a question of any, each as it is written', () => {
    const hosts = '10.0.0.1 a\n::1 a\n::ffff:10.0.0.2 a\n10.0.0.3 b # a\n2001:db8::1 b A\n';
    const hits = hostsAddresses(hosts, 'a', 'any', 'every line');
    expect(hits.map(({ line, address }) => [line.number, address])).toEqual([
      [1, '10.0.0.1'],
      [2, '::1'],
      [3, '::ffff:10.0.0.2'],
      [5, '2001:db8::1'],
    ]);
    expect(hostsAddresses(hosts, 'a', 'any', 'first line')).toHaveLength(1);
  });

  it.each([
    ['10.0.0.8', '::ffff:a00:8 m\n'],
    ['10.0.0.8', '0:0:0:0:0:FFFF:0a00:0008 m\n'],
    ['10.0.0.8', '0000:0000:0000:0000:0000:ffff:10.0.0.8 m\n'],
    ['127.0.0.1', '0::0:1 m\n'],
    ['2001:db8::c000:201', '10.0.0.1 n\n2001:db8::192.0.2.1 m\n'],
    ['2001:db8:1::', '2001:db8:1:0:0:0:0:0 m\n'],
    ['2001:db8:1::', '2001:db8:1::#x\n2001:db8:1:: n\n'.replace('#x', ' m')],
    ['::ffff:10.0.0.8', '::FFFF:a00:8\tm'],
    ['2001:db8::', '0.0.0.0 n\n2001:db8::0.0.0.0 m\n'],
    ['2001:db8::a', '110.0.0.8 n\n2001:DB8:0:0::000A m\n'],
  ])('finds %s however it is written', (address, hosts) => {
    expect(hostsLineOf(hosts, address)?.names).toEqual(['m']);
  });

  it('counts lines between those that it reads', () => {
    const hosts = '\n\n10.0.0.1 x\n# x\n\n10.0.0.2 x\r\n10.0.0.3 x x x\n10.0.0.4 x';
    expect([...hostsLinesNaming(hosts, 'x')].map(({ number }) => number)).toEqual([3, 6, 7, 8]);
    expect([...hostsLinesNaming('x\nx 10.0.0.1\n10.0.0.2 x.y xx -x\n', 'x')]).toEqual([]);
    expect([...hostsLinesNaming('10.0.0.1 a.c\n10.0.0.2 abc\n10.0.0.3 a*c\n', 'a.c')]).toHaveLength(1);
  });

  it('quotes a line without control characters and not at any length', () => {
    const hosts = `\n10.0.0.1\ta\x1b[31m\u202e.test ${'x'.repeat(5000)}\n`;
    const line = hostsLineOf(hosts, '10.0.0.1');
    const { file, line: number, text } = evidenceOf(line!, '/etc/hosts');
    expect([file, number]).toEqual(['/etc/hosts', 2]);
    expect(text).toMatch(/^10\.0\.0\.1 a\\u\{1b\}\[31m\\u\{202e\}\.test x+…$/);
    expect(text.length).toBeLessThan(260);
  });

  it('is read fast, however long', () => {
    const ipv4 = Array.from({ length: 200_000 }, (_, i) => `10.${octets(i)} h${i}.test h${i}`).join('\n');
    const ipv6 = Array.from({ length: 200_000 }, (_, i) => `2001:db8::${i.toString(16)} h${i}`).join('\n');
    const start = performance.now();
    expect(hostsAddresses(ipv4, 'h199999', 4, 'every line')[0]?.line.number).toBe(200_000);
    expect(hostsAddresses(ipv4, 'absent', 4, 'every line')).toEqual([]);
    expect(hostsLineOf(ipv4, `10.${octets(199_999)}`)?.number).toBe(200_000);
    expect(hostsLineOf(ipv6, '2001:db8::ffff')?.number).toBe(0x10000);
    expect(hostsLineOf(ipv6, '2001:db8:1::')).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('takes a block list in which every line has the same address or the name as a part', () => {
    const hosts = Array.from({ length: 200_000 }, (_, i) => `0.0.0.0 ads${i}.test`).join('\n');
    const start = performance.now();
    expect(hostsAddresses(hosts, 'test', 4, 'every line')).toEqual([]);
    expect(hostsLineOf(hosts, '0.0.0.0')?.number).toBe(1);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('takes a line with a hundred thousand names', () => {
    const hosts = `10.0.0.1 ${'n '.repeat(100_000)}end.test`;
    expect(hostsAddresses(hosts, 'end.test', 4, 'first line')).toHaveLength(1);
  });
});

const octets = (i: number): string => `${i >> 16}.${(i >> 8) & 255}.${i & 255}`;
