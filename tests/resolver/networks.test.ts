/**
 * Small networks that misbehave, each shown to four real resolvers: where three of them come to one ending, a walk comes
 * to it too, whichever server it happens to ask first, with whole names, minimised ones and mixed letters.
 */

import { describe, expect, it } from 'vitest';
import { rcodeName, typeCode } from '../../src/message/codes.ts';
import { scanName } from '../../src/message/name.ts';
import type { ZoneServer } from '../../src/resolver/events.ts';
import { walk, type WalkOptions } from '../../src/resolver/walk.ts';
import type { Network } from '../networks/network.ts';
import { NETWORKS } from '../networks/table.ts';
import { comparable, loadVerdicts, RIGHTLY_OTHERWISE } from '../networks/verdicts.ts';
import { FakeNetwork } from '../support/fake-network.ts';
import { answerSet, type Outcome } from '../support/scenario.ts';

const { networks } = loadVerdicts();
const WAYS: Readonly<Record<string, WalkOptions>> = {
  'whole names': {},
  'minimised names': { minimise: true },
  'mixed letters': { mixCase: true },
};
const SEEDS = [1, 2, 3, 4];
/** Silence everywhere is the worst: a zone's budget, and no more than one in these networks. */
const LONGEST_MS = 8000;

const agreed = NETWORKS.filter(
  ({ name }) => networks[name]![0]!.by.length >= 3 && !(name in RIGHTLY_OTHERWISE),
);
const disputed = NETWORKS.filter(
  ({ name }) => networks[name]![0]!.by.length < 3 && !(name in RIGHTLY_OTHERWISE),
);

describe.each(Object.keys(WAYS))('networks that misbehave, %s', (way) => {
  it.each(agreed)('$name: as most resolvers', async (network) => {
    const [verdict] = networks[network.name]!;
    const all = await outcomes(network, WAYS[way]!);
    // Where one of several servers is at fault, a resolver may happen to ask it first or not.
    const by = isByChance(network.name) ? acceptedByChance(network.name) : [verdict!];
    for (const outcome of all) expect(by.map(comparable)).toContainEqual(outcome);
  });

  it.each(disputed)('$name: as some resolver', async (network) => {
    const by = isByChance(network.name) ? acceptedByChance(network.name) : networks[network.name]!;
    for (const outcome of await outcomes(network, WAYS[way]!))
      expect(by.map(comparable)).toContainEqual(outcome);
  });
});

it.each(Object.entries(RIGHTLY_OTHERWISE))('%s: otherwise, because %s', async (name) => {
  const [verdict] = networks[name]!;
  const [outcome] = await outcomes(
    NETWORKS.find((network) => network.name === name)!,
    {},
  );
  expect(outcome).not.toEqual(comparable(verdict!));
});

it('has a name of its own for each network, and a verdict on each', () => {
  const names = NETWORKS.map(({ name }) => name).toSorted();
  expect(names).toEqual([...new Set(names)]);
  expect(Object.keys(networks).toSorted()).toEqual(names);
});

/** `one-…` has one server at fault beside a good one, and `all-…` none that is good. */
function isByChance(name: string): boolean {
  return name.startsWith('one-') && `all-${name.slice(4)}` in networks;
}

function acceptedByChance(name: string): Outcome[] {
  return [...networks[name]!, ...networks[`all-${name.slice(4)}`]!].filter(
    ({ rcode }) => rcode !== 'SERVFAIL',
  );
}

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
  return seen;
}
