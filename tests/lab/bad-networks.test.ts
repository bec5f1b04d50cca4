import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/lab/faults.ts';
import { startNetwork } from '../../src/lab/network.ts';
import { loadWorld, type World } from '../../src/lab/world.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { hintsFromRecords } from '../../src/resolver/root-hints.ts';
import { walk } from '../../src/resolver/walk.ts';
import { realChance, realClock } from '../../src/transport/real-machine.ts';
import { socketExchange } from '../../src/transport/socket-exchange.ts';
import { seededChance } from '../../src/lab/seeded-chance.ts';

const internet = await loadWorld('fixtures/worlds', 'internet');
const WALKS = 100;
const AT_ONCE = 25;

/** The ordinary world with faults for its servers, by their place in the list. */
function worldWith(faultsOf: (place: number) => readonly Fault[]): World {
  return {
    ...internet,
    servers: internet.servers.map((server, place) => ({
      ...server,
      faults: [...server.faults, ...faultsOf(place)],
    })),
  };
}

async function walks(
  world: World,
  name: string,
): Promise<{ readonly addresses: string; readonly elapsedMs: number }[]> {
  const network = startNetwork(world, async (query) => query, { chance: seededChance(5) });
  const exchange = socketExchange({ clock: realClock, chance: realChance, route: network.route });
  const ports = { exchange, clock: realClock, chance: realChance, wallClock: Date.now };
  const hints = hintsFromRecords(world.hints);
  const one = async (): Promise<{ readonly addresses: string; readonly elapsedMs: number }> => {
    const events: WalkEvent[] = [];
    for await (const event of walk({ name, type: 1, class: 1 }, ports, { hints })) events.push(event);
    const end = events.find((event) => event.type === 'end')!;
    return {
      addresses: end.ending.answers.map(({ rdata }) => String(rdata['address'])).join(),
      elapsedMs: end.cost.elapsedMs,
    };
  };
  const results = [];
  for (let i = 0; i < WALKS; i += AT_ONCE)
    results.push(...(await Promise.all(Array.from({ length: AT_ONCE }, one))));
  await network.close();
  return results;
}

describe('a hundred walks', { timeout: 120_000 }, () => {
  it('all come to the right answer where three of ten datagrams are lost', async () => {
    const lossy = worldWith(() => [{ kind: 'loss', percent: 30 }]);
    const results = await walks(lossy, 'www.example.org.');
    expect(new Set(results.map(({ addresses }) => addresses))).toEqual(new Set(['198.51.100.90']));
  });

  it('all come to the right answer within six seconds where every second server is dead', async () => {
    const halfDead = worldWith((place) => (place % 2 === 0 ? [{ kind: 'silent' }] : []));
    const results = await walks(halfDead, 'www.example.org.');
    expect(new Set(results.map(({ addresses }) => addresses))).toEqual(new Set(['198.51.100.90']));
    expect(Math.max(...results.map(({ elapsedMs }) => elapsedMs))).toBeLessThan(6000);
  });
});
