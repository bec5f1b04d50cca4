/**
 * Small networks that misbehave, each shown to four real resolvers: where three of them come to one ending, a walk comes
 * to it too, whichever server it happens to ask first; where they disagree, it comes to the ending of one of them.
 */

import { describe, expect, it } from 'vitest';
import { rcodeName, typeCode } from '../../src/message/codes.ts';
import { scanName } from '../../src/message/name.ts';
import type { ZoneServer } from '../../src/resolver/events.ts';
import { walk, type WalkOptions } from '../../src/resolver/walk.ts';
import type { Network } from '../networks/network.ts';
import { NETWORKS } from '../networks/table.ts';
import { acceptable, comparable, loadVerdicts, RIGHTLY_OTHERWISE } from '../networks/verdicts.ts';
import { FakeNetwork } from '../support/fake-network.ts';
import { answerSet, type Outcome } from '../support/scenario.ts';

const { whole, minimised } = loadVerdicts();
const WAYS = [
  { way: 'whole names', options: {}, verdicts: whole },
  { way: 'mixed letters', options: { mixCase: true }, verdicts: whole },
  { way: 'minimised names', options: { minimise: true }, verdicts: minimised },
] as const;
const SEEDS = [1, 2, 3, 4];
/** A zone of silent servers costs its budget, and a minimised name below one costs it twice. */
const LONGEST_MS = 13_000;

const ordinary = NETWORKS.filter(({ name }) => !(name in RIGHTLY_OTHERWISE));
const others = NETWORKS.filter(({ name }) => name in RIGHTLY_OTHERWISE);

describe.each(WAYS)('networks that misbehave, $way', ({ options, verdicts }) => {
  it.each(ordinary)('$name', async (network) => {
    const accepted = acceptable(network.name, verdicts).map(comparable);
    for (const outcome of await outcomes(network, options)) expect(accepted).toContainEqual(outcome);
  });

  it.each(others)('$name, where a walk says otherwise', async (network) => {
    const [verdict] = verdicts[network.name]!;
    for (const outcome of await outcomes(network, options)) expect(outcome).not.toEqual(comparable(verdict!));
  });

  it('has a verdict on each', () => {
    const names = NETWORKS.map(({ name }) => name).toSorted();
    expect(names).toEqual([...new Set(names)]);
    expect(Object.keys(verdicts).toSorted()).toEqual(names);
  });
});

async function outcomes({ question, servers, hints }: Network, options: WalkOptions): Promise<Outcome[]> {
  const known: ZoneServer[] = hints.map(({ name, addresses }) => ({
    name,
    addresses: addresses.map((address) => ({ address, source: 'hints' })),
  }));
  const asked = { name: scanName(question.name), type: typeCode(question.type)!, class: 1 };
  const seen: Outcome[] = [];
  for (const seed of SEEDS) {
    const network = new FakeNetwork(servers, seed);
    for await (const event of walk(asked, network, { hints: known, ...options })) {
      if (event.type !== 'end') continue;
      const { status, rcode, answers } = event.ending;
      const answer = status === 'failure' ? [] : answerSet(answers);
      seen.push(comparable({ rcode: rcodeName(rcode), answer }));
      expect(event.cost.elapsedMs).toBeLessThan(LONGEST_MS);
    }
  }
  expect(seen).toHaveLength(SEEDS.length);
  return seen;
}
