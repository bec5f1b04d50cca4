/**
 * A cold walk in a world where every server is 50 ms away, against the sum of the round trips that nobody could spare:
 * those on its critical path that ended with a reply.
 */

import { fileURLToPath } from 'node:url';
import { startNetwork } from '../src/lab/network.ts';
import { seededChance } from '../src/lab/seeded-chance.ts';
import { loadWorld, type World } from '../src/lab/world.ts';
import { scanName } from '../src/message/name.ts';
import { pathCost } from '../src/resolver/critical-path.ts';
import type { Hop } from '../src/resolver/events.ts';
import { hintsFromRecords } from '../src/resolver/root-hints.ts';
import { walk } from '../src/resolver/walk.ts';
import { realChance, realClock } from '../src/transport/real-machine.ts';
import { socketExchange } from '../src/transport/socket-exchange.ts';
import type { Result } from './measure.ts';

const ROUND_TRIP_MS = 50;
const ROUNDS = 3;

/** By name, with how many servers have to be asked one after the other. */
const QUESTIONS = [
  { name: 'www.example.com.', why: 'glue all the way', trips: 3 },
  { name: 'www.example.org.', why: 'servers without glue', trips: 6 },
  { name: 'shop.example.com.', why: 'an alias into another zone', trips: 6 },
];

export async function walkBenches(): Promise<Result[]> {
  const world = await slowWorld();
  const results: Result[] = [];
  for (const { name, why, trips } of QUESTIONS) {
    let best = Infinity;
    for (let round = 0; round < ROUNDS; round++) {
      const { elapsedMs, onPath } = await coldWalk(world, name);
      // A path with more than that on it would be a walk that waits for what it does not need.
      if (onPath !== trips)
        throw new Error(`${name}: ${onPath} round trips one after the other, not ${trips}`);
      best = Math.min(best, elapsedMs);
    }
    const necessaryMs = trips * ROUND_TRIP_MS;
    results.push({
      what: `trace, ${ROUND_TRIP_MS} ms a hop: ${why}`,
      against: `${trips} necessary round trips, ${necessaryMs} ms`,
      ratio: best / necessaryMs,
      goal: `≤ ${(1.1 + 20 / necessaryMs).toFixed(2)} × (1.1 × + 20 ms)`,
    });
  }
  return results;
}

async function slowWorld(): Promise<World> {
  const world = await loadWorld(fileURLToPath(new URL('../fixtures/worlds', import.meta.url)), 'internet');
  const delay = { kind: 'delay', ms: ROUND_TRIP_MS } as const;
  return {
    ...world,
    servers: world.servers.map((server) => ({ ...server, faults: [...server.faults, delay] })),
  };
}

/** With servers that have just been started, as a walk meets them in the lab. */
async function coldWalk(
  world: World,
  name: string,
): Promise<{ readonly elapsedMs: number; readonly onPath: number }> {
  const network = startNetwork(world, async (query) => query);
  try {
    const exchange = socketExchange({ clock: realClock, chance: realChance, route: network.route });
    const ports = { exchange, clock: realClock, chance: seededChance(world.seed), wallClock: Date.now };
    const question = { name: scanName(name), type: 1, class: 1 };
    const hops: Hop[] = [];
    let elapsedMs = 0;
    for await (const event of walk(question, ports, { hints: hintsFromRecords(world.hints) })) {
      if (event.type === 'hop') hops.push(event.hop);
      if (event.type === 'end') elapsedMs = event.cost.elapsedMs;
    }
    return { elapsedMs, onPath: pathCost(hops, { elapsedMs }).criticalPath.length };
  } finally {
    await network.close();
  }
}
