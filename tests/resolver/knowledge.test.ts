/** What is known at each moment of a walk: servers, the line of the algorithm, the stack of questions. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typeCode } from '../../src/message/codes.ts';
import type { WalkEvent, ZoneServer } from '../../src/resolver/events.ts';
import type { Knowledge } from '../../src/resolver/knowledge/knowledge.ts';
import { besideStack, stackOf } from '../../src/resolver/knowledge/searches.ts';
import { serverListOf } from '../../src/resolver/knowledge/server-list.ts';
import { Memory } from '../../src/resolver/memory.ts';
import { NETWORKS } from '../networks/table.ts';
import { FakeNetwork } from '../support/fake-network.ts';
import { knownAfter } from '../support/known-and-remembered.ts';
import { ask, expectAskedAsTold, FAR, LEAF, listOf, moments, WORLD } from '../support/known-world.ts';
import { playStep } from '../support/scenario-player.ts';
import { loadScenario } from '../support/scenario.ts';
import { ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';

const FOLDER = '../shared/corpora/scenarios';
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.json')) : [];
if (files.length === 0) console.warn(`SKIPPED: knowledge in the scenarios, because ${FOLDER} is absent`);

const linesOf = (events: readonly WalkEvent[]): (string | null)[] =>
  moments(events)
    .map(({ line }) => line)
    .filter((line, i, all) => i === 0 || line !== all[i - 1]);

describe('the servers that may be asked', () => {
  it('are those of the last zone, and each was asked as the hops tell', async () => {
    for (const name of ['www.test', 'away.test', 'www.far.test', 'www.lost.test']) {
      const { events } = await walkIn(WORLD, name, 'A');
      expectAskedAsTold(events);
    }
  });

  it.each(files)('also in %s', async (file) => {
    const scenario = loadScenario(join(FOLDER, file));
    const step = scenario.steps.find(({ expect: expected }) => expected !== null)!;
    expectAskedAsTold((await playStep(scenario, step)).events);
  });

  it.each(NETWORKS.map((network) => [network.name, network] as const))(
    'and in the network %s',
    async (_name, { question, servers, hints }) => {
      const known: ZoneServer[] = hints.map(({ name, addresses }) => ({
        name,
        addresses: addresses.map((address) => ({ address, source: 'hints' })),
      }));
      for (const seed of [1, 2, 3]) {
        for (const minimise of [false, true]) {
          const network = new FakeNetwork(servers, seed);
          const how = { hints: known, minimise };
          expectAskedAsTold(await ask(network, question.name, how, typeCode(question.type)));
        }
      }
    },
  );

  it('grow by what is looked up, and tell of one without an address', async () => {
    const { events } = await walkIn(WORLD, 'www.far.test');
    const all = moments(events);
    const turned = all[events.findIndex((event) => event.type === 'zone' && event.zone === 'far.test.')]!;
    const at = (knowledge: Knowledge): unknown => serverListOf(knowledge, knowledge.searches[0]!);
    expect(at(turned)).toEqual([{ name: 'ns.host.example.', addresses: [], lookUp: 'to-come' }]);
    const lookedUp = all.find(({ searches }) => searches.length > 1)!;
    expect(at(lookedUp)).toMatchObject([{ addresses: [], lookUp: 'under-way' }]);
    expect(at(all.at(-1)!)).toMatchObject([
      { addresses: [{ address: FAR, source: 'lookup', asked: { outcome: 'answer' } }], lookUp: 'over' },
    ]);
    const vain = moments((await walkIn(WORLD, 'www.lost.test')).events).at(-1)!;
    expect(at(vain)).toMatchObject([{ name: 'ns.gone.example.', addresses: [], lookUp: 'over' }]);
  });

  it('lose who says something useless, for this question, and keep who is silent', async () => {
    const silent = { reply: (): 'silence' => 'silence' };
    const refusing = serving({ unrelated: '' });
    const world = {
      [ROOT_ADDRESS]: serving({
        '.': 'test NS a.test.\ntest NS b.test.\na.test. A 192.0.2.1\nb.test. A 192.0.2.2\n',
      }),
      '192.0.2.1': refusing,
      '192.0.2.2': silent,
    };
    const known = knownAfter((await walkIn(world, 'www.test')).events);
    const list = listOf(known);
    expect(list.map(({ address, isDeleted }) => [address, isDeleted])).toEqual([
      ['192.0.2.1', true],
      ['192.0.2.2', false],
    ]);
    expect(list[0]!.before).toEqual({ rttMs: 10, failures: 0 });
    expect(list[1]!.before!.rttMs).toBeNull();
    expect(list[1]!.before!.failures).toBeGreaterThan(1);
    expect([known.line, known.isOver]).toEqual([null, true]);
  });
});

describe('the line of the algorithm', () => {
  it('goes from local information over the best servers to the answer', async () => {
    expect(linesOf((await walkIn(WORLD, 'www.test')).events)).toEqual(['1', '2', '3', '4b', '2', '3', '4a']);
    expect(linesOf((await walkIn(WORLD, 'nobody.test')).events).at(-1)).toBe('4a');
  });

  it('goes to step 1 with an alias, and back to step 3 from a server that is of no use', async () => {
    const lines = linesOf((await walkIn(WORLD, 'away.test')).events);
    expect(lines).toEqual(['1', '2', '3', '4b', '2', '3', '4c', '2', '3', '4b', '2', '3', '4a']);
    const world = {
      ...WORLD,
      [ROOT_ADDRESS]: serving({
        '.': `test NS a.test.\ntest NS ns.test.\na.test. A 192.0.2.1\nns.test. A ${LEAF}\n`,
      }),
      '192.0.2.1': serving({ unrelated: '' }),
    };
    const walks = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((seed) => ask(new FakeNetwork(world, seed), 'www.test')),
    );
    expect(walks.map(linesOf)).toContainEqual(['1', '2', '3', '4b', '2', '3', '4d', '3', '4a']);
  });

  it('stays at step 1 where memory has the answer', async () => {
    const network = new FakeNetwork(WORLD);
    const memory = new Memory();
    await ask(network, 'www.test', { memory });
    expect(linesOf(await ask(network, 'www.test', { memory }))).toEqual(['1']);
  });

  it('is none during a survey', async () => {
    const { events } = await walkIn(WORLD, 'www.test', 'A', { survey: true });
    const from = events.findIndex((event) => event.type === 'query' && event.hop.purpose === 'survey');
    expect(moments(events)[from]!.line).toBeNull();
    expect(moments(events)[from]!.searches).toHaveLength(1);
  });
});

describe('the stack of questions', () => {
  it('has the search for a server over the question that needs it', async () => {
    const { events } = await walkIn(WORLD, 'www.far.test');
    const all = moments(events);
    const deepest = all.find((knowledge) => stackOf(knowledge).length === 2)!;
    const questions = stackOf(deepest).map((place) => deepest.searches[place]!.sought);
    expect(questions.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'www.far.test. 1',
      'ns.host.example. 1',
    ]);
    expect(all.some((knowledge) => besideStack(knowledge).length > 0)).toBe(true);
    expect(stackOf(all.at(-1)!)).toEqual([0]);
  });

  it('keeps the question of the walk beside the name that its aliases lead to', async () => {
    const known = knownAfter((await walkIn(WORLD, 'away.test')).events);
    expect(known.searches).toMatchObject([
      {
        wanted: { name: 'away.test.' },
        sought: { name: 'www.example.' },
        aliases: ['www.example.'],
        isDone: true,
      },
    ]);
  });
});
