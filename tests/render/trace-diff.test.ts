import { describe, expect, it } from 'vitest';
import { diffText } from '../../src/render/diff/diff-text.ts';
import { diffDocument, diffTraces } from '../../src/render/diff/trace-diff.ts';
import { coloured, plain } from '../../src/render/style.ts';
import { traceOf, type Trace } from '../../src/render/trace.ts';
import type { WalkOptions } from '../../src/resolver/walk.ts';
import type { SystemAnswer } from '../../src/system/system-answer.ts';
import type { FakeServer } from '../support/fake-network.ts';
import { eventful, surveyedTrace } from '../support/saved-runs.ts';
import { ROOT_ADDRESS, serving, walkIn } from '../support/small-internet.ts';

const OTHER_ROOT = '198.51.100.2';
const ONE = '192.0.2.10';
const TWO = '203.0.113.20';
const DELEGATION = 'test NS ns1.test.\ntest NS ns2.test.\n';
const GLUE = `ns1.test. A ${ONE}\nns2.test. A ${TWO}\n`;
const APEX = `@ NS ns1\n@ NS ns2\nns1 A ${ONE}\nns2 A ${TWO}\n`;
const WWW = 'www A 192.0.2.80\nwww A 192.0.2.81\n';

interface Run {
  readonly root?: string;
  readonly one?: FakeServer;
  readonly both?: string;
  readonly serial?: number;
  readonly delayMs?: number;
  readonly name?: string;
  readonly options?: WalkOptions;
}

async function runOf(run: Run = {}): Promise<Trace> {
  const { root = DELEGATION + GLUE, both = WWW, serial = 1, delayMs = 10, name = 'www.test', options } = run;
  const top = serving({ '.': root }, { delayMs });
  const server = serving({ test: APEX + both }, { delayMs }, serial);
  const servers = { [ROOT_ADDRESS]: top, [OTHER_ROOT]: top, [ONE]: run.one ?? server, [TWO]: server };
  return traceOf((await walkIn(servers, name, 'A', options)).events);
}

const hintsTo = (name: string, address: string): WalkOptions => ({
  hints: [{ name, addresses: [{ address, source: 'hints' }] }],
});
const changesOf = (before: Trace, after: Trace): unknown[] =>
  diffTraces(before, after).changes.map(({ kind, where, before: was, after: now }) => [
    kind,
    where,
    was,
    now,
  ]);

describe('what is no change', () => {
  it('is the time that it took, and the order of records', async () => {
    const other = await runOf({ both: 'www A 192.0.2.81\nwww A 192.0.2.80\n', delayMs: 77 });
    expect(changesOf(await runOf(), other)).toEqual([]);
  });

  it('is the choice of another server, but that is noted', async () => {
    const [before, after] = await Promise.all([
      runOf({ options: hintsTo('a.root.example.', ROOT_ADDRESS) }),
      runOf({ options: hintsTo('b.root.example.', OTHER_ROOT) }),
    ]);
    const { changes, notes } = diffTraces(before, after);
    expect(changes).toEqual([]);
    expect(notes[0]).toBe(
      `. was answered by a.root.example. at ${ROOT_ADDRESS} before, by b.root.example. at ${OTHER_ROOT} now`,
    );
  });

  it('is random letters in the question', async () => {
    expect(changesOf(await runOf(), await runOf({ options: { mixCase: true } }))).toEqual([]);
  });

  it('is what a survey found where the other run made none', async () => {
    const one = serving({ test: APEX + WWW }, {}, 7);
    const { changes, notes } = diffTraces(
      await runOf({ one, options: { survey: true } }),
      await runOf({ one }),
    );
    expect(changes).toEqual([]);
    expect(notes).toContain('only the run before asked all servers');
    expect(notes).toContainEqual(expect.stringMatching(/^SERIAL_DRIFT before, not looked for now: /));
  });

  it('is a silent server that the other run knew but did not ask', async () => {
    const silent: FakeServer = { reply: () => 'silence' };
    const asked = await runOf({ one: silent });
    const notAsked = await runOf({ options: {} });
    const withoutOne = {
      ...notAsked,
      hops: notAsked.hops.map((hop) =>
        hop.zone === 'test.' ? { ...hop, server: { ...hop.server, name: 'ns2.test.', address: TWO } } : hop,
      ),
    };
    expect(asked.findings.map(({ code }) => code)).toEqual(['SERVER_SILENT']);
    const { changes, notes } = diffTraces(asked, withoutOne);
    expect(changes).toEqual([]);
    expect(notes).toContainEqual(expect.stringMatching(/^SERVER_SILENT before, not looked for now: /));
  });
});

describe('what is a change', () => {
  it.each<[string, Run, unknown[]]>([
    [
      'another address',
      { both: 'www A 192.0.2.80\nwww A 192.0.2.99\n' },
      [
        ['record', 'www.test. A', '192.0.2.81', null],
        ['record', 'www.test. A', null, '192.0.2.99'],
      ],
    ],
    [
      'another TTL',
      { both: 'www 60 A 192.0.2.80\nwww 60 A 192.0.2.81\n' },
      [['ttl', 'www.test. A', '300', '60']],
    ],
    [
      'an alias',
      { both: 'www CNAME web\nweb A 192.0.2.80\nweb A 192.0.2.81\n' },
      [
        ['aliases', 'www.test. A', [], ['web.test.']],
        ['record', 'www.test. A', '192.0.2.80', null],
        ['record', 'www.test. A', '192.0.2.81', null],
        ['record', 'www.test. CNAME', null, 'web.test.'],
        ['record', 'web.test. A', null, '192.0.2.80'],
        ['record', 'web.test. A', null, '192.0.2.81'],
      ],
    ],
    [
      'a name that is gone',
      { both: 'else A 192.0.2.80\n' },
      [
        ['status', 'www.test. A', 'answer', 'nxdomain'],
        ['rcode', 'www.test. A', 'NOERROR', 'NXDOMAIN'],
        ['negative-ttl', 'www.test. A', null, 60],
        ['record', 'www.test. A', '192.0.2.80', null],
        ['record', 'www.test. A', '192.0.2.81', null],
      ],
    ],
    [
      'a name server that is gone',
      { root: `test NS ns2.test.\n${GLUE}` },
      [
        ['name-server', 'test.', 'ns1.test.', null],
        ['finding', 'SINGLE_POINT', null, expect.stringContaining('ns2.test.')],
      ],
    ],
    [
      'another address of a name server',
      { root: `${DELEGATION}ns1.test. A ${ONE}\nns2.test. A 203.0.113.99\n` },
      [
        ['glue', 'ns2.test.', TWO, null],
        ['glue', 'ns2.test.', null, '203.0.113.99'],
      ],
    ],
    [
      'a delegation that is gone',
      { root: 'else A 192.0.2.1\n' },
      [
        ['status', 'www.test. A', 'answer', 'nxdomain'],
        ['rcode', 'www.test. A', 'NOERROR', 'NXDOMAIN'],
        ['answering-zone', 'www.test. A', 'test.', '.'],
        ['negative-ttl', 'www.test. A', null, 60],
        ['record', 'www.test. A', '192.0.2.80', null],
        ['record', 'www.test. A', '192.0.2.81', null],
        ['zone', 'the path', 'test.', null],
      ],
    ],
    [
      'another question',
      { name: 'WWW2.test', both: `${WWW}www2 A 192.0.2.80\n` },
      [
        ['question', 'www2.test. A', 'www.test. A', 'www2.test. A'],
        ['record', 'www.test. A', '192.0.2.80', null],
        ['record', 'www.test. A', '192.0.2.81', null],
        ['record', 'www2.test. A', null, '192.0.2.80'],
      ],
    ],
  ])('%s', async (_what, run, expected) => {
    const changes = changesOf(await runOf(), await runOf(run));
    expect(changes).toHaveLength(expected.length);
    expect(changes).toEqual(expect.arrayContaining(expected));
  });

  it('is the version of a zone: once where all servers have it, else by server', async () => {
    const options = { survey: true };
    const before = await runOf({ options });
    expect(changesOf(before, await runOf({ serial: 2, options }))).toEqual([['serial', 'test.', 1, 2]]);
    const one = serving({ test: APEX + WWW }, {}, 2);
    // With two servers, neither has the majority: the one asked first counts.
    expect(changesOf(before, await runOf({ one, options }))).toEqual([
      ['surveyed', `ns2.test. at ${TWO}`, 'agrees', 'differs'],
      ['serial', `ns1.test. at ${ONE}`, 1, 2],
      ['finding', 'SERIAL_DRIFT', null, expect.any(String)],
    ]);
  });

  it('is a server that refuses now', async () => {
    const options = { survey: true };
    const one: FakeServer = {
      reply: (query) => ({ ...query, header: { ...query.header, qr: true, rcode: 5 } }),
    };
    const changes = changesOf(await runOf({ options }), await runOf({ one, options }));
    expect(changes).toContainEqual(['surveyed', `ns1.test. at ${ONE}`, 'agrees', 'refused']);
    expect(changes).toContainEqual(['finding', 'SERVER_REFUSED', null, expect.stringContaining(ONE)]);
  });

  const system = eventful.system!;
  it.each<[string, Partial<SystemAnswer>, unknown[]]>([
    ['source', { source: 'dns' }, [['system', 'source', 'hosts', 'dns']]],
    ['addresses', { addresses: ['10.9.8.6'] }, [['system', 'addresses', ['10.9.8.7'], ['10.9.8.6']]]],
    ['error', { error: 'no such name' }, [['system', 'error', null, 'no such name']]],
    ['response code', { rcode: 3 }, [['system', 'response code', 'NOERROR', 'NXDOMAIN']]],
    ['time', { elapsedMs: 99 }, []],
  ])('of this computer: %s', (_what, change, expected) => {
    expect(changesOf(eventful, { ...eventful, system: { ...system, ...change } })).toEqual(expected);
  });

  it('of the comparison: the verdict and its causes', () => {
    const after = { ...eventful, comparison: { verdict: 'same', findings: [] } as const };
    expect(changesOf(eventful, after)).toEqual([
      ['comparison', 'verdict', 'differs', 'same'],
      ['cause', 'HOSTS_FILE', expect.any(String), null],
    ]);
  });

  it('is the reverse of the change back', async () => {
    const runs = [eventful, surveyedTrace, await runOf(), await runOf({ both: 'x A 192.0.2.1\n' })];
    for (const a of runs) {
      for (const b of runs) {
        const there = diffTraces(a, b).changes.map(({ kind, before, after }) => [kind, before, after]);
        const back = diffTraces(b, a).changes.map(({ kind, before, after }) => [kind, after, before]);
        expect(back).toHaveLength(there.length);
        expect(back).toEqual(expect.arrayContaining(there));
      }
    }
  });
});

describe('how it is told', () => {
  const names = { before: 'monday.json', after: 'tuesday.json' };

  it('plainly, where nothing changed', async () => {
    const run = await runOf();
    const text = diffText(diffTraces(run, run), names, plain);
    expect(text).toMatch(
      /^www\.test\. A, two runs: Nothing changed\.\n {3}before {2}monday\.json {3}20\d\d-/,
    );
    expect(diffDocument(diffTraces(run, run), names)).toMatchObject({ same: true, changes: [] });
  });

  it('in groups, aligned, with what is new, gone and other', async () => {
    const after = await runOf({ both: 'www 60 A 192.0.2.80\nwww 60 A 192.0.2.99\n' });
    const diff = diffTraces(await runOf(), after);
    const text = diffText(diff, names, plain);
    expect(text).toContain(
      [
        'Answer',
        '   - www.test. A         192.0.2.81',
        '   + www.test. A         192.0.2.99',
        '   ~ TTL of www.test. A  300 → 60',
        '',
      ].join('\n'),
    );
    expect(diffText(diff, names, coloured).replaceAll(/\u001B\[\d+m/g, '')).toBe(text);
    expect(diffDocument(diff, names)).toMatchObject({
      schema: 'rootwalk/diff/1',
      before: { file: 'monday.json', question: { name: 'www.test.', type: 'A' } },
      same: false,
      changes: [
        { kind: 'record', message: 'www.test. A: 192.0.2.81 is gone' },
        { kind: 'record', message: 'www.test. A: 192.0.2.99 is new' },
        { kind: 'ttl', message: 'TTL of www.test. A: 300 before, 60 now' },
      ],
    });
  });

  it('without what could steer a terminal', () => {
    const hostile = '\u001B[2J\u202E';
    const after = { ...eventful, system: { ...eventful.system!, error: hostile, addresses: [hostile] } };
    expect(diffText(diffTraces(eventful, after), { before: hostile, after: 'b' }, plain)).not.toMatch(
      /[^\P{C}\n]/u,
    );
  });
});
