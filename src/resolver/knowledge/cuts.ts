/**
 * The zone cuts that a walk has passed, with the servers of each and the addresses that are known for them: what SLIST
 * is made of (RFC 1034 5.3.2). They grow while look-ups find what a referral left out.
 */

import { lowerCased, sameName, type Name } from '../../message/name.ts';
import { addChildSide, delegationFromReferral, serversOf, type ChildSide } from '../delegation.ts';
import type { AddressSource, HopStart, ZoneServer } from '../events.ts';
import type { UsableVerdict } from '../classify.ts';
import type { Knowledge, Search, ZoneCut } from './knowledge.ts';

export function cutKey(zone: Name, hop: number | null): string {
  return `${lowerCased(zone)} ${hop ?? ''}`;
}

export function withCut(knowledge: Knowledge, cut: ZoneCut): Knowledge {
  return { ...knowledge, cuts: new Map(knowledge.cuts).set(cutKey(cut.zone, cut.hop), cut) };
}

/** The cut as a referral describes it; the event that turns to the zone says which addresses of it may be asked. */
export function cutOfReferral(
  verdict: Extract<UsableVerdict, { outcome: 'referral' }>,
  hop: number,
): ZoneCut {
  const { zone, nameServers, glue } = verdict;
  const servers = serversOf(delegationFromReferral(zone, nameServers, glue, hop), 'new');
  return { zone, hop, from: 'referral', servers };
}

/** With the servers that the zone itself names (RFC 2181 6.1), as the walk takes them. */
export function withChildSide(knowledge: Knowledge, key: string | null, childSide: ChildSide): Knowledge {
  const cut = key === null ? undefined : knowledge.cuts.get(key);
  if (!cut) return knowledge;
  const servers = cut.servers.map(({ name, addresses }) => {
    return { name, addresses: [...addresses], side: 'parent' as const, lookedUp: false };
  });
  const delegation = { zone: cut.zone, hop: cut.hop, servers, from: 'referral' as const };
  addChildSide(delegation, childSide);
  return withCut(knowledge, { ...cut, servers: serversOf(delegation, 'new') });
}

export function withAddresses(
  knowledge: Knowledge,
  key: string | null,
  server: Name,
  addresses: readonly string[],
  source: AddressSource,
): Knowledge {
  const cut = key === null ? undefined : knowledge.cuts.get(key);
  const at = cut?.servers.findIndex(({ name }) => sameName(name, server)) ?? -1;
  if (!cut) return knowledge;
  const known = at === -1 ? { name: server, addresses: [] } : cut.servers[at]!;
  const fresh = addresses.filter((address) => known.addresses.every((each) => each.address !== address));
  if (at !== -1 && fresh.length === 0) return knowledge;
  const grown: ZoneServer = {
    ...known,
    addresses: [...known.addresses, ...fresh.map((address) => ({ address, source }))],
  };
  const servers = at === -1 ? [...cut.servers, grown] : cut.servers.with(at, grown);
  return withCut(knowledge, { ...cut, servers });
}

/** The cut whose server a search is to find: that of the referral which made it necessary. */
export function cutOfSearch({ cuts, searches }: Knowledge, { parent, above }: Search): ZoneCut | undefined {
  const cut = above === null ? null : searches[above]!.cut;
  const asked = cut === null ? undefined : cuts.get(cut);
  if (parent === null || asked?.hop === parent) return asked;
  return [...cuts.values()].find(({ hop }) => hop === parent) ?? asked;
}

/** The newest cut of a zone, or one of which nothing is known but its servers that are asked. */
export function cutForQuery({ cuts }: Knowledge, { zone, server }: HopStart): ZoneCut {
  const known = [...cuts.values()].findLast((cut) => sameName(cut.zone, zone));
  return known ?? { zone, hop: null, from: server.source === 'hints' ? 'hints' : null, servers: [] };
}
