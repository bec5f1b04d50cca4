/**
 * A world brought to life: a route from its documentation addresses to sockets on loopback. A server starts when it is
 * first asked, so that a world of fifty servers costs no more than the few that a walk meets.
 */

import type { Message } from '../message/message.ts';
import type { Chance } from '../transport/clock-and-chance.ts';
import type { Route } from '../transport/route.ts';
import { answer } from '../zone/answer.ts';
import { LabServer } from './server.ts';
import type { World } from './world.ts';
import type { ResolverEntry } from './world-file.ts';

const LOOPBACK = '127.0.0.1';
const DNS_PORT = 53;
/** Where it runs among the servers, which have addresses. */
const INTERCEPTOR = 'interceptor';

export interface LabNetwork {
  /** From the computer. */
  readonly route: Route;
  /** From its resolvers, which nothing stands in the way of. */
  readonly backbone: Route;
  close(): Promise<void>;
}

/** What one of the computer's resolvers replies: each may have a cache and habits of its own. */
type Recurse = (query: Message, resolver: RecurseFor) => Promise<Message>;
/** Without an address it is what answers in the place of others. */
export type RecurseFor = Omit<ResolverEntry, 'address'> & Partial<Pick<ResolverEntry, 'address'>>;

/** Serves the world's zones, and its computer's resolvers by `recurse`; `chance` says which datagrams get lost. */
export function startNetwork(
  world: World,
  recurse: Recurse,
  options: { readonly chance?: Chance } = {},
): LabNetwork {
  const running = new Map<string, Promise<LabServer>>();
  const startResolver = (resolver: RecurseFor): Promise<LabServer> => {
    const { faults = [] } = resolver;
    return LabServer.start({ ...options, answer: (query) => recurse(query, resolver), faults });
  };
  const start = (address: string): Promise<LabServer> | undefined => {
    const resolver = world.computer.resolvers.find((each) => each.address === address);
    if (resolver) return startResolver(resolver);
    const server = world.servers.find(({ addresses }) => addresses.includes(address));
    if (!server) return undefined;
    const { zones, faults, name } = server;
    return LabServer.start({ ...options, answer: (query) => answer(zones, query), faults, identity: name });
  };
  const routeTo = async (place: string, begin: () => Promise<LabServer> | undefined): ReturnType<Route> => {
    const server = running.get(place) ?? begin();
    if (!server) return undefined;
    running.set(place, server);
    return { address: LOOPBACK, port: (await server).port, family: 4 };
  };
  const backbone: Route = async ({ address, port }) =>
    // Like on the Internet, nobody listens on other ports, and most addresses are nobody's.
    port === DNS_PORT ? routeTo(address, () => start(address)) : undefined;
  const { interceptor, families = [4, 6] } = world.network;
  return {
    backbone,
    route: async (server) => {
      const family = server.address.includes(':') ? 6 : 4;
      if (!families.includes(family)) return { noWay: `this network has no IPv${family}` };
      const there = await backbone(server);
      if (there || !interceptor || server.port !== DNS_PORT) return there;
      return routeTo(INTERCEPTOR, () => startResolver(interceptor));
    },
    close: async () => {
      await Promise.all([...running.values()].map(async (server) => (await server).close()));
    },
  };
}
