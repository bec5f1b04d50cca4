import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/message/message.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import type { FindingCode } from '../../src/resolver/findings/catalogue.ts';
import type { FakeServer } from '../support/fake-network.ts';
import { ROOT_ADDRESS, serving, walkIn, type Walked } from '../support/small-internet.ts';

const TEST = '192.0.2.1';
const LEAF = '192.0.2.10';
const OTHER = '198.51.100.10';
const root = serving({
  '.': `test NS ns.test.\ntest NS ns2.test.\nns.test. A ${TEST}\nns2.test. A 198.51.100.20\n`,
});
const test = serving({
  test: `shop NS ns1.shop\nshop NS ns2.shop\nns1.shop A ${LEAF}\nns2.shop A ${OTHER}\n`,
});
const childZone = `@ NS ns1\n@ NS ns2\nns1 A ${LEAF}\nns2 A ${OTHER}\nwww A 192.0.2.80\n`;
const shop = serving({ 'shop.test': childZone });
const world = { [ROOT_ADDRESS]: root, [TEST]: test, '198.51.100.20': test, [LEAF]: shop, [OTHER]: shop };
const codes = ({ events }: Walked): string[] =>
  events.flatMap((event) => (event.type === 'finding' ? [event.finding.code] : []));
const both = (server: FakeServer): Record<string, FakeServer> => ({ [LEAF]: server, [OTHER]: server });
const first = (server: FakeServer): Record<string, FakeServer>[] => [{ [LEAF]: server }, { [OTHER]: server }];
const saying = (change: (reply: Message) => Message, server = shop): FakeServer => ({
  reply: (query, request) => {
    const honest = server.reply(query, request);
    return typeof honest === 'string' || honest instanceof Uint8Array ? honest : change(honest);
  },
});

describe('a walk through a sound world', () => {
  it('finds nothing', async () => {
    expect(codes(await walkIn(world, 'www.shop.test'))).toEqual([]);
    expect(codes(await walkIn(world, 'nobody.shop.test'))).toEqual([]);
    expect(codes(await walkIn(world, 'www.shop.test', 'MX'))).toEqual([]);
  });
});

describe('a walk finds', () => {
  const upward = { name: '.', type: 2, class: 1, ttl: 300, rdata: { nameServer: 'a.root.example.' } };
  const sideways = { ...upward, name: 'elsewhere.test.' };
  const refer = (record: typeof upward): FakeServer =>
    saying((reply) => ({
      ...reply,
      header: { ...reply.header, aa: false },
      answers: [],
      authorities: [record],
      additionals: [],
    }));
  const rcode = (code: number): FakeServer =>
    saying((reply) => ({ ...reply, header: { ...reply.header, rcode: code }, answers: [] }));
  // Many servers add the NS records of the zone to their answers, and the addresses that they know.
  const withAuthority = (names: string[], addresses: string[] = []): FakeServer =>
    saying((reply) => ({ ...reply, authorities: names.map(own), additionals: addresses.map(own) }));
  const own = (line: string): Message['answers'][number] =>
    scanRecord(line, { origin: 'shop.test.', ttl: 300 });
  const evil = { name: 'www.elsewhere.', type: 1, class: 1, ttl: 1, rdata: { address: '192.0.2.66' } };

  it.each<[code: FindingCode, servers: Record<string, FakeServer>[]]>([
    ['SERVER_SILENT', first({ reply: () => 'silence' })],
    ['SERVER_UNREACHABLE', first({ reply: () => 'no-route' })],
    ['SERVER_REFUSED', first(rcode(5))],
    ['SERVER_FAILED', first(rcode(2))],
    ['UPWARD_REFERRAL', first(refer(upward))],
    ['SIDEWAYS_REFERRAL', first(refer(sideways))],
    [
      'LAME_DELEGATION',
      first(saying((reply) => ({ ...reply, header: { ...reply.header, aa: false, ra: true } }))),
    ],
    ['OUT_OF_BAILIWICK', [both(saying((reply) => ({ ...reply, answers: [...reply.answers, evil] })))]],
    [
      'EDNS_BROKEN',
      [
        both(
          saying(({ edns, ...reply }) =>
            edns ? { ...reply, header: { ...reply.header, rcode: 1 }, answers: [] } : reply,
          ),
        ),
      ],
    ],
    ['NS_MISMATCH', [both(withAuthority(['@ NS ns1', '@ NS ns3.elsewhere.']))]],
    ['GLUE_MISMATCH', [both(withAuthority(['@ NS ns1', '@ NS ns2'], ['ns2 A 192.0.2.11']))]],
    [
      'SINGLE_POINT',
      [
        {
          [TEST]: serving({ test: `shop NS ns1.shop\nns1.shop A ${LEAF}\n` }),
          '198.51.100.20': serving({ test: `shop NS ns1.shop\nns1.shop A ${LEAF}\n` }),
          ...both(serving({ 'shop.test': `@ NS ns1\nns1 A ${LEAF}\nwww A 192.0.2.80\n` })),
        },
      ],
    ],
  ])('%s', async (code, worlds) => {
    const walked = await Promise.all(
      worlds.map((servers) => walkIn({ ...world, ...servers }, 'www.shop.test')),
    );
    // Which of two servers is asked first is chance: at least one of the two walks meets the bad one.
    expect(walked.flatMap(codes)).toContain(code);
    expect(new Set(walked.flatMap(codes))).toEqual(new Set([code]));
    expect(walked.every(({ ending }) => ending.status === 'answer')).toBe(true);
  });

  it('SOA_MISSING', async () => {
    const bare = saying((reply) => ({ ...reply, authorities: [] }));
    expect(codes(await walkIn({ ...world, ...both(bare) }, 'nobody.shop.test'))).toEqual(['SOA_MISSING']);
  });

  it('CNAME_LOOP', async () => {
    const loop = serving({ 'shop.test': `${childZone}a CNAME b\nb CNAME a\n` });
    expect(codes(await walkIn({ ...world, ...both(loop) }, 'a.shop.test'))).toEqual(['CNAME_LOOP']);
  });

  it('CHAIN_TOO_LONG', async () => {
    const chain = Array.from({ length: 10 }, (_, i) => `a${i} CNAME a${i + 1}\n`).join('');
    const long = serving({ 'shop.test': `${childZone}${chain}a10 A 192.0.2.1\n` });
    expect(codes(await walkIn({ ...world, ...both(long) }, 'a0.shop.test'))).toEqual(['CHAIN_TOO_LONG']);
  });

  it('DELEGATION_CYCLE', async () => {
    const cycle = serving({ test: 'a NS ns.b\na NS ns2.b\nb NS ns.a\nb NS ns2.a\n' });
    expect(codes(await walkIn({ ...world, [TEST]: cycle, '198.51.100.20': cycle }, 'www.a.test'))).toContain(
      'DELEGATION_CYCLE',
    );
  });

  it('GLUE_MISSING', async () => {
    const bare = saying((reply) => ({ ...reply, additionals: [] }), test);
    const walked = await walkIn({ ...world, [TEST]: bare, '198.51.100.20': bare }, 'www.shop.test');
    expect(codes(walked)).toContain('GLUE_MISSING');
  });

  it('FORBIDDEN_ADDRESS', async () => {
    const self = serving({
      test: `shop NS ns1.shop\nshop NS ns2.shop\nns1.shop A 127.0.0.1\nns2.shop A ${OTHER}\n`,
    });
    const walked = await walkIn({ ...world, [TEST]: self, '198.51.100.20': self }, 'www.shop.test');
    expect(codes(walked)).toContain('FORBIDDEN_ADDRESS');
  });

  it('LIMIT_REACHED', async () => {
    const chain = Array.from({ length: 20 }, (_, i) => `a${i} CNAME a${i + 1}\n`).join('');
    const long = serving({ 'shop.test': `${childZone}${chain}a20 A 192.0.2.1\n` });
    expect(codes(await walkIn({ ...world, ...both(long) }, 'a0.shop.test'))).toContain('LIMIT_REACHED');
  });
});
