import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LAB_PATIENCE } from '../../src/lookup/lab-surroundings.ts';
import { startNetwork, type LabNetwork } from '../../src/lab/network.ts';
import { loadWorld, type World } from '../../src/lab/world.ts';
import { plain } from '../../src/render/style.ts';
import { traceText } from '../../src/render/trace-text.ts';
import { traceOf } from '../../src/render/trace.ts';
import { FINDINGS } from '../../src/resolver/findings/catalogue.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { hintsFromRecords } from '../../src/resolver/root-hints.ts';
import { walk } from '../../src/resolver/walk.ts';
import { realChance, realClock } from '../../src/transport/real-machine.ts';
import { socketExchange } from '../../src/transport/socket-exchange.ts';
import { seededChance } from '../../src/lab/seeded-chance.ts';

const FOLDER = 'fixtures/worlds';
const networks: LabNetwork[] = [];
afterAll(() => Promise.all(networks.map((network) => network.close())));

const worlds = readdirSync(FOLDER);

async function eventsOf(
  name: string,
): Promise<{ readonly world: World; readonly events: readonly WalkEvent[] }> {
  const world = await loadWorld(FOLDER, name);
  const network = startNetwork(world, async (query) => query);
  networks.push(network);
  const exchange = socketExchange({ clock: realClock, chance: realChance, route: network.route });
  // Chance is what it is in the sockets, but the walk chooses the same servers every time.
  const ports = { exchange, clock: realClock, chance: seededChance(world.seed), wallClock: () => 0 };
  const options = { ...world.walk, hints: hintsFromRecords(world.hints), limits: LAB_PATIENCE };
  const events: WalkEvent[] = [];
  for await (const event of walk({ ...world.question, class: 1 }, ports, options)) events.push(event);
  return { world, events };
}

describe.each(worlds)('the world %s', (name) => {
  it('gives its golden trace and its findings', async () => {
    const { world, events } = await eventsOf(name);
    const text = traceText(traceOf(events), plain)
      // In tables times stand one under the other.
      .replaceAll(/ +\d+\.\d ms(?= {2}|\n)/g, ' N ms')
      .replaceAll(/\b\d+(\.\d)? (ms|s(?= →| of it lost|$))/gm, 'N ms')
      // Which of two questions at once is waited for longer is the machine's doing.
      .replaceAll(/\(\d+ queries\)/g, '(N queries)')
      .replaceAll(/127\.0\.0\.1#\d+/g, 'its port');
    await expect(text).toMatchFileSnapshot(join(process.cwd(), FOLDER, name, 'expected.txt'));
    const found = events.flatMap((event) => (event.type === 'finding' ? [event.finding.code] : []));
    expect([...new Set(found)].toSorted()).toEqual(world.findings.toSorted());
  });
});

it('there is a world for each finding', async () => {
  const shown = await Promise.all(worlds.map(async (name) => (await loadWorld(FOLDER, name)).findings));
  expect(Object.keys(FINDINGS).filter((code) => !shown.flat().includes(code))).toEqual([]);
});
