/** What the fold of the events says is known, against what the walk itself remembers and does. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typeCode } from '../../src/message/codes.ts';
import { sameName, scanName } from '../../src/message/name.ts';
import type { Hop, WalkEvent, ZoneServer } from '../../src/resolver/events.ts';
import { afterEvent } from '../../src/resolver/knowledge/after-event.ts';
import { NOTHING_KNOWN, secondsLeft, type Knowledge } from '../../src/resolver/knowledge/knowledge.ts';
import { besideStack, stackOf } from '../../src/resolver/knowledge/searches.ts';
import { serverListOf, type ListedAddress } from '../../src/resolver/knowledge/server-list.ts';
import { Memory } from '../../src/resolver/memory.ts';
import { walk, type WalkOptions } from '../../src/resolver/walk.ts';
import { eventsFromNdjson } from '../../src/render/events-from-ndjson.ts';
import { runJson } from '../../src/render/trace-events.ts';
import { NETWORKS } from '../networks/table.ts';
import { FakeNetwork, type FakeServer } from '../support/fake-network.ts';
import { knownAfter, viewOfFold, viewOfMemory } from '../support/known-and-remembered.ts';
import { playStep } from '../support/scenario-player.ts';
import { loadScenario } from '../support/scenario.ts';
import { HINTS, ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';

const FOLDER = '../shared/corpora/scenarios';
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.json')) : [];
if (files.length === 0) console.warn(`SKIPPED: knowledge in the scenarios, because ${FOLDER} is absent`);

const LEAF = '192.0.2.10';
const OTHER = '192.0.2.20';
const FAR = '192.0.2.30';
const WORLD = {
  [ROOT_ADDRESS]: serving({
    '.': `test NS ns.test.\nns.test. A ${LEAF}\nexample NS ns.example.\nns.example. A ${OTHER}\n`,
  }),
  [LEAF]: serving({
    test: [
      `@ NS ns\nns A ${LEAF}\nwww 100 A 192.0.2.80\nalso 50 CNAME www\naway 50 CNAME www.example.`,
      'far NS ns.host.example.\nlost NS ns.gone.example.\n',
    ].join('\n'),
  }),
  [FAR]: serving({ 'far.test': '@ NS ns.host.example.\nwww A 192.0.2.90\n' }),
  [OTHER]: serving({ example: `@ NS ns\nns A ${OTHER}\nwww 70 A 192.0.2.81\nns.host 500 A ${FAR}\n` }),
};

async function ask(
  network: FakeNetwork,
  name: string,
  options: WalkOptions = {},
  type = 1,
): Promise<WalkEvent[]> {
  const events: WalkEvent[] = [];
  const question = { name: scanName(name), type, class: 1 };
  for await (const event of walk(question, network, { hints: HINTS, ...options })) events.push(event);
  return events;
}

/** The knowledge after each event. */
function moments(events: readonly WalkEvent[]): Knowledge[] {
  let knowledge = NOTHING_KNOWN;
  return events.map((event) => (knowledge = afterEvent(knowledge, event)));
}

const linesOf = (events: readonly WalkEvent[]): (string | null)[] =>
  moments(events)
    .map(({ line }) => line)
    .filter((line, i, all) => i === 0 || line !== all[i - 1]);

function listOf(knowledge: Knowledge, place = knowledge.current!): ListedAddress[] {
  return serverListOf(knowledge, knowledge.searches[place]!).flatMap(({ addresses }) => addresses);
}

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
          expectAskedAsTold(events);
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

/** After each hop, its server stands in the list of its search with what it said; while it is asked, as asked. */
function expectAskedAsTold(events: readonly WalkEvent[]): void {
  const all = moments(events);
  const asked = new Map<number, Hop>();
  for (const [i, event] of events.entries()) {
    if (event.type !== 'query' && event.type !== 'hop') continue;
    const { id, server, zone } = event.hop;
    const knowledge = all[i]!;
    const outcome = event.type === 'hop' ? event.hop.outcome : null;
    if (event.type === 'hop') asked.set(id, event.hop);
    const place = knowledge.searches.findIndex(({ tries }) => tries.some(({ hop }) => hop === id));
    // Where the search has turned to the next zone, what comes late stands in no list.
    if (place === -1) expect(event.type).toBe('hop');
    else {
      const search = knowledge.searches[place]!;
      const known = serverListOf(knowledge, search).find(({ name }) => sameName(name, server.name));
      const { address, source } = server;
      expect(known?.addresses).toContainEqual(expect.objectContaining({ address, source }));
      const listed = listOf(knowledge, place).filter((each) => each.address === address);
      const isAskedAgain = outcome === 'timeout' && listed.every(({ asked: now }) => now!.outcome === null);
      // Two servers may share an address.
      expect(listed.length).toBeGreaterThan(0);
      if (!isAskedAgain) for (const each of listed) expect(each.asked).toMatchObject({ hop: id, outcome });
      expect(knowledge.cuts.get(search.cut!)?.zone).toBe(zone);
    }
  }
  expect(asked.size).toBeGreaterThan(0);
}
