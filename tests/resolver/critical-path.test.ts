import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathCost } from '../../src/resolver/critical-path.ts';
import type { Hop, Outcome, Purpose } from '../../src/resolver/events.ts';
import type { FakeServer } from '../support/fake-network.ts';
import { ROOT_ADDRESS, serving, walkIn, type Walked } from '../support/small-internet.ts';

/** A hop made by hand: when it was asked, how long its reply took (null: none came), what it was for. */
function hop(id: number, startMs: number, rttMs: number | null, more: Partial<Hop> = {}): Hop {
  const outcome: Outcome = rttMs === null ? 'timeout' : 'referral';
  return {
    id,
    parent: null,
    purpose: 'answer',
    zone: '.',
    question: { name: 'www.example.com.', type: 1, class: 1 },
    server: { name: 'ns.example.', address: `192.0.2.${id}`, port: 53, source: 'glue' },
    transport: 'udp',
    query: new Uint8Array(),
    startMs,
    why: '',
    outcome,
    rcode: null,
    flags: [],
    rttMs,
    elapsedMs: rttMs ?? 0,
    reply: null,
    rejected: [],
    dropped: [],
    next: null,
    verdict: '',
    bytesSent: 0,
    bytesReceived: 0,
    lameness: null,
    message: null,
    ...more,
  };
}

const path = (hops: readonly Hop[], elapsedMs: number): string =>
  pathCost(hops, { elapsedMs })
    .criticalPath.map((each) => `${each.hop} ${each.endedBy} ${each.ms}`)
    .join(', ');

describe('the critical path', () => {
  it('is every exchange where one follows the other', () => {
    const hops = [hop(1, 0, 20), hop(2, 21, 30), hop(3, 52, 40)];
    expect(path(hops, 93)).toBe('1 reply 20, 2 reply 30, 3 reply 40');
  });

  it('waits for a silent server only as long as the walk had patience', () => {
    const hops = [hop(1, 0, 20), hop(2, 20, null), hop(3, 220, 30)];
    expect(path(hops, 250)).toBe('1 reply 20, 2 patience 200, 3 reply 30');
    expect(pathCost(hops, { elapsedMs: 250 }).lostMs).toBe(200);
  });

  it('goes through the late reply that counted, and leaves out who was asked meanwhile', () => {
    const hops = [hop(1, 0, 20), hop(2, 20, 300), hop(3, 220, null), hop(4, 320, 10)];
    expect(path(hops, 330)).toBe('1 reply 20, 2 reply 300, 4 reply 10');
    expect(pathCost(hops, { elapsedMs: 330 }).lostMs).toBe(0);
  });

  it('takes a reply that came in too late to count for a silence', () => {
    const hops = [hop(1, 0, 500), hop(2, 200, 50), hop(3, 250, 260)];
    expect(path(hops, 510)).toBe('1 patience 200, 2 reply 50, 3 reply 260');
  });

  it('is not led astray by the reply that let a silent exchange start at the same moment', () => {
    const hops = [hop(1, 0, 10), hop(2, 10, null), hop(3, 210, 5)];
    expect(path(hops, 215)).toBe('1 reply 10, 2 patience 200, 3 reply 5');
  });

  it('counts a reply that took no time at all', () => {
    expect(path([hop(1, 0, 0), hop(2, 0, 0)], 0)).toBe('1 reply 0, 2 reply 0');
  });

  it('ends with what was waited for last where the walk failed', () => {
    expect(path([hop(1, 0, 20), hop(2, 20, null)], 1520)).toBe('1 reply 20, 2 patience 1500');
    expect(path([hop(1, 0, null, { outcome: 'unreachable' })], 1)).toBe('1 no-route 1');
  });

  it('ends before the survey', () => {
    const survey: Purpose = 'survey';
    const hops = [hop(1, 0, 20), hop(2, 21, 10, { purpose: survey }), hop(3, 21, 70, { purpose: survey })];
    expect(pathCost(hops, { elapsedMs: 95 })).toMatchObject({
      answerMs: 21,
      byPurpose: { answer: 1, survey: 2 },
      criticalPath: [{ hop: 1 }],
    });
  });

  it('is empty where everything was remembered', () => {
    expect(pathCost([], { elapsedMs: 0 })).toEqual({
      criticalPath: [],
      answerMs: 0,
      lostMs: 0,
      byPurpose: {},
    });
  });
});

/** In virtual time a walk itself takes none: its path has to account for every millisecond. */
describe('the critical path of a walk in virtual time', () => {
  const [GOOD, BAD, SLOW, HOST] = ['192.0.2.10', '192.0.2.11', '192.0.2.12', '192.0.2.13'];
  const root = serving(
    {
      '.': [
        'test NS ns.test.',
        `ns.test. A ${HOST}`,
        'two NS ns1.two.',
        'two NS ns2.two.',
        `ns1.two. A ${BAD}`,
        `ns2.two. A ${GOOD}`,
        'far NS ns.test.',
        'far NS ns-slow.test.',
        '',
      ].join('\n'),
    },
    { delayMs: 30 },
  );
  const zones = { two: 'www A 192.0.2.80\n', far: 'www A 192.0.2.81\nfree CNAME www.two.\n' };
  const good = serving(zones, { delayMs: 25 });
  const host = serving({ ...zones, test: `ns A ${GOOD}\nns-slow A ${SLOW}\n` }, { delayMs: 15 });
  const silent: FakeServer = { reply: () => 'silence' };
  const world = {
    [ROOT_ADDRESS]: root,
    [GOOD]: good,
    [HOST]: host,
    [SLOW]: serving(zones, { delayMs: 240 }),
  };

  const worlds: Readonly<Record<string, Readonly<Record<string, FakeServer>>>> = {
    'a silent server': { ...world, [BAD]: silent },
    'a slow server': { ...world, [BAD]: serving(zones, { delayMs: 230 }) },
    'a refusing server': { ...world, [BAD]: serving({}, { delayMs: 40 }) },
    'no route to a server': world,
    'every server silent': { ...world, [BAD]: silent, [GOOD]: silent },
    'silent servers after a referral without glue': { ...world, [GOOD]: silent, [BAD]: silent },
  };
  const cases = Object.entries(worlds).flatMap(([title, servers]) =>
    ['www.two', 'www.far', 'free.far', 'nobody.far'].map((name) => ({ title, servers, name })),
  );

  it.each(cases)('$title: $name', async ({ servers, name }) => {
    const walked: Walked = await walkIn(servers, name);
    const { criticalPath, answerMs } = pathCost(walked.hops, { elapsedMs: walked.elapsedMs });
    expect(answerMs).toBe(walked.elapsedMs);
    expect(criticalPath.reduce((ms, each) => ms + each.ms, 0)).toBeCloseTo(walked.elapsedMs, 6);
    const ids = criticalPath.map((each) => each.hop);
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
  });
});

/** Any mixture of slow, silent and refusing servers, with and without glue. */
it('accounts for the time of any walk, but for the moment that the other family is waited for', async () => {
  const OTHER_FAMILY_MS = 50;
  const behaviour = fc.oneof(
    fc.integer({ min: 1, max: 400 }),
    fc.constantFrom('silent' as const, 'refuses' as const, 'no-route' as const),
  );
  const addresses = [1, 2, 3, 4, 5].map((i) => `192.0.2.${i}`);
  const zones = {
    one: `ns A ${addresses[1]}\nns-b A ${addresses[2]}\nwww A 192.0.2.80\n`,
    two: `ns A ${addresses[3]}\nns AAAA 2001:db8::4\nwww A 192.0.2.81\nalias CNAME www.one.\n`,
    three: 'www A 192.0.2.82\ndeep A 192.0.2.83\nalias CNAME www.four.\n',
    four: 'www A 192.0.2.84\nalias CNAME www.two.\n',
  };
  const root = [
    'one NS ns.one.',
    'one NS ns-b.one.',
    `ns.one. A ${addresses[0]}`,
    `ns-b.one. A ${addresses[1]}`,
    'two NS ns.one.',
    'two NS ns.two.',
    `ns.two. A ${addresses[2]}`,
    'three NS ns.two.',
    'three NS ns-b.one.',
    'four NS ns.three.',
    'four NS ns.two.',
    'four NS nowhere.one.',
    '',
  ].join('\n');
  const world = fc.tuple(
    fc.integer({ min: 1, max: 100 }),
    fc.array(behaviour, { minLength: 5, maxLength: 5 }),
  );
  const name = fc.constantFrom('www.one', 'alias.two', 'www.two', 'alias.three', 'www.four', 'alias.four');
  await fc.assert(
    fc.asyncProperty(world, name, async ([rootMs, behaviours], asked) => {
      const servers = addresses.map((address, at): [string, FakeServer] => {
        const does = behaviours[at]!;
        if (typeof does === 'number') return [address, serving(zones, { delayMs: does })];
        if (does === 'refuses') return [address, serving({})];
        return [address, { reply: () => (does === 'silent' ? 'silence' : 'no-route') }];
      });
      const internet = {
        [ROOT_ADDRESS]: serving({ '.': root }, { delayMs: rootMs }),
        ...Object.fromEntries(servers),
      };
      const { hops, elapsedMs } = await walkIn(internet, asked);
      const { criticalPath, answerMs } = pathCost(hops, { elapsedMs });
      const sum = criticalPath.reduce((ms, each) => ms + each.ms, 0);
      const searched = new Set(
        hops.filter(({ parent }) => parent !== null).map(({ question }) => question.name),
      );
      expect(sum).toBeLessThanOrEqual(answerMs + 1e-6);
      expect(answerMs - sum).toBeLessThanOrEqual(searched.size * OTHER_FAMILY_MS + 1e-6);
    }),
    { numRuns: 400 },
  );
});
