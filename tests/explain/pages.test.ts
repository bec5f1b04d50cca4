/** Every page, whatever the tables say: whole, printed within 80 columns, with an example that is true. */

import { describe, expect, it, test } from 'vitest';
import { CAUSES } from '../../src/compare/causes.ts';
import { drawing } from '../../src/explain/drawing.ts';
import { findPages } from '../../src/explain/find.ts';
import { GROUPS, titleOf, type Page } from '../../src/explain/page.ts';
import { pagesJson, topicsJson } from '../../src/explain/page-json.ts';
import { pagesMarkdown, topicsMarkdown } from '../../src/explain/page-markdown.ts';
import { pagesText, topicsText } from '../../src/explain/page-text.ts';
import { allPages, pagesOf } from '../../src/explain/pages.ts';
import { typeCode, typeMnemonics } from '../../src/message/codes.ts';
import { decode } from '../../src/message/decode.ts';
import { dissect } from '../../src/message/dissect.ts';
import { scanHex } from '../../src/message/hex.ts';
import { printIpv4 } from '../../src/message/kinds/addresses.ts';
import { OPTION_TYPES } from '../../src/message/options/table.ts';
import { PROBLEMS, problemOf } from '../../src/message/registry/problems.ts';
import { WELL_KNOWN_PORTS } from '../../src/message/well-known-ports.ts';
import { FINDINGS } from '../../src/resolver/findings/catalogue.ts';
import { NOTES } from '../../src/services/notes.ts';
import { plain } from '../../src/render/style.ts';

const named = (pages: readonly Page[]): (readonly [string, Page])[] =>
  pages.map((each) => [titleOf(each), each] as const);

describe.each(named(allPages()))('the page %s', (_, page) => {
  it('says what it is in a sentence, and where that is written', () => {
    expect(page.meaning).toMatch(/^\S.*\.$/s);
    for (const text of page.more) expect(text).toMatch(/\.$/);
    expect(page.rfc).toMatch(/^(\S.*)?$/);
    expect(GROUPS.map(({ id }) => id)).toContain(page.group);
  });

  it('leads to pages that there are', () => {
    expect(page.see.filter((topic) => findPages(topic).length === 0)).toEqual([]);
  });

  it('is at most 80 columns wide, in plain characters', () => {
    const text = pagesText([page], plain);
    for (const line of text.split('\n')) {
      // A word that is longer than a line stands alone on one.
      if (line.trim().includes(' ')) expect(line.length, line).toBeLessThanOrEqual(80);
    }
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(text).toContain(page.name);
    expect(pagesMarkdown([page], 2)).toMatch(/^## /);
  });

  it('has an example in octets', () => {
    expect(scanHex(page.example?.hex ?? '')).toBeDefined();
  });
});

describe('there is a page', () => {
  const names = (group: Page['group']): string[] => pagesOf(group).map(({ name }) => name);

  test('for every type', () => {
    const missing = typeMnemonics().filter((mnemonic) => {
      return !pagesOf('type').some(({ number }) => number === typeCode(mnemonic));
    });
    expect(missing).toEqual([]);
  });

  test('with a layout and an example for every option', () => {
    for (const { mnemonic } of OPTION_TYPES) {
      const page = pagesOf('option').find(({ name }) => name === mnemonic)!;
      expect(drawing(page.parts).length).toBeGreaterThan(3);
      expect(page.example).toBeDefined();
    }
  });

  test('for every problem, every finding, every cause, every port', () => {
    expect(names('problem')).toEqual(PROBLEMS.map(({ code }) => code));
    expect(names('finding')).toEqual([
      ...Object.keys(FINDINGS),
      ...CAUSES.map(({ code }) => code),
      ...Object.keys(NOTES),
    ]);
    expect(pagesOf('port')).toHaveLength(WELL_KNOWN_PORTS.length);
    expect(names('layer')).toEqual(['application', 'transport', 'internet', 'link', 'physical']);
  });

  test('with what to do about every finding, every cause and every note on services', () => {
    const advice = [...Object.values(FINDINGS), ...CAUSES, ...Object.values(NOTES)].map(
      (entry) => entry.advice,
    );
    expect(pagesOf('finding').map(({ more }) => more?.[0])).toEqual(advice);
  });

  test('that is told apart from all others by its title', () => {
    const titles = allPages().map((each) => `${titleOf(each)} ${each.keys.join()}`);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });
});

describe('the examples', () => {
  const withExample = pagesOf('problem').filter(({ example }) => example);

  test.each(named(withExample))('of the problem %s has that problem and no other', (_, { name, example }) => {
    const { problems } = dissect(scanHex(example!.hex)!);
    expect(problems.map(({ code }) => code)).toEqual([name]);
  });

  test('cover the problems that a short message can have', () => {
    expect(withExample.length).toBeGreaterThanOrEqual(12);
    expect(problemOf('truncated')).toEqual({
      code: 'truncated',
      title: expect.any(String),
      means: expect.any(String),
      rfc: 'RFC 1035 4.1',
    });
  });

  test('of the layers are one packet: lengths and checksums are right', () => {
    const layer = (name: string): Uint8Array => scanHex(findPages(`layer ${name}`)[0]!.example!.hex)!;
    const [message, udp, ip, frame] = ['application', 'transport', 'internet', 'link'].map(layer);
    const u16 = (octets: Uint8Array, at: number): number => (octets[at]! << 8) | octets[at + 1]!;
    expect(decode(message!).questions).toEqual([{ name: 'www.example.com.', type: 1, class: 1 }]);
    expect(u16(udp!, 2)).toBe(53);
    expect(u16(udp!, 4)).toBe(udp!.length + message!.length);
    expect(u16(ip!, 2)).toBe(ip!.length + udp!.length + message!.length);
    expect(printIpv4(ip!, 16)).toBe('192.0.2.53');
    expect(onesSum([...ip!])).toBe(0xffff);
    const pseudoHeader = [...ip!.subarray(12, 20), 0, 17, 0, udp!.length + message!.length];
    expect(onesSum([...pseudoHeader, ...udp!, ...message!])).toBe(0xffff);
    expect(u16(frame!, 12)).toBe(0x0800);
  });

  /** RFC 1071: over octets that carry their own checksum the sum is all ones. */
  function onesSum(octets: readonly number[]): number {
    let sum = 0;
    for (let i = 0; i < octets.length; i += 2) sum += (octets[i]! << 8) | (octets[i + 1] ?? 0);
    while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
    return sum;
  }
});

describe('the list of topics', () => {
  test('names every group and every page, within 80 columns', () => {
    const text = topicsText(plain);
    for (const { title } of GROUPS) expect(text).toContain(title);
    const words = text.replaceAll(/\s+/g, ' ');
    for (const { name } of allPages()) expect(words).toContain(name);
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    expect(topicsMarkdown()).toContain('| 15     | MX ');
  });

  test('is the same as JSON', () => {
    const { schema, groups } = topicsJson() as { schema: string; groups: { topics: object[] }[] };
    expect(schema).toBe('rootwalk/explain/1');
    expect(groups.flatMap(({ topics }) => topics)).toHaveLength(allPages().length);
    expect(JSON.parse(JSON.stringify(pagesJson('mx', findPages('mx'))))).toMatchObject({
      schema: 'rootwalk/explain/1',
      topic: 'mx',
      pages: [
        {
          group: 'type',
          name: 'MX',
          number: 15,
          title: 'MX (type 15)',
          rfc: 'RFC 1035 3.3.9',
          fields: [{ name: 'preference', kind: '16-bit number' }, { name: 'exchange' }],
          drawing: expect.arrayContaining([expect.stringContaining('PREFERENCE')]),
          example: { text: '10 mail.example.com.' },
        },
      ],
    });
  });
});
