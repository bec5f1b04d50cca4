/**
 * The servers of a zone as the walk knows them at the moment on the screen (SLIST, RFC 1034 5.3.2), each address with
 * what it was asked in this walk, whatever the question was.
 */

import { sameName, type Name } from '../../../message/name.ts';
import type { AddressSource } from '../../../resolver/events.ts';
import type { ZoneCut } from '../../../resolver/knowledge/knowledge.ts';
import type { ExplorerState } from '../../state.ts';
import { knowledgeAt } from '../../time/knowledge-at.ts';
import type { HopEntry } from '../../walk/walk-state.ts';

export interface ZoneServers {
  /** Null where no event told of the cut. */
  readonly cut: ZoneCut | null;
  readonly servers: readonly KnownServer[];
}

export interface KnownServer {
  readonly name: Name;
  readonly addresses: readonly KnownAddress[];
}

interface KnownAddress {
  readonly address: string;
  readonly source: AddressSource;
  /** The hops that asked it for this zone, in the order of the list. */
  readonly asked: readonly HopEntry[];
}

export function serversOfZone({ timeline, walk }: ExplorerState, zone: Name): ZoneServers {
  const { told, position } = timeline;
  const { cuts } = knowledgeAt(told, position ?? told.length);
  const ofZone = [...cuts.values()].filter((cut) => sameName(cut.zone, zone));
  const hops = walk.hops.filter(({ hop }) => sameName(hop.zone, zone));
  const known = ofZone.flatMap(({ servers }) => servers.flatMap(pairsOf));
  // A server that was asked is one of the zone, whatever became of the list.
  const asked = hops.map(({ hop: { server } }) => ({
    name: server.name,
    address: { address: server.address, source: server.source },
  }));
  const servers: { name: Name; addresses: KnownAddress[] }[] = [];
  for (const { name, address } of [...known, ...asked]) {
    let server = servers.find((each) => sameName(each.name, name));
    if (!server) servers.push((server = { name, addresses: [] }));
    if (address && !server.addresses.some((each) => each.address === address.address))
      server.addresses.push({ ...address, asked: askedAt(hops, name, address.address) });
  }
  return { cut: ofZone.at(-1) ?? null, servers };
}

interface Pair {
  readonly name: Name;
  readonly address: { readonly address: string; readonly source: AddressSource } | null;
}

function pairsOf({ name, addresses }: ZoneCut['servers'][number]): Pair[] {
  return addresses.length === 0 ? [{ name, address: null }] : addresses.map((address) => ({ name, address }));
}

/** Two servers may have one address. */
function askedAt(hops: readonly HopEntry[], name: Name, address: string): HopEntry[] {
  return hops.filter(({ hop: { server } }) => server.address === address && sameName(server.name, name));
}
