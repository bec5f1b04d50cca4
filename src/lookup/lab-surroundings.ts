/**
 * Wires a lab world into the same ports as the real network: exchange, hints, and the computer that looks at it.
 */

import { clientSubnetOf } from '../message/kinds/client-subnet-text.ts';
import { CLASS_IN } from '../message/codes.ts';
import { recordsOf, type Message, type Question, type ResourceRecord } from '../message/message.ts';
import { ROOT, type Name } from '../message/name.ts';
import { cachingResolver, type Resolution } from '../lab/caching-resolver.ts';
import { labComputer } from '../lab/computer.ts';
import { startNetwork, type LabNetwork, type RecurseFor } from '../lab/network.ts';
import type { Recursion } from '../lab/resolver-habit.ts';
import { withHabits } from '../lab/resolver-habits.ts';
import { seededChance } from '../lab/seeded-chance.ts';
import type { World } from '../lab/world.ts';
import { encodeQuery, PLAIN_EDNS } from '../message/query-message.ts';
import { SOA } from '../message/records/soa.ts';
import type { ZoneServer } from '../resolver/events.ts';
import { walk, type WalkOptions } from '../resolver/walk.ts';
import type { Exchange } from '../transport/exchange.ts';
import { realChance, realClock } from '../transport/real-machine.ts';
import { socketExchange } from '../transport/socket-exchange.ts';
import { hintsFromRecords } from '../resolver/root-hints.ts';
import type { Surroundings } from './surroundings.ts';

/** On a busy machine even loopback is slow now and then; a story must not depend on that. */
export const LAB_PATIENCE = { patienceMs: 600, shortestPatienceMs: 500 };

/** A running lab in the place of the network and the computer. */
export function surroundingsOfWorld(world: World): Surroundings {
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
  const names = namesOf(world);
  const close = (): Promise<void> => network.close();
  return { ports, hints, habits: world.walk, patience: LAB_PATIENCE, computer, names, close };
}

/** The owners in its zones, but for wildcards. */
function namesOf({ servers }: World): Name[] {
  const zones = new Set(servers.flatMap((server) => server.zones));
  const owners = [...zones].flatMap(({ nodes }) => [...nodes.values()].map(({ owner }) => owner));
  return [...new Set(owners)].filter((owner) => owner !== ROOT && !owner.startsWith('*.'));
}

/** A world with its servers, and a recursive resolver that walks in it. */
export function liveWorld(world: World): {
  readonly hints: readonly ZoneServer[];
  readonly exchange: Exchange;
  readonly network: LabNetwork;
  readonly recurse: Recursion;
} {
  const hints = hintsFromRecords(world.hints);
  const machine = { clock: realClock, chance: realChance };
  let backbone: Exchange;
  const resolve = async (question: Question, options: WalkOptions): Promise<Resolution> => {
    // It asks the servers that a walk asks: what is told apart here is not theirs to decide by chance.
    const chance = seededChance(world.seed);
    const ports = { ...machine, chance, exchange: backbone, wallClock: Date.now };
    let authorities: readonly ResourceRecord[] = [];
    for await (const event of walk(question, ports, options)) {
      if (event.type === 'hop' && event.hop.purpose === 'answer' && event.hop.message)
        authorities = recordsOf(event.hop.message.authorities, SOA);
      if (event.type === 'end') return { ...event.ending, authorities };
    }
    throw new Error('a walk ends with an end');
  };
  // Every resolver has a cache of its own.
  const newResolver = ({ habits = [], subnet }: RecurseFor): Recursion => {
    const from = subnet === undefined ? undefined : clientSubnetOf(subnet);
    const options = {
      hints,
      limits: LAB_PATIENCE,
      ...(from ? { subnet: from } : {}),
    };
    return withHabits(
      habits,
      cachingResolver((question) => resolve(question, options), realClock),
      realClock,
    );
  };
  const { interceptor } = world.network;
  const resolvers = new Map<RecurseFor, Recursion>(
    [...world.computer.resolvers, ...(interceptor ? [interceptor] : [])].map((each) => [
      each,
      newResolver(each),
    ]),
  );
  const network = startNetwork(world, (query, resolver) => resolvers.get(resolver)!(query));
  backbone = socketExchange({ ...machine, route: network.backbone });
  const exchange = socketExchange({ ...machine, route: network.route });
  return { hints, exchange, network, recurse: newResolver({}) };
}
