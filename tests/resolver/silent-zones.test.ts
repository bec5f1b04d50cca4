/** What silence may cost: a search that is stuck does not hold up the next, nor a minimised name the whole one. */

import { describe, expect, it } from 'vitest';
import { network, silence, type Network, type Rule } from '../networks/network.ts';
import { walkIn, type Walked } from '../support/small-internet.ts';
import type { WalkOptions } from '../../src/resolver/walk.ts';

const silent: readonly Rule[] = [['*', silence]];
const walkTo = ({ question, servers, hints }: Network, options: WalkOptions = {}): Promise<Walked> => {
  const known = hints.map(({ name, addresses }) => ({
    name,
    addresses: addresses.map((address) => ({ address, source: 'hints' as const })),
  }));
  return walkIn(servers, question.name, question.type, { hints: known, ...options });
};

describe('silence', () => {
  it('in the zone of one server’s name does not hold up the search for the next', async () => {
    const stuck = network(
      'stuck',
      'www.example.com. A',
      {
        'example.com.': { on: { 'ns.example.net.': '192.0.2.1', 'ns.example.org.': '192.0.2.2' } },
        'example.org.': { has: 'ns A 192.0.2.2' },
      },
      { '192.0.2.11': silent },
    );
    const { ending, elapsedMs, hops } = await walkTo(stuck);
    expect(ending.status).toBe('answer');
    expect(hops.filter(({ zone, outcome }) => zone === 'example.net.' && outcome === 'timeout')).not.toEqual(
      [],
    );
    expect(elapsedMs).toBeLessThan(2000);
  });

  it('in the zones of all servers’ names costs little more than in one', async () => {
    const zones = ['a', 'b', 'c', 'd', 'e'];
    const address = (at: number): string => `192.0.2.${40 + at}`;
    const everywhere = network(
      'everywhere',
      'www.example.com. A',
      {
        'example.com.': { on: Object.fromEntries(zones.map((zone) => [`ns.${zone}.org.`, '192.0.2.1'])) },
        ...Object.fromEntries(
          zones.map((zone, at) => [`${zone}.org.`, { on: { [`ns1.${zone}.org.`]: address(at) } }]),
        ),
      },
      Object.fromEntries(zones.map((_, at) => [address(at), silent])),
    );
    const { ending, elapsedMs } = await walkTo(everywhere);
    expect(ending).toMatchObject({ status: 'failure', reason: 'no-servers' });
    expect(elapsedMs).toBeLessThan(10_000);
  });

  it('on a minimised name leaves time for the whole one', async () => {
    const hidden = network(
      'hidden',
      'a.b.example.com. A',
      { 'example.com.': { has: 'a.b A 203.0.113.74' } },
      { '192.0.2.1': [['b.example.com.', silence]], '192.0.2.2': [['b.example.com.', silence]] },
    );
    const { ending, elapsedMs } = await walkTo(hidden, { minimise: true });
    expect(ending.status).toBe('answer');
    expect(elapsedMs).toBeLessThan(3000);
  });
});
