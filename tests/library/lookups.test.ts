/** The lookups of the library, in the lab: what they say is what the commands say. */

import { describe, expect, it } from 'vitest';
import {
  compare,
  LIMITS,
  Memory,
  NameError,
  openLab,
  query,
  traceDocument,
  traceOf,
  walk,
  WorldError,
  type WalkEvent,
} from '../../src/index.ts';
import { run } from '../support/program.ts';

const QUESTION = { name: 'www.example.com', type: 'A' };

async function all(events: AsyncIterable<WalkEvent>): Promise<WalkEvent[]> {
  const told: WalkEvent[] = [];
  for await (const event of events) told.push(event);
  return told;
}

describe('walk', () => {
  it('tells what the command tells', async () => {
    await using place = await openLab();
    const told = traceDocument(traceOf(await all(walk(QUESTION, { place })))) as { readonly hops: object[] };
    const { stdout } = await run('trace', 'www.example.com', '--lab', '--no-system', '-f', 'json');
    const printed = JSON.parse(stdout) as { readonly hops: object[] };
    const picked = ({ hops, ...rest }: { readonly hops: readonly object[] }): object => ({
      ...rest,
      startedAt: 0,
      cost: 0,
      criticalPath: 0,
      hops: hops.map((hop) => {
        const { zone, question, server, outcome, rcode, flags, next } = hop as Record<string, unknown>;
        return { zone, question, server, outcome, rcode, flags, next };
      }),
    });
    expect(picked(JSON.parse(JSON.stringify(told)) as typeof told)).toEqual(picked(printed));
  });

  it('stops where the loop is left, and where the signal says so', async () => {
    await using place = await openLab();
    let queries = 0;
    for await (const event of walk(QUESTION, { place })) if (event.type === 'query' && ++queries === 2) break;
    expect(queries).toBe(2);
    const stop = new AbortController();
    const told: WalkEvent[] = [];
    for await (const event of walk(QUESTION, { place, signal: stop.signal })) {
      told.push(event);
      if (event.type === 'query') stop.abort();
    }
    expect(told.at(-1)).toMatchObject({ type: 'end', ending: { reason: 'interrupted' } });
  });

  it('remembers where a memory is given', async () => {
    await using place = await openLab();
    const memory = new Memory();
    const hops = async (name: string): Promise<number> =>
      traceOf(await all(walk(name, { place, memory }))).hops.length;
    expect(await hops('www.example.com')).toBeGreaterThan(1);
    expect(await hops('www.example.com')).toBe(0);
    expect(await hops('nope.example.com')).toBe(1);
  });

  it('keeps to the limits', async () => {
    await using place = await openLab();
    const { ending } = traceOf(await all(walk(QUESTION, { place, limits: { ...LIMITS, queries: 1 } })));
    expect(ending).toMatchObject({ status: 'failure', reason: 'limit' });
  });

  it.each<readonly [Parameters<typeof walk>[0], new () => Error]>([
    ['a..b', NameError],
    [{ name: 'a.test', type: 'NOTYPE' }, RangeError],
    [{ name: 'a.test', type: 70_000 }, RangeError],
    [{ name: 'a.test', class: 'NOCLASS' }, RangeError],
    [{ name: 'x'.repeat(64) }, NameError],
  ])('refuses %j at once', (question, error) => {
    expect(() => walk(question)).toThrow(error);
  });
});

describe('query', () => {
  it('asks one server, and falls back to TCP', async () => {
    await using place = await openLab();
    const root = place.hints[0]!.addresses[0]!.address;
    const result = await query(QUESTION, root, { place, recurse: false });
    expect(result).toMatchObject({ status: 'reply', server: { address: root, port: 53 } });
    expect(result.message?.authorities.length).toBeGreaterThan(0);
    expect(result.octets).toBeInstanceOf(Uint8Array);
    expect((await query(QUESTION, root, { place, transport: 'tcp' })).attempts[0]!.transport).toBe('tcp');
  });

  it('says that nobody answered, and ends with its signal', async () => {
    await using place = await openLab();
    const asking = { place, timeoutMs: 20, tries: 2 };
    expect(await query(QUESTION, '192.0.2.250', asking)).toMatchObject({ message: null, octets: null });
    const aborted = await query(QUESTION, '192.0.2.250', { place, signal: AbortSignal.abort() });
    expect(aborted.status).not.toBe('reply');
    await expect(query(QUESTION, 'ns.example.com')).rejects.toThrow(RangeError);
    await expect(query(QUESTION, '192.0.2.1#0')).rejects.toThrow(RangeError);
  });
});

describe('compare', () => {
  it('says why this computer says otherwise', async () => {
    await using place = await openLab('hosts-file');
    const heard: string[] = [];
    const { trace, comparison } = await compare('www.example.net', {
      place,
      onEvent: ({ type }) => heard.push(type),
    });
    expect(comparison).toMatchObject({ verdict: 'differs', findings: [{ code: 'HOSTS_FILE' }] });
    expect(traceDocument(trace)).toMatchObject({ comparison: { verdict: 'differs' } });
    expect([heard[0], heard.at(-1)]).toEqual(['start', 'end']);
  });

  it('says the same where both do', async () => {
    await using place = await openLab();
    expect((await compare(QUESTION, { place })).comparison.verdict).toBe('same');
  });
});

it('there is no world of another name', async () => {
  await expect(openLab('nowhere')).rejects.toThrow(WorldError);
});
