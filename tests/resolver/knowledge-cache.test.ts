/** What the fold of the events says is cached, against what the walk itself remembers. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typeCode } from '../../src/message/codes.ts';
import { scanName } from '../../src/message/name.ts';
import type { WalkEvent, ZoneServer } from '../../src/resolver/events.ts';
import { secondsLeft } from '../../src/resolver/knowledge/knowledge.ts';
import { stackOf } from '../../src/resolver/knowledge/searches.ts';
import { Memory } from '../../src/resolver/memory.ts';
import { eventsFromNdjson } from '../../src/render/events-from-ndjson.ts';
import { runJson } from '../../src/render/trace-events.ts';
import { NETWORKS } from '../networks/table.ts';
import { FakeNetwork, type FakeServer } from '../support/fake-network.ts';
import { knownAfter, viewOfFold, viewOfMemory } from '../support/known-and-remembered.ts';
import { ask, FAR, LEAF, moments, OTHER, WORLD } from '../support/known-world.ts';
import { playStep } from '../support/scenario-player.ts';
import { loadScenario } from '../support/scenario.ts';
import { ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';

const FOLDER = '../shared/corpora/scenarios';
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.json')) : [];
if (files.length === 0) console.warn(`SKIPPED: knowledge in the scenarios, because ${FOLDER} is absent`);

describe('what is cached', () => {
  describe.each([
    ['whole names', {}],
    ['minimised names', { minimise: true }],
    ['mixed letters', { mixCase: true }],
  ] as const)('as the memory of the walk has it, %s', (_way, options) => {
    it.each(files)('%s', async (file) => {
      const scenario = loadScenario(join(FOLDER, file));
      for (const step of scenario.steps.filter(({ expect: expected }) => expected !== null)) {
        const memory = new Memory();
        const { events } = await playStep(scenario, step, { memory, ...options });
        const known = knownAfter(events);
        for (const laterMs of [0, 1500, 60_000, 4_000_000]) {
          const remembered = viewOfMemory(memory, events, known.nowMs + laterMs);
          expect(viewOfFold(known, laterMs)).toEqual(remembered);
        }
      }
    });
  });

  it.each(NETWORKS.map((network) => [network.name, network] as const))(
    'as the memory has it in the network %s',
    async (_name, { question, servers, hints }) => {
      const known: ZoneServer[] = hints.map(({ name, addresses }) => ({
        name,
        addresses: addresses.map((address) => ({ address, source: 'hints' })),
      }));
      for (const seed of [1, 2, 3, 4]) {
        for (const minimise of [false, true]) {
          const network = new FakeNetwork(servers, seed);
          const memory = new Memory();
          const how = { hints: known, memory, minimise };
          const events = await ask(network, question.name, how, typeCode(question.type));
          const now = viewOfMemory(memory, events, network.clock.now());
          expect(viewOfFold(knownAfter(events))).toEqual(now);
        }
      }
    },
  );

  it.each(['www.test', 'also.test', 'away.test', 'www.far.test', 'www.lost.test', 'nobody.test', 'test'])(
    '%s, and once more by the same memory',
    async (name) => {
      const network = new FakeNetwork(WORLD);
      const memory = new Memory();
      const events = await ask(network, name, { memory });
      const startedMs = network.clock.now();
      const known = knownAfter(events);
      expect(viewOfFold(known)).toEqual(viewOfMemory(memory, events, startedMs));
      expect(viewOfFold(known).cuts.length).toBeGreaterThan(0);
      await network.clock.sleep(20_000);
      const beganMs = network.clock.now();
      const again = await ask(network, name, { memory });
      // What it recalls and what it hears anew, with the time that is left.
      const left = viewOfMemory(memory, again, network.clock.now());
      const folded = viewOfFold(knownAfter(again));
      for (const kind of ['answers', 'denials'] as const) expect(folded[kind]).toEqual(left[kind]);
      expect(left.cuts).toEqual(expect.arrayContaining([...folded.cuts]));
      expect(beganMs).toBeGreaterThan(startedMs);
    },
  );

  it('counts a recalled cut down from where the earlier walk left it', async () => {
    const network = new FakeNetwork(WORLD);
    const memory = new Memory();
    await ask(network, 'www.test', { memory });
    await network.clock.sleep(20_000);
    const known = knownAfter(await ask(network, 'also.test', { memory }));
    const cut = [...known.cache.values()].find(({ owner }) => owner === 'test.')!;
    expect([cut.hop, secondsLeft(cut, known.nowMs)]).toEqual([null, 280]);
    const recalled = knownAfter(await ask(network, 'www.test', { memory }));
    expect([...recalled.cache.values()].map((entry) => [entry.owner, secondsLeft(entry, 0)])).toEqual([
      ['www.test.', 80],
    ]);
  });

  it('has nothing that was dropped, or that came too late', async () => {
    const evil = serving({ '.': `test NS ns.test.\nns.test. A ${LEAF}\n` });
    const { events } = await walkIn(
      {
        [ROOT_ADDRESS]: evil,
        [LEAF]: {
          reply: (query) => {
            const reply = WORLD[LEAF].reply(query, undefined as never);
            if (typeof reply === 'string' || reply instanceof Uint8Array) return reply;
            const [answer] = reply.answers;
            const poison = { ...answer!, name: scanName('www.example') };
            return { ...reply, answers: [...reply.answers, poison], additionals: [poison] };
          },
        },
      },
      'www.test',
    );
    expect(events.some((event) => event.type === 'hop' && event.hop.dropped.length > 0)).toBe(true);
    expect([...knownAfter(events).cache.values()].map(({ owner }) => owner)).toEqual([
      'test.',
      'ns.test.',
      'www.test.',
    ]);
  });

  it('has of the glue what may be asked, and no more', async () => {
    const both = serving({ '.': `test NS ns.test.\nns.test. A ${LEAF}\nns.test. AAAA 2001:db8::1\n` });
    const world = { ...WORLD, [ROOT_ADDRESS]: both };
    const glue = async (families: readonly (4 | 6)[]): Promise<unknown> => {
      const { events } = await walkIn(world, 'www.test', 'A', { families });
      const entries = [...knownAfter(events).cache.values()];
      return entries.flatMap((each) =>
        each.kind === 'rrset' && each.credibility === 'glue' ? [each.type] : [],
      );
    };
    expect(await glue([4, 6])).toEqual([1, 28]);
    expect(await glue([4])).toEqual([1]);
  });

  it('has nothing of a reply that came when another was taken already', async () => {
    const { events } = await walkIn(WORLD, 'www.test');
    const query = events.findLast((event) => event.type === 'query')!.hop;
    const taken = events.findLast((event) => event.type === 'hop')!.hop;
    const late = { ...taken, id: 99, startMs: query.startMs };
    const answers = taken.message!.answers.map((record) => ({ ...record, rdata: { address: '192.0.2.99' } }));
    const told = events.flatMap((event): WalkEvent[] => {
      if (event.type === 'query' && event.hop.id === query.id)
        return [event, { type: 'query', hop: { ...query, id: 99 } }];
      if (event.type !== 'hop' || event.hop.id !== taken.id) return [event];
      return [event, { type: 'hop', hop: { ...late, message: { ...taken.message!, answers } } }];
    });
    expect(told).toHaveLength(events.length + 2);
    expect(viewOfFold(knownAfter(told))).toEqual(viewOfFold(knownAfter(events)));
  });

  it('takes from a cache the address of a server that no authority told', async () => {
    const answering = WORLD[OTHER];
    const cache: FakeServer = {
      reply: (query, request) => {
        const reply = answering.reply(query, request);
        if (typeof reply === 'string' || reply instanceof Uint8Array) return reply;
        return { ...reply, header: { ...reply.header, aa: false, ra: true } };
      },
    };
    const network = new FakeNetwork({ ...WORLD, [OTHER]: cache });
    const memory = new Memory();
    const events = await ask(network, 'www.far.test', { memory });
    const known = knownAfter(events);
    expect(viewOfFold(known).answers).toEqual(viewOfMemory(memory, events, network.clock.now()).answers);
    const told = [...known.cache.values()].find(({ owner }) => owner === 'ns.host.example.');
    expect(told).toMatchObject({ credibility: 'hearsay', records: [{ rdata: { address: FAR } }] });
    // Until it was needed, nobody had taken it.
    const lame = events.findIndex((event) => event.type === 'hop' && event.hop.outcome === 'lame');
    const before = [...moments(events)[lame]!.cache.values()].map(({ owner }) => owner);
    expect(before).not.toContain('ns.host.example.');
  });

  it('says of each RRset where it is from and how far it is to be believed', async () => {
    const { events } = await walkIn(WORLD, 'www.test');
    const entries = [...knownAfter(events).cache.values()];
    expect(
      entries.map((entry) => [entry.owner, entry.hop, entry.kind === 'rrset' && entry.credibility]),
    ).toEqual([
      ['test.', 1, 'referral'],
      ['ns.test.', 1, 'glue'],
      ['www.test.', 2, 'answer'],
    ]);
    expect(entries.map(({ learnedMs }) => learnedMs)).toEqual([10, 10, 20]);
    const denied = [...knownAfter((await walkIn(WORLD, 'nobody.test')).events).cache.values()].at(-1);
    expect(denied).toMatchObject({ kind: 'nxdomain', owner: 'nobody.test.', keptSeconds: 60, hop: 2 });
  });
});

it('a walk that was saved and read again is known alike', async () => {
  for (const name of ['away.test', 'www.far.test', 'nobody.test']) {
    const network = new FakeNetwork(WORLD);
    const memory = new Memory();
    for (const events of [await ask(network, name, { memory }), await ask(network, name, { memory })]) {
      const lines = runJson({ events, system: undefined, comparison: undefined }).map((each) =>
        JSON.stringify(each),
      );
      const read = knownAfter(eventsFromNdjson(lines.join('\n')).events);
      const known = knownAfter(events);
      expect(viewOfFold(read)).toEqual(viewOfFold(known));
      expect([read.line, stackOf(read), read.cuts.size]).toEqual([
        known.line,
        stackOf(known),
        known.cuts.size,
      ]);
    }
  }
});
