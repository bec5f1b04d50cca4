/**
 * What a walk knows of a zone cut: the zone, its name servers and the addresses found so far, each with where it came
 * from. Grows while the walk looks up what a referral left out.
 */

import { isRecord, recordsOf, type ResourceRecord } from '../message/message.ts';
import { isAtOrBelow, lowerCased, parentOf, ROOT, sameName, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { NS } from '../message/records/ns.ts';
import type { Scrubbed } from './bailiwick.ts';
import type { AddressSource, ZoneServer } from './events.ts';

export interface KnownAddress {
  readonly address: string;
  readonly source: AddressSource;
}

export interface DelegatedServer {
  readonly name: Name;
  readonly addresses: KnownAddress[];
  /** Who names it: the referral (or the hints), or only the zone itself. */
  readonly side: 'parent' | 'child';
  /** True once the walk has looked the name up, with or without success. */
  lookedUp: boolean;
}

export interface Delegation {
  readonly zone: Name;
  readonly servers: DelegatedServer[];
  /** The hop of this walk whose reply was the referral; null for the hints and for what an earlier walk left. */
  readonly hop: number | null;
  readonly from: 'hints' | 'referral' | 'cache';
  /** For how many seconds more an earlier walk's cut may be remembered. */
  readonly ttlSeconds?: number;
}

export function delegationFromHints(hints: readonly ZoneServer[]): Delegation {
  const servers = hints.map(({ name, addresses }) => ({
    name,
    addresses: [...addresses],
    side: 'parent' as const,
    lookedUp: false,
  }));
  return { zone: ROOT, servers, hop: null, from: 'hints' };
}

export function delegationFromReferral(
  zone: Name,
  nameServers: readonly Name[],
  glue: readonly ResourceRecord[],
  hop: number,
): Delegation {
  const servers = nameServers.map((name) => ({
    name,
    addresses: addressesOf(glue.filter((record) => sameName(record.name, name))).map(
      (address): KnownAddress => ({ address, source: 'glue' }),
    ),
    side: 'parent' as const,
    lookedUp: false,
  }));
  return { zone, servers, hop, from: 'referral' };
}

/**
 * Adds the servers that the zone itself names and its parent does not: they serve it as well (RFC 2181 6.1). Addresses
 * are taken only for names inside the zone, which nobody knows better.
 */
export function addChildSide({ zone, servers }: Delegation, childSide: ChildSide): void {
  for (const name of childSide.nameServers) {
    if (servers.some((server) => sameName(server.name, name))) continue;
    const inside = isAtOrBelow(name, zone)
      ? childSide.addresses.filter((record) => sameName(record.name, name))
      : [];
    const addresses = addressesOf(inside).map((address): KnownAddress => ({ address, source: 'lookup' }));
    servers.push({ name, addresses, side: 'child', lookedUp: false });
  }
}

/** The NS records of a zone in an authoritative reply of its own servers, with the addresses beside them. */
export interface ChildSide {
  readonly nameServers: readonly Name[];
  readonly addresses: readonly ResourceRecord[];
}

export function childSideOf(
  { answers, authorities, additionals }: Scrubbed,
  zone: Name,
): ChildSide | undefined {
  const records = recordsOf([...answers, ...authorities], NS).filter(({ name }) => sameName(name, zone));
  const nameServers = records.map(({ rdata }) => rdata.nameServer);
  return nameServers.length > 0 ? { nameServers, addresses: additionals } : undefined;
}

/** The addresses in A and AAAA records, without doubles. */
export function addressesOf(records: readonly ResourceRecord[]): string[] {
  const addresses = records.flatMap((record) =>
    isRecord(record, A) || isRecord(record, AAAA) ? [record.rdata.address] : [],
  );
  return [...new Set(addresses)];
}

/** As the zone event shows it; addresses remembered from an earlier step are marked as such. */
export function serversOf(delegation: Delegation, remembered: 'remembered' | 'new'): ZoneServer[] {
  return delegation.servers.map(({ name, addresses }) => ({
    name,
    addresses: addresses.map(({ address, source }) => ({ address, source: sourceNow(source, remembered) })),
  }));
}

export function sourceNow(source: AddressSource, remembered: 'remembered' | 'new'): AddressSource {
  return remembered === 'remembered' && source === 'glue' ? 'cache' : source;
}

/** The zone cuts that a walk has passed, by zone. */
export class Delegations {
  readonly #byZone = new Map<string, Delegation>();

  add(delegation: Delegation): void {
    this.#byZone.set(lowerCased(delegation.zone), delegation);
  }

  /** What is known of a zone by that very referral. */
  ofReferral(zone: Name, hop: number): Delegation | undefined {
    const known = this.#byZone.get(lowerCased(zone));
    return known?.hop === hop ? known : undefined;
  }

  /** The deepest known cut at or above a name. */
  closest(name: Name): Delegation | undefined {
    for (let zone = name; ; zone = parentOf(zone)) {
      const known = this.#byZone.get(lowerCased(zone));
      if (known || zone === ROOT) return known;
    }
  }
}
