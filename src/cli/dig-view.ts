/**
 * What `dig +trace` would have shown in place of a walk: asks this computer what dig would ask it, and nobody else.
 */

import { digPath } from '../compare/dig-path.ts';
import { likeDig, type LikeDig } from '../compare/like-dig.ts';
import { lowerCased } from '../message/name.ts';
import { familyOf } from '../resolver/selection.ts';
import type { WalkEvent } from '../resolver/events.ts';
import type { Computer } from '../system/computer.ts';
import { localRoot, localServers, type LocalServer } from '../system/dig-lookups.ts';
import type { Exchange } from '../transport/exchange.ts';
import { realChance } from '../transport/real-machine.ts';

/** dig itself waits longer; whoever watches should not have to. */
const TIMEOUT_MS = 5000;

export interface DigView {
  readonly computer: Computer;
  readonly exchange: Exchange;
  readonly families: readonly (4 | 6)[];
  readonly signal: AbortSignal;
}

export async function viewLikeDig(
  events: readonly WalkEvent[],
  { computer, exchange, families, signal }: DigView,
): Promise<LikeDig> {
  const options = {
    // dig uses connected sockets too: a resolver that does not run is known at once.
    exchange: (request: Parameters<Exchange>[0]) => exchange({ ...request, listenTo: 'server' as const }),
    timeoutMs: TIMEOUT_MS,
    randomId: () => realChance.integer(0x10000),
    signal,
  };
  const root = await localRoot(computer, options);
  if (root.error !== null) return likeDig(events, root, []);
  const steps = digPath(events).filter(({ zone }) => zone !== '.');
  const names = new Map(
    [...root.rootServers, ...steps.flatMap(({ nameServers }) => nameServers)].map((name) => [
      lowerCased(name),
      name,
    ]),
  );
  const servers = await localServers([...names.values()], computer, options);
  return likeDig(
    events,
    root,
    servers.map((server) => ofFamilies(server, families)),
  );
}

function ofFamilies(server: LocalServer, families: readonly (4 | 6)[]): LocalServer {
  return {
    ...server,
    addresses: server.addresses.filter(({ address }) => families.includes(familyOf(address))),
  };
}
