import { describe, expect, it } from 'vitest';
import { scanName } from '../../src/message/name.ts';
import { Memory } from '../../src/resolver/memory.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { walk } from '../../src/resolver/walk.ts';
import { FakeNetwork } from '../support/fake-network.ts';
import { HINTS, ROOT_ADDRESS, serving } from '../support/small-internet.ts';

const LEAF = '192.0.2.10';
const world = {
  [ROOT_ADDRESS]: serving({ '.': `test NS ns.test.\nns.test. A ${LEAF}\n` }),
  [LEAF]: serving({ test: '@ NS ns\nns A 192.0.2.10\nwww 100 A 192.0.2.80\nalso CNAME www\n' }),
};

async function ask(network: FakeNetwork, memory: Memory, name: string): Promise<WalkEvent[]> {
  const events: WalkEvent[] = [];
  const question = { name: scanName(name), type: 1, class: 1 };
  for await (const event of walk(question, network, { hints: HINTS, memory })) events.push(event);
  return events;
}
const queries = (events: readonly WalkEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'query' ? [event.hop.zone] : []));

describe('a walk with a memory', () => {
  it('asks nobody for what it remembers, and counts the TTL down', async () => {
    const network = new FakeNetwork(world);
    const memory = new Memory();
    expect(queries(await ask(network, memory, 'www.test'))).toEqual(['.', 'test.']);
    await network.clock.sleep(40_000);
    const again = await ask(network, memory, 'WWW.test');
    expect(queries(again)).toEqual([]);
    expect(again).toContainEqual(expect.objectContaining({ type: 'recall', zone: 'test.' }));
    expect(again.at(-1)).toMatchObject({ ending: { status: 'answer', answers: [{ ttl: 60 }] } });
  });

  it('asks again when the TTL is over, at the cut that it still knows', async () => {
    const network = new FakeNetwork(world);
    const memory = new Memory();
    await ask(network, memory, 'www.test');
    await network.clock.sleep(100_000);
    expect(queries(await ask(network, memory, 'www.test'))).toEqual(['test.']);
    await network.clock.sleep(301_000);
    expect(queries(await ask(network, memory, 'www.test'))).toEqual(['.', 'test.']);
  });

  it('remembers that there is no such name for as long as the SOA record says', async () => {
    const network = new FakeNetwork(world);
    const memory = new Memory();
    await ask(network, memory, 'nobody.test');
    await network.clock.sleep(59_000);
    const again = await ask(network, memory, 'nobody.test');
    expect(queries(again)).toEqual([]);
    expect(again.at(-1)).toMatchObject({ ending: { status: 'nxdomain', negativeTtl: 1 } });
    expect(again).toContainEqual(
      expect.objectContaining({ type: 'recall', outcome: 'nxdomain', negativeTtl: 1 }),
    );
    await network.clock.sleep(2000);
    expect(queries(await ask(network, memory, 'nobody.test'))).toEqual(['test.']);
  });

  it('marks the addresses of a remembered cut as such', async () => {
    const network = new FakeNetwork(world);
    const memory = new Memory();
    await ask(network, memory, 'www.test');
    const other = await ask(network, memory, 'also.test');
    expect(other.find((event) => event.type === 'query')).toMatchObject({
      hop: { server: { source: 'cache' } },
    });
  });
});
