/**
 * Wires a lab world into the same ports as the real network: exchange, hints, and the computer that looks at it.
 */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLASS_IN } from '../message/codes.ts';
import type { Message, Question } from '../message/message.ts';
import { cachingResolver, type Resolution } from '../lab/caching-resolver.ts';
import { labComputer } from '../lab/computer.ts';
import { startNetwork, type LabNetwork } from '../lab/network.ts';
import { seededChance } from '../lab/seeded-chance.ts';
import { listWorlds, loadWorld, type World } from '../lab/world.ts';
import { WorldError } from '../lab/world-error.ts';
import { encodeQuery, PLAIN_EDNS } from '../message/query-message.ts';
import type { ZoneServer } from '../resolver/events.ts';
import { walk } from '../resolver/walk.ts';
import type { Exchange } from '../transport/exchange.ts';
import { realChance, realClock } from '../transport/real-machine.ts';
import { socketExchange } from '../transport/socket-exchange.ts';
import { hintsFromRecords } from '../resolver/root-hints.ts';
import type { Surroundings } from './surroundings.ts';
import { nearest, UsageError } from './usage-error.ts';

export const DEFAULT_WORLD = 'internet';

/** On a busy machine even loopback is slow now and then; a story must not depend on that. */
const LAB_PATIENCE = { patienceMs: 600, shortestPatienceMs: 500 };

/** The folder of the worlds: fixtures/worlds beside the package's own package.json. */
function worldsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return join(folder, 'fixtures', 'worlds');
}

export async function worldNamed(name: string): Promise<World> {
  const folder = worldsFolder();
  const worlds = await listWorlds(folder);
  if (!worlds.includes(name)) {
    const near = nearest(name, worlds);
    throw new UsageError(
      `there is no lab world "${name}"${near ? `; did you mean ${near}?` : `: there is ${worlds.join(', ')}`}`,
    );
  }
  try {
    return await loadWorld(folder, name);
  } catch (error) {
    if (error instanceof WorldError) throw new UsageError(error.message);
    throw error;
  }
}

/** A running lab in the place of the network and the computer. */
export async function labSurroundings(worldName: string): Promise<Surroundings> {
  const world = await worldNamed(worldName);
  const { hints, exchange, network } = liveWorld(world);
  // Sockets have real chance; which server is asked is the same for everybody who comes to this world.
  const ports = { exchange, clock: realClock, chance: seededChance(world.seed), wallClock: Date.now };
  const stub = async (address: string, name: string, type: number): Promise<Message | undefined> => {
    const id = realChance.integer(0x10000);
    const options = { id, recursionDesired: true, edns: PLAIN_EDNS };
    const query = encodeQuery({ name, type, class: CLASS_IN }, options);
    const server = { address, port: 53 };
    const result = await exchange({ server, transport: 'tcp', query, timeoutMs: 5000 });
    return result.kind === 'reply' ? result.message : undefined;
  };
  const computer = labComputer({ ...world.computer, stub });
  return { ports, hints, habits: world.walk, patience: LAB_PATIENCE, computer, close: () => network.close() };
}

/** A world with its servers, and a recursive resolver that walks in it. */
export function liveWorld(world: World): {
  readonly hints: readonly ZoneServer[];
  readonly exchange: Exchange;
  readonly network: LabNetwork;
  readonly recurse: (query: Message) => Promise<Message>;
} {
  const hints = hintsFromRecords(world.hints);
  const machine = { clock: realClock, chance: realChance };
  let exchange: Exchange;
  const newResolver = (): ((query: Message) => Promise<Message>) => cachingResolver(resolve, realClock);
  const resolve = async (question: Question): Promise<Resolution> => {
    for await (const event of walk(question, { ...machine, exchange, wallClock: Date.now }, { hints })) {
      if (event.type === 'end') return event.ending;
    }
    throw new Error('a walk ends with an end');
  };
  // Every resolver has a cache of its own.
  const resolvers = new Map(world.computer.resolvers.map(({ address }) => [address, newResolver()]));
  const network = startNetwork(world, (query, { address }) => resolvers.get(address)!(query));
  exchange = socketExchange({ ...machine, route: network.route });
  return { hints, exchange, network, recurse: newResolver() };
}

/** Every world, loaded. */
export async function allWorlds(): Promise<World[]> {
  const folder = worldsFolder();
  return Promise.all((await listWorlds(folder)).map((name) => loadWorld(folder, name)));
}
