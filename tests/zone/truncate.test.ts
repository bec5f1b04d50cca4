import { describe, expect, test } from 'vitest';
import { encode } from '../../src/message/encode.ts';
import type { Message } from '../../src/message/message.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import { answer } from '../../src/zone/answer.ts';
import { truncate } from '../../src/zone/truncate.ts';
import { plainEdns, queryFor, zoneFrom } from './ask.ts';

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

function mailZone(exchanges: number, addressesEach: number): ReturnType<typeof zoneFrom> {
  const mx = range(exchanges).map((i) => `@ MX ${i} mail${i}`);
  const a = range(exchanges).flatMap((i) => range(addressesEach).map((j) => `mail${i} A 192.0.${i}.${j}`));
  return zoneFrom('example.', ['$TTL 60\n@ SOA a b 1 2 3 4 5', ...mx, ...a].join('\n'));
}

describe('what is only helpful', () => {
  const full = answer([mailZone(10, 5)], queryFor('example.', 'MX', { edns: plainEdns }));

  test('is left out by whole RRsets, without TC', () => {
    const smaller = truncate(full, 512);
    expect(encode(full).length).toBeGreaterThan(512);
    expect(encode(smaller).length).toBeLessThanOrEqual(512);
    expect(smaller.header.tc).toBe(false);
    expect(smaller.answers).toEqual(full.answers);
    expect(smaller.edns).toEqual(full.edns);
    expect(smaller.additionals.length).toBeGreaterThan(0);
    expect(smaller.additionals.length % 5).toBe(0);
  });

  test('stays as far as it fits: one RRset more would be too long', () => {
    for (const maximum of [512, 600, 700, 800]) {
      const kept = truncate(full, maximum).additionals.length;
      const more = { ...full, additionals: full.additionals.slice(0, kept + 5) };
      expect(encode(more).length).toBeGreaterThan(maximum);
    }
  });

  test('is untouched where all fits', () => {
    expect(truncate(full, encode(full).length)).toBe(full);
  });
});

test('an answer that does not fit: TC, no records, and EDNS stays (RFC 2181 9)', () => {
  const text = ['$TTL 60\n@ SOA a b 1 2 3 4 5', ...range(60).map((i) => `big A 192.0.2.${i}`)].join('\n');
  const full = answer([zoneFrom('example.', text)], queryFor('big.example.', 'A', { edns: plainEdns }));
  const cut = truncate(full, 512);
  expect(cut).toEqual({ ...full, header: { ...full.header, tc: true }, answers: [] });
  expect(truncate(full, 4096)).toBe(full);
});

test('a reply of more than 64 KiB is truncated even where the asker takes all there is', () => {
  const answers = range(5000).map((i) => scanRecord(`big.example. 1 A 10.0.${i >> 8}.${i & 255}`));
  const huge: Message = { ...answer([], queryFor('big.example.', 'A')), answers };
  expect(truncate(huge, 65_535)).toMatchObject({ header: { tc: true }, answers: [] });
});

describe('a referral', () => {
  const servers = (inside: number, sibling: number): Message => {
    const lines = [
      ...range(inside).flatMap((i) => [
        `sub NS ns${i}.sub`,
        `ns${i}.sub A 192.0.2.${i}`,
        `ns${i}.sub AAAA 2001:db8::${i}`,
      ]),
      ...range(sibling).flatMap((i) => [`sub NS ns${i}.sister`, `ns${i}.sister AAAA 2001:db8:1::${i}`]),
    ];
    const zone = zoneFrom(
      'example.',
      ['$TTL 60\n@ SOA a b 1 2 3 4 5', 'sister NS ns0.sister', ...lines].join('\n'),
    );
    return answer([zone], queryFor('host.sub.example.', 'A'));
  };

  test('keeps the glue inside the delegated zone and lets that of siblings go (RFC 9471)', () => {
    const full = servers(4, 9);
    const smaller = truncate(full, 512);
    expect(smaller.header.tc).toBe(false);
    expect(smaller.authorities).toEqual(full.authorities);
    expect(smaller.additionals.filter(({ name }) => name.endsWith('.sub.example.'))).toHaveLength(8);
    expect(smaller.additionals.length).toBeLessThan(full.additionals.length);
    expect(encode(smaller).length).toBeLessThanOrEqual(512);
  });

  test('whose needed glue does not fit has TC', () => {
    const cut = truncate(servers(13, 0), 512);
    expect(cut.header.tc).toBe(true);
    expect(encode(cut).length).toBeLessThanOrEqual(512);
  });
});
