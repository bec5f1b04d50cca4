/**
 * The part of a walk that `dig +trace` goes too: the zones from the root to the first alias out of a zone, with what the
 * walk learnt there about each address that dig may choose.
 */

import { lowerCased, sameName, type Name } from '../message/name.ts';
import type { AddressSource, Hop, WalkEvent } from '../resolver/events.ts';

export interface DigStep {
  readonly zone: Name;
  readonly nameServers: readonly Name[];
  /** What the walk knows of a server, from whatever source. */
  readonly addressesOf: (server: Name) => readonly KnownAddress[];
  /** The hops of the main path in this zone, in order. */
  readonly hops: readonly Hop[];
  /** What dig does with an address of this zone; undefined where the walk did not ask it. */
  readonly behaviourOf: (address: string) => Behaviour | undefined;
}

interface KnownAddress {
  readonly address: string;
  readonly source: AddressSource;
}

/**
 * `goes-on`: the reply leads on, as it led the walk. `ends`: an error, or no help at all: dig prints what little there is
 * and stops. `believes`: a cached answer, taken for the authority's. `again`: a referral to the zone itself, after which
 * dig asks its servers once more. `waits`: silence, then the next. `passes`: not to be reached, the next.
 */
export type Behaviour = 'goes-on' | 'ends' | 'believes' | 'again' | 'waits' | 'passes';

export function digPath(events: readonly WalkEvent[]): DigStep[] {
  const asked = events.find((event) => event.type === 'start')?.question;
  const hops = events
    .flatMap((event) => (event.type === 'hop' ? [event.hop] : []))
    .toSorted((a, b) => a.id - b.id)
    .filter((hop) => !asked || hasCounterpart(hop, asked.name));
  const zones: ZoneEvent[] = [];
  for (const event of events) {
    if (event.type !== 'zone' || event.purpose !== 'answer' || event.parent !== null) continue;
    // The walk has turned to what the name is an alias of: dig does not.
    if (!asked || !sameName(event.question.name, asked.name)) break;
    zones.push(event);
  }
  // Its reply was the first alias out of a zone; without one, there is no end to the path but its own.
  const end = hops.find((hop) => isMain(hop) && hop.outcome === 'alias')?.id ?? Infinity;
  return zones.map((zone) => stepOf(zone, hops, end));
}

/** dig always asks for the whole name: what a reply to less of it says of that name, dig never sees (RFC 9156). */
function hasCounterpart({ outcome, purpose, parent, question }: Hop, asked: Name): boolean {
  const isMinimised = purpose === 'answer' && parent === null && !sameName(question.name, asked);
  return !isMinimised || !['answer', 'alias', 'nodata', 'nxdomain'].includes(outcome);
}

type ZoneEvent = Extract<WalkEvent, { readonly type: 'zone' }>;

const isMain = ({ purpose, parent }: Hop): boolean => purpose === 'answer' && parent === null;

function stepOf(zone: ZoneEvent, all: readonly Hop[], end: number): DigStep {
  const here = all.filter((hop) => sameName(hop.zone, zone.zone));
  const hops = here.filter((hop) => isMain(hop) && hop.id <= end);
  const known = new Map<string, KnownAddress[]>();
  const learn = (name: Name, address: KnownAddress): void => {
    const list = known.get(lowerCased(name)) ?? [];
    if (list.every((each) => each.address !== address.address)) list.push(address);
    known.set(lowerCased(name), list);
  };
  for (const { name, addresses } of zone.servers) addresses.forEach((address) => learn(name, address));
  // What was looked up for a server without glue shows in the hop that asked there.
  for (const { server } of here) learn(server.name, server);
  return {
    zone: zone.zone,
    nameServers: zone.servers.map(({ name }) => name),
    addressesOf: (server) => known.get(lowerCased(server)) ?? [],
    hops,
    behaviourOf: (address) => behaviourAmong(here.filter((hop) => hop.server.address === address)),
  };
}

/** dig has one try at each address: a first reply that ends its trace counts more than a better one later. */
function behaviourAmong(hops: readonly Hop[]): Behaviour | undefined {
  const seen = new Set(hops.map(behaviourOfHop));
  return BY_WEIGHT.find((behaviour) => seen.has(behaviour));
}

const BY_WEIGHT: readonly Behaviour[] = ['ends', 'believes', 'again', 'goes-on', 'passes', 'waits'];

export function behaviourOfHop({ outcome, lameness, flags, message }: Hop): Behaviour {
  switch (outcome) {
    case 'timeout':
      return 'waits';
    case 'unreachable':
      return 'passes';
    case 'lame':
      if (lameness === 'refers-to-itself') return 'again';
      return flags.includes('ra') && (message?.answers.length ?? 0) > 0 ? 'believes' : 'ends';
    case 'refused':
    case 'servfail':
    case 'formerr':
    case 'notimp':
    case 'malformed':
    case 'useless':
      return 'ends';
    default:
      return 'goes-on';
  }
}
