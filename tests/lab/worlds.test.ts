import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startNetwork, type LabNetwork } from '../../src/lab/network.ts';
import { loadWorld } from '../../src/lab/world.ts';
import { plain } from '../../src/render/style.ts';
import { traceText } from '../../src/render/trace-text.ts';
import { traceOf } from '../../src/render/trace.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { hintsFromRecords } from '../../src/resolver/root-hints.ts';
import { walk } from '../../src/resolver/walk.ts';
import { realChance, realClock } from '../../src/transport/real-machine.ts';
import { socketExchange } from '../../src/transport/socket-exchange.ts';
import { seededChance } from '../support/fake-network.ts';

const FOLDER = 'fixtures/worlds';
const networks: LabNetwork[] = [];
afterAll(() => Promise.all(networks.map((network) => network.close())));

describe.each(readdirSync(FOLDER))('the world %s', (name) => {
  it('gives its golden trace', async () => {
    const world = await loadWorld(FOLDER, name);
    const network = startNetwork(world, async (query) => query);
    networks.push(network);
    const exchange = socketExchange({ clock: realClock, chance: realChance, route: network.route });
    // Chance is what it is in the sockets, but the walk chooses the same servers every time.
    const ports = { exchange, clock: realClock, chance: seededChance(7), wallClock: () => 0 };
    const question = { ...world.question, class: 1 };
    const events: WalkEvent[] = [];
    for await (const event of walk(question, ports, { hints: hintsFromRecords(world.hints) }))
      events.push(event);
    const text = traceText(traceOf(events), plain).replaceAll(/\d+(\.\d)? ms/g, 'N ms');
    await expect(text).toMatchFileSnapshot(join(process.cwd(), FOLDER, name, 'expected.txt'));
  });
});
