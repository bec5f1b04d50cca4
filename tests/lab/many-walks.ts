/**
 * Run as a program: many walks in one process, then the heap before and after, as JSON. That it ends by itself shows
 * that no handle was left open.
 */

import { hintsFromRecords } from '../../src/resolver/root-hints.ts';
import { walk } from '../../src/resolver/walk.ts';
import { loadWorld } from '../../src/lab/world.ts';
import { startNetwork } from '../../src/lab/network.ts';
import { realChance, realClock } from '../../src/transport/real-machine.ts';
import { socketExchange } from '../../src/transport/socket-exchange.ts';

const NAMES = [
  'www.example.com.',
  'shop.example.com.',
  'www.example.org.',
  'nobody.example.net.',
  'loop-a.example.com.',
];
const [count = 1000] = process.argv.slice(2).map(Number);

const world = await loadWorld('fixtures/worlds', 'internet');
const network = startNetwork(world, async (query) => query);
const machine = { clock: realClock, chance: realChance };
const ports = {
  ...machine,
  exchange: socketExchange({ ...machine, route: network.route }),
  wallClock: Date.now,
};
const hints = hintsFromRecords(world.hints);

async function walks(number: number): Promise<Record<string, number>> {
  const endings: Record<string, number> = {};
  for (let i = 0; i < number; i++) {
    const question = { name: NAMES[i % NAMES.length]!, type: 1, class: 1 };
    for await (const event of walk(question, ports, { hints })) {
      if (event.type === 'end') endings[event.ending.status] = (endings[event.ending.status] ?? 0) + 1;
    }
  }
  return endings;
}

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

await walks(count / 5);
const before = heap();
const endings = await walks(count);
const after = heap();
await network.close();
process.stdout.write(`${JSON.stringify({ endings, before, after })}\n`);
