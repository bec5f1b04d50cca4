import { describe, expect, it } from 'vitest';
import { printRecord } from '../../src/message/record-text.ts';
import { scanName } from '../../src/message/name.ts';
import { walk } from '../../src/resolver/walk.ts';
import { FakeNetwork, type FakeServer } from '../support/fake-network.ts';
import { HINTS, ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';

const TEST = '192.0.2.1';
const LEAF = '192.0.2.10';
const OTHER = '192.0.2.11';
const root = serving({
  '.': `test NS ns.nic.test.\nns.nic.test. A ${TEST}\nexample NS ns.nic.example.\nns.nic.example. A 192.0.2.2\n`,
});
const test = serving({
  test: `shop NS ns1.shop\nshop NS ns2.shop\nns1.shop A ${LEAF}\nns2.shop A ${OTHER}\nsolo NS ns.solo\nns.solo A ${LEAF}\nfar NS ns.far.example.`,
});
const example = serving({ example: 'far NS ns.far\nns.far A 192.0.2.20\n' });
const shop = serving({
  'shop.test':
    'www A 192.0.2.80\nmail MX 10 www\nedge CNAME www.far.example.\na CNAME b\nb CNAME c\nc CNAME a\nold DNAME far.example.',
  'solo.test': 'www A 192.0.2.81',
});
const far = serving({ 'far.example': 'ns A 192.0.2.20\nwww A 192.0.2.90', 'far.test': 'www A 192.0.2.91' });
const silent: FakeServer = { reply: () => 'silence' };
const world = {
  [ROOT_ADDRESS]: root,
  [TEST]: test,
  '192.0.2.2': example,
  '192.0.2.20': far,
  [LEAF]: shop,
  [OTHER]: shop,
};
const outcomes = (hops: readonly { outcome: string }[]): string[] => hops.map(({ outcome }) => outcome);

describe('walk', () => {
  it('follows referrals with their glue', async () => {
    const { hops, ending } = await walkIn(world, 'www.shop.test');
    expect(ending).toMatchObject({ status: 'answer', rcode: 0, aliases: [], zone: 'shop.test.' });
    expect(ending.answers.map(printRecord)).toEqual(['www.shop.test. 300 IN A 192.0.2.80']);
    expect(hops.map(({ zone, outcome, server }) => [zone, outcome, server.source])).toEqual([
      ['.', 'referral', 'hints'],
      ['test.', 'referral', 'glue'],
      ['shop.test.', 'answer', 'glue'],
    ]);
  });

  it('walks for the address of a server without glue, as a sub-walk of the referral', async () => {
    const { hops, ending } = await walkIn(world, 'www.far.test');
    expect(ending.status).toBe('answer');
    const sub = hops.filter(({ purpose }) => purpose === 'nameserver-address');
    const referral = hops.find(({ outcome, next }) => outcome === 'referral' && next?.zone === 'far.test.')!;
    expect(sub.map(({ parent }) => parent)).toEqual(sub.map(() => referral.id));
    expect(sub.map(({ zone }) => zone)).toEqual(['.', 'example.', 'far.example.', 'far.example.']);
    expect(hops.at(-1)!.server).toEqual({
      name: 'ns.far.example.',
      address: '192.0.2.20',
      port: 53,
      source: 'lookup',
    });
  });

  it('follows an alias into another zone and keeps its record', async () => {
    const { events, ending } = await walkIn(world, 'edge.shop.test');
    expect(ending).toMatchObject({ status: 'answer', aliases: ['www.far.example.'] });
    expect(ending.answers.map(printRecord)).toEqual([
      'edge.shop.test. 300 IN CNAME www.far.example.',
      'www.far.example. 300 IN A 192.0.2.90',
    ]);
    expect(events.filter(({ type }) => type === 'alias')).toMatchObject([
      { via: 'CNAME', target: 'www.far.example.' },
    ]);
  });

  it('follows a DNAME into another zone', async () => {
    const { ending } = await walkIn(world, 'www.old.shop.test');
    expect(ending).toMatchObject({ status: 'answer', aliases: ['www.far.example.'] });
    expect(ending.answers.at(-1)).toMatchObject({
      name: 'www.far.example.',
      rdata: { address: '192.0.2.90' },
    });
  });

  it.each([
    ['nothing.shop.test', 'A', 'nxdomain', 3],
    ['mail.shop.test', 'A', 'nodata', 0],
    ['nothing.test', 'A', 'nxdomain', 3],
    ['nothing', 'A', 'nxdomain', 3],
  ])('tells no such name from no such type: %s %s is %s', async (name, type, status, rcode) => {
    const { ending } = await walkIn(world, name, type);
    expect(ending).toMatchObject({ status, rcode, reason: null, negativeTtl: 60 });
  });

  it('ends at a loop of aliases', async () => {
    const { ending } = await walkIn(world, 'a.shop.test');
    expect(ending).toMatchObject({ status: 'failure', reason: 'loop' });
  });

  it('ends at a loop of aliases across zones', async () => {
    const there = serving({ 'shop.test': 'www CNAME www.far.example.' });
    const back = serving({ 'far.example': 'www CNAME www.shop.test.' });
    const { ending } = await walkIn(
      { ...world, [LEAF]: there, [OTHER]: there, '192.0.2.20': back },
      'www.shop.test',
    );
    expect(ending).toMatchObject({ status: 'failure', reason: 'loop' });
  });

  it.each<[string, FakeServer]>([
    ['has not replied yet', silent],
    ['was of no use', serving({ 'elsewhere.test': '@ NS ns' })],
  ])('says that it asks the next server because the one before %s', async (why, none) => {
    const { hops } = await walkIn({ ...world, [LEAF]: none, [OTHER]: none }, 'www.shop.test');
    const whys = hops.filter(({ zone }) => zone === 'shop.test.').map((hop) => hop.why);
    expect(whys.slice(0, 2)).toEqual([
      'the first choice (IPv4)',
      `the next server (IPv4): the one before ${why}`,
    ]);
  });

  it.each(['REFUSED', 'SERVFAIL', 'lame', 'upward'])('asks the next server after %s', async (how) => {
    const rcodes: Readonly<Record<string, number>> = { REFUSED: 5, SERVFAIL: 2 };
    const bad: FakeServer = {
      reply: (query) => {
        const header = { ...query.header, qr: true, rcode: rcodes[how] ?? 0 };
        const up = { name: '.', type: 2, class: 1, ttl: 300, rdata: { nameServer: 'a.root.example.' } };
        return { ...query, header, authorities: how === 'upward' ? [up] : [] };
      },
    };
    for (const [one, two] of [
      [bad, shop],
      [shop, bad],
    ] as const) {
      const { hops, ending } = await walkIn({ ...world, [LEAF]: one, [OTHER]: two }, 'www.shop.test');
      expect(ending.status).toBe('answer');
      const last = outcomes(hops).slice(2);
      expect(last.at(-1)).toBe('answer');
      expect(last.length).toBeLessThanOrEqual(2);
    }
  });

  it('waits at most a second for a silent server', async () => {
    for (const servers of [{ [LEAF]: silent }, { [OTHER]: silent }, { [TEST]: test }]) {
      const { ending, elapsedMs } = await walkIn({ ...world, ...servers }, 'www.shop.test');
      expect(ending.status).toBe('answer');
      expect(elapsedMs).toBeLessThan(1000);
    }
  });

  it('takes the late reply of a server it had stopped waiting for', async () => {
    const slow = { [LEAF]: { ...shop, delayMs: 700 }, [OTHER]: { ...shop, delayMs: 900 } };
    const { hops, ending, elapsedMs } = await walkIn({ ...world, ...slow }, 'www.shop.test');
    expect(ending.status).toBe('answer');
    expect(elapsedMs).toBeLessThan(1100);
    expect(outcomes(hops)).toContain('timeout');
  });

  it('tries a silent zone in growing rounds and then says that nobody answered', async () => {
    const { hops, ending, elapsedMs } = await walkIn({ ...world, [LEAF]: silent }, 'www.solo.test');
    expect(ending).toMatchObject({ status: 'failure', reason: 'no-reply' });
    const starts = hops.filter(({ outcome }) => outcome === 'timeout').map(({ startMs }) => startMs);
    const waits = starts.slice(1).map((startMs, at) => startMs - starts[at]!);
    expect(waits.length).toBeGreaterThanOrEqual(5);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(Math.max(...waits)).toBeLessThanOrEqual(1000);
    expect(elapsedMs).toBeLessThan(7000);
  });

  it('gives up within three seconds where no root server answers', async () => {
    const { ending, elapsedMs } = await walkIn({ [ROOT_ADDRESS]: silent }, 'www.shop.test');
    expect(ending).toMatchObject({ status: 'failure', reason: 'no-reply' });
    expect(elapsedMs).toBeLessThan(2900);
  });

  it('ends at once where there is no route', async () => {
    const { ending, elapsedMs } = await walkIn({}, 'www.shop.test');
    expect(ending).toMatchObject({ status: 'failure', reason: 'no-reply' });
    expect(elapsedMs).toBe(0);
  });

  it('goes on over TCP after a truncated reply', async () => {
    const cutting: FakeServer = {
      reply: (query, request) => {
        const full = shop.reply(query, request);
        if (request.transport === 'tcp' || typeof full === 'string' || full instanceof Uint8Array)
          return full;
        return { ...full, header: { ...full.header, tc: true }, answers: [] };
      },
    };
    const { hops, ending } = await walkIn({ ...world, [LEAF]: cutting, [OTHER]: cutting }, 'www.shop.test');
    expect(ending.status).toBe('answer');
    expect(hops.slice(-2).map(({ outcome, transport }) => [outcome, transport])).toEqual([
      ['truncated', 'udp'],
      ['answer', 'tcp'],
    ]);
  });

  it('asks without EDNS where a server cannot read it', async () => {
    const old: FakeServer = {
      reply: (query, request) => {
        if (!query.edns) return shop.reply(query, request);
        const { edns: _, ...plain } = query;
        return { ...plain, header: { ...query.header, qr: true, rcode: 1 } };
      },
    };
    const { hops, ending } = await walkIn({ ...world, [LEAF]: old, [OTHER]: old }, 'www.shop.test');
    expect(ending.status).toBe('answer');
    expect(outcomes(hops).slice(-2)).toEqual(['formerr', 'answer']);
  });

  it('breaks a cycle of zones that need each other’s servers', async () => {
    const cycle = serving({ test: 'a NS ns.b\nb NS ns.a\n' });
    const { ending, hops } = await walkIn({ ...world, [TEST]: cycle }, 'www.a.test');
    expect(ending).toMatchObject({ status: 'failure', reason: 'loop' });
    expect(hops.length).toBeLessThan(20);
  });

  it('bounds a zone of fifty servers that cannot be found', async () => {
    const many = Array.from({ length: 50 }, (_, i) => `many NS ns${i}.nowhere.example.`).join('\n');
    const { ending, network } = await walkIn({ ...world, [TEST]: serving({ test: many }) }, 'www.many.test');
    expect(ending.status).toBe('failure');
    expect(ending.message).toContain('CVE-2020-12662');
    expect(network.asked.length).toBeLessThan(60);
  });

  it('does not believe what a server says of other zones', async () => {
    const liar: FakeServer = {
      reply: (query, request) => {
        const honest = shop.reply(query, request);
        if (typeof honest === 'string' || honest instanceof Uint8Array) return honest;
        const poison = {
          name: 'www.far.example.',
          type: 1,
          class: 1,
          ttl: 300,
          rdata: { address: '192.0.2.66' },
        };
        return { ...honest, answers: [...honest.answers, poison], additionals: [poison] };
      },
    };
    const { hops, ending } = await walkIn({ ...world, [LEAF]: liar, [OTHER]: liar }, 'edge.shop.test');
    expect(ending.answers.at(-1)).toMatchObject({ rdata: { address: '192.0.2.90' } });
    const dropped = hops.flatMap((hop) => hop.dropped);
    expect(dropped.map(({ reason }) => reason)).toEqual(['out-of-bailiwick', 'out-of-bailiwick']);
  });

  it('stops asking when nobody listens any more', async () => {
    const network = new FakeNetwork(world);
    const question = { name: scanName('www.shop.test'), type: 1, class: 1 };
    for await (const event of walk(question, network, { hints: HINTS })) if (event.type === 'query') break;
    expect(network.asked).toHaveLength(1);
  });

  it('ends as interrupted when its signal aborts', async () => {
    const stop = new AbortController();
    const stopping: FakeServer = {
      reply: () => {
        stop.abort();
        return 'silence';
      },
    };
    const { ending } = await walkIn({ ...world, [TEST]: stopping }, 'www.shop.test', 'A', {
      signal: stop.signal,
    });
    expect(ending).toMatchObject({ status: 'failure', reason: 'interrupted' });
  });
});
