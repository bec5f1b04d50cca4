import { describe, expect, it } from 'vitest';
import { AAAA } from '../../src/message/records/aaaa.ts';
import type { Hop } from '../../src/resolver/events.ts';
import { typeName } from '../../src/message/codes.ts';
import type { FakeServer } from '../support/fake-network.ts';
import { ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';

const TEST = '192.0.2.1';
const EXAMPLE = '192.0.2.2';
const NAMES = '192.0.2.20';
const LEAF = '192.0.2.30';
const LEAF6 = '2001:db8::30';
const root = serving({
  '.': `test NS ns.nic.test.\nns.nic.test. A ${TEST}\nexample NS ns.nic.example.\nns.nic.example. A ${EXAMPLE}\n`,
});
const test = serving({ test: 'far NS ns.names.example.' });
const example = serving({ example: `names NS ns0.names\nns0.names A ${NAMES}\n` });
const far = serving({ 'far.test': 'www A 192.0.2.90' });

/** `www.far.test` is served by `ns.names.example`, which has these records, and behaves like that. */
function worldWith(
  records: string,
  change: (server: FakeServer) => FakeServer = (server) => server,
): Record<string, FakeServer> {
  const names = serving({ 'names.example': `ns0 A ${NAMES}\n${records}` });
  return {
    [ROOT_ADDRESS]: root,
    [TEST]: test,
    [EXAMPLE]: example,
    [NAMES]: change(names),
    [LEAF]: far,
    [LEAF6]: far,
  };
}
const asked = (hops: readonly Hop[], zone: string): string[] =>
  hops.filter((hop) => hop.zone === zone).map(({ question }) => typeName(question.type));

describe('the addresses of a server without glue', () => {
  it('are looked up in both families at once, with one question for both on the way', async () => {
    const { hops, events } = await walkIn(worldWith(`ns A ${LEAF}\nns AAAA ${LEAF6}\n`), 'www.far.test');
    expect(asked(hops, 'example.')).toHaveLength(1);
    const last = hops.filter(({ zone }) => zone === 'names.example.');
    expect(last.map(({ question }) => typeName(question.type)).toSorted()).toEqual(['A', 'AAAA']);
    expect(last[0]!.startMs).toBe(last[1]!.startMs);
    const zone = events.findLast((event) => event.type === 'zone' && event.zone === 'far.test.');
    expect(zone).toBeDefined();
    expect([LEAF, LEAF6]).toContain(hops.at(-1)!.server.address);
  });

  it.each([
    ['IPv4', `ns A ${LEAF}\n`, LEAF],
    ['IPv6', `ns AAAA ${LEAF6}\n`, LEAF6],
  ])('are found where there is only %s', async (_, records, address) => {
    const { hops, ending } = await walkIn(worldWith(records), 'www.far.test');
    expect(ending.status).toBe('answer');
    expect(hops.at(-1)!.server.address).toBe(address);
  });

  it('are not waited for where one family is known and its server says nothing to the other', async () => {
    const world = worldWith(`ns A ${LEAF}\nns AAAA ${LEAF6}\n`, (honest) => ({
      reply: (query, request) =>
        query.questions[0]!.type === AAAA.code ? 'silence' : honest.reply(query, request),
    }));
    const { ending, elapsedMs } = await walkIn(world, 'www.far.test');
    expect(ending.status).toBe('answer');
    // Six round trips of 10 ms, and the resolution delay of 50.
    expect(elapsedMs).toBeLessThanOrEqual(6 * 10 + 50);
  });

  it('of a family without a route are not looked up while the other has one', async () => {
    const noRoute: FakeServer = { reply: () => 'no-route' };
    const hints = [
      { address: '2001:db8::1', source: 'hints' as const },
      { address: ROOT_ADDRESS, source: 'hints' as const },
    ];
    const world = {
      ...worldWith(`ns A ${LEAF}\nns AAAA ${LEAF6}\n`),
      '2001:db8::1': noRoute,
      [LEAF6]: noRoute,
    };
    for (let seed = 1; seed <= 5; seed++) {
      const { hops, ending } = await walkIn(world, 'www.far.test', 'A', {
        hints: [
          { name: 'a.root.example.', addresses: hints.slice(0, 1) },
          { name: 'b.root.example.', addresses: hints.slice(1) },
        ],
      });
      expect(ending.status).toBe('answer');
      if (hops.some(({ outcome }) => outcome === 'unreachable'))
        expect(asked(hops, 'names.example.')).toEqual(['A']);
    }
  });

  it('are found though the zones of two servers need each other and one has a way out', async () => {
    // a.test and b.test name each other's servers; b.test has one more, with glue.
    const zones = serving({
      test: `shop NS ns.a.test.\nshop NS ns.b.test.\na NS ns.b.test.\nb NS ns.a.test.\nb NS ns.glue.test.\nglue NS ns.glue\nns.glue A ${NAMES}\n`,
    });
    const b = serving({
      'b.test': `ns A ${LEAF}`,
      'a.test': `ns A ${LEAF}`,
      'glue.test': `ns A ${NAMES}`,
      'shop.test': 'www A 192.0.2.91',
    });
    const world = { [ROOT_ADDRESS]: root, [TEST]: zones, [NAMES]: b, [LEAF]: b };
    const { ending } = await walkIn(world, 'www.shop.test');
    expect(ending.status).toBe('answer');
  });

  it('end soon where fifty servers have none, and the limit is named', async () => {
    const fifty = Array.from({ length: 50 }, (_, i) => `far NS ns${i}.z${i}.example.\n`).join('');
    const referrals = Array.from({ length: 50 }, (_, i) => `z${i} NS ns0.names\n`).join('');
    const zones = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`z${i}.example`, '']));
    const world = {
      [ROOT_ADDRESS]: root,
      [TEST]: serving({ test: fifty }),
      [EXAMPLE]: serving({ example: `${referrals}ns0.names A ${NAMES}\n` }),
      [NAMES]: serving(zones),
    };
    const { ending, hops, events } = await walkIn(world, 'www.far.test');
    expect(ending).toMatchObject({ status: 'failure', reason: 'limit' });
    expect(ending.message).toContain('CVE-2020-12662');
    expect(hops.length).toBeLessThan(60);
    expect(events.some((event) => event.type === 'finding' && event.finding.code === 'LIMIT_REACHED')).toBe(
      true,
    );
  });
});
