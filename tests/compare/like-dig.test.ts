import { describe, expect, it } from 'vitest';
import { likeDig, type LikeDig } from '../../src/compare/like-dig.ts';
import type { Message } from '../../src/message/message.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import type { LocalRoot, LocalServer } from '../../src/system/dig-lookups.ts';
import type { WalkOptions } from '../../src/resolver/walk.ts';
import type { FakeServer } from '../support/fake-network.ts';
import { ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';

const [ONE, TWO, OTHER] = ['192.0.2.11', '192.0.2.12', '192.0.2.99'];
const ROOT: LocalRoot = { nameServers: ['192.0.2.53'], rootServers: ['a.root.example.'], error: null };
const shop = serving({
  shop: 'www A 192.0.2.80\nalias CNAME www.far.\nnear CNAME www\n',
});
const refuses = serving({});
const silent: FakeServer = { reply: () => 'silence' };

/** A zone with two servers, and another for aliases. */
async function seen(
  servers: Readonly<Record<string, FakeServer>>,
  name = 'www.shop',
  local: Readonly<Record<string, readonly string[]>> = {},
  root: LocalRoot = ROOT,
  options: WalkOptions = {},
): Promise<LikeDig> {
  const zone = [
    'shop NS ns1.shop.',
    'shop NS ns2.shop.',
    `ns1.shop. A ${ONE}`,
    `ns2.shop. A ${TWO}`,
    'far NS ns2.shop.',
    '',
  ].join('\n');
  const { events } = await walkIn({ [ROOT_ADDRESS]: serving({ '.': zone }), ...servers }, name, 'A', options);
  const found = { 'a.root.example.': [ROOT_ADDRESS], 'ns1.shop.': [ONE], 'ns2.shop.': [TWO], ...local };
  return likeDig(events, root, Object.entries(found).map(localServer));
}

/** `192.0.2.99 /etc/hosts:4`: the address, and the line that it stands in. */
function localServer([name, lines]: [string, readonly string[]]): LocalServer {
  const addresses = lines.map((line) => {
    const [address = '', place = null] = line.split(' ');
    return { address, place };
  });
  return { name, addresses, error: addresses.length > 0 ? null : 'no such name' };
}

const misleading = ({ hops }: LikeDig): string[] =>
  hops.flatMap(({ hop, notes }) =>
    notes.filter(({ misleads }) => misleads).map(({ text }) => `${hop}: ${text}`),
  );

describe('what dig +trace would have done', () => {
  it('is the same where all goes well, and nothing misleads', async () => {
    const view = await seen({ [ONE]: shop, [TWO]: shop });
    expect(view).toMatchObject({
      ending: 'same',
      message: expect.stringMatching(/^dig \+trace would have come to the same answer, if .* not asked here/),
    });
    expect(misleading(view)).toEqual([]);
    expect(view.hops.map(({ asks }) => asks.map(({ address }) => address))).toEqual([
      [ROOT_ADDRESS],
      [ONE, TWO],
    ]);
  });

  it('is nothing at all without root servers from this computer', async () => {
    const view = await seen(
      { [ONE]: shop, [TWO]: shop },
      'www.shop',
      {},
      { ...ROOT, rootServers: [], error: 'no reply' },
    );
    expect(view).toMatchObject({
      hops: [],
      ending: 'cannot-start',
      message: expect.stringContaining('no reply'),
    });
  });

  it.each([
    ['refuses', refuses],
    ['refers upwards', { reply: upwards } satisfies FakeServer],
  ])('ends in half of the runs where one of two servers %s', async (_, bad) => {
    // Whichever of the two the walk asks first, it met the bad one if there is a second hop in the zone.
    for (const servers of [
      { [ONE]: bad, [TWO]: shop },
      { [ONE]: shop, [TWO]: bad },
    ]) {
      const view = await seen(servers);
      if (view.hops.length === 2) continue;
      expect(view.ending).toBe('by-chance');
      expect(view.message).toBe(
        'dig +trace would have come to the same answer; but in 1 of 2 runs it would have ended at hop 2 without an answer',
      );
      expect(misleading(view)).toEqual([
        expect.stringMatching(/^2: with this server \(1 of 2\) its trace ends here/),
      ]);
      return;
    }
    throw new Error('the walk never met the bad server');
  });

  it('always ends where every server refuses', async () => {
    const view = await seen({ [ONE]: refuses, [TWO]: refuses });
    expect(view).toMatchObject({
      ending: 'no-answer',
      message: expect.stringMatching(/^dig \+trace would have ended at hop \d without an answer$/),
    });
  });

  it('waits for a silent server, and comes to the same', async () => {
    const both = await Promise.all([
      seen({ [ONE]: silent, [TWO]: shop }),
      seen({ [ONE]: shop, [TWO]: silent }),
    ]);
    const view = both.find(({ hops }) => hops.length === 3)!;
    expect(view).toMatchObject({
      ending: 'same',
      message: expect.stringMatching(/in 1 of 2 runs .* waited at hop 2/),
    });
    expect((await seen({ [ONE]: silent, [TWO]: silent })).ending).toBe('no-answer');
  });

  it('stops at an alias into another zone, but not at one inside', async () => {
    const view = await seen({ [ONE]: shop, [TWO]: shop }, 'alias.shop');
    expect(view).toMatchObject({
      ending: 'alias',
      message: expect.stringMatching(/^dig \+trace would have ended at hop 2 with the alias alone/),
    });
    expect(view.hops.map(({ hop }) => hop)).toEqual([1, 2]);
    expect(misleading(view)).toEqual([expect.stringContaining('2: stops here')]);
    expect((await seen({ [ONE]: shop, [TWO]: shop }, 'near.shop')).ending).toBe('same');
  });

  it('has nothing to say to questions for less of the name, which dig never asks', async () => {
    const minimise = { minimise: true };
    const view = await seen({ [ONE]: shop, [TWO]: shop }, 'a.b.c.shop', {}, ROOT, minimise);
    const asked = view.hops.flatMap(({ hop, notes }) => notes.map(({ text }) => `${hop} ${text}`));
    expect(asked.filter((text) => text.includes('SOA'))).toHaveLength(1);
    const deep = serving({ shop: 'b A 192.0.2.1\nc.b CNAME www.far.\n' });
    const alias = await seen({ [ONE]: deep, [TWO]: deep }, 'c.b.shop', {}, ROOT, minimise);
    expect(alias.hops.map(({ hop }) => hop)).toEqual([1, 3]);
  });

  it('goes where the hosts file leads, whatever the glue', async () => {
    const view = await seen({ [ONE]: shop, [TWO]: shop }, 'www.shop', {
      'ns1.shop.': [`${OTHER} /etc/hosts:4`],
    });
    expect(view.ending).toBe('misdirected');
    expect(view.hops[1]!.asks).toContainEqual({
      server: 'ns1.shop.',
      address: OTHER,
      from: '/etc/hosts:4',
      does: 'strange',
    });
    expect(misleading(view)).toEqual([
      `2: asks ${OTHER} for ns1.shop. (from /etc/hosts:4) instead of the glue ${ONE}`,
    ]);
    expect(view.message).toContain(
      `in 1 of 2 runs it would have asked ${OTHER} for ns1.shop. at hop 2 (from /etc/hosts:4)`,
    );
  });

  it('finds no server where this computer knows none of their names', async () => {
    const view = await seen({ [ONE]: shop, [TWO]: shop }, 'www.shop', { 'ns1.shop.': [], 'ns2.shop.': [] });
    expect(view).toMatchObject({
      ending: 'no-answer',
      message: expect.stringContaining('finds no server of shop.'),
    });
    expect(misleading(view)).toEqual([
      '2: this computer finds no address of ns1.shop.: no such name',
      '2: this computer finds no address of ns2.shop.: no such name',
    ]);
  });

  it('shows a name that does not exist as an SOA record', async () => {
    const view = await seen({ [ONE]: shop, [TWO]: shop }, 'nobody.shop');
    expect(view).toMatchObject({ ending: 'same', message: expect.stringContaining('SOA record') });
    expect(misleading(view)).toEqual([expect.stringContaining('no status')]);
  });
});

/** A referral to the root, from a server that was never told of the zone. */
function upwards(query: Message): Message {
  const header = { ...query.header, qr: true, aa: false };
  return { ...query, header, answers: [], authorities: [scanRecord('. 60 IN NS a.root.example.')] };
}
