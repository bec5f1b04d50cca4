/**
 * In every lab world, over real sockets: what the fold of the events knows is what the walk remembers. How many seconds
 * are left is held together in virtual time, by tests/resolver/knowledge-cache.test.ts.
 */

import { readdirSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { LAB_PATIENCE } from '../../src/lookup/lab-surroundings.ts';
import { startNetwork, type LabNetwork } from '../../src/lab/network.ts';
import { seededChance } from '../../src/lab/seeded-chance.ts';
import { loadWorld } from '../../src/lab/world.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { Memory } from '../../src/resolver/memory.ts';
import { hintsFromRecords } from '../../src/resolver/root-hints.ts';
import { walk } from '../../src/resolver/walk.ts';
import { realChance, realClock } from '../../src/transport/real-machine.ts';
import { socketExchange } from '../../src/transport/socket-exchange.ts';
import { knownAfter, viewOfFold, viewOfMemory, type Views } from '../support/known-and-remembered.ts';

const FOLDER = 'fixtures/worlds';
const networks: LabNetwork[] = [];
afterAll(() => Promise.all(networks.map((network) => network.close())));

it.each(readdirSync(FOLDER))('the world %s', async (name) => {
  const world = await loadWorld(FOLDER, name);
  const network = startNetwork(world, async (query) => query);
  networks.push(network);
  const exchange = socketExchange({ clock: realClock, chance: realChance, route: network.route });
  const ports = { exchange, clock: realClock, chance: seededChance(world.seed), wallClock: () => 0 };
  const memory = new Memory();
  const options = { ...world.walk, hints: hintsFromRecords(world.hints), limits: LAB_PATIENCE, memory };
  const events: WalkEvent[] = [];
  for await (const event of walk({ ...world.question, class: 1 }, ports, options)) events.push(event);
  const remembered = viewOfMemory(memory, events, realClock.now());
  expect(withoutTimes(viewOfFold(knownAfter(events)))).toEqual(withoutTimes(remembered));
});

/** A clock that runs on ticks between the last event and the look at the memory. */
function withoutTimes({ cuts, answers, denials }: Views): Views {
  const bare = (lines: readonly string[]): string[] =>
    lines.map((line) => line.replace(/ \d+( |$)/, ' ')).toSorted();
  return { cuts: bare(cuts), answers: bare(answers), denials: bare(denials) };
}
