/**
 * What a resolver knows at one moment of a walk: which question it works on, whom it can ask for it (SLIST), what it has
 * cached, which line of its algorithm it carries out (RFC 1034 5.3.2, 5.3.3). Made of the events by `after-event.ts`.
 */

import type { Question, ResourceRecord } from '../../message/message.ts';
import type { Name } from '../../message/name.ts';
import type { Hop, Outcome, Purpose, ZoneServer } from '../events.ts';
import type { AlgorithmLine } from './algorithm.ts';

export interface Knowledge {
  /** The time of the last event that has one, in milliseconds since the start of the walk. */
  readonly nowMs: number;
  /** Null before the walk, after it failed, and during a survey. */
  readonly line: AlgorithmLine | null;
  /** The walk itself and its sub-walks, as they began; a place in this list is what names a search. */
  readonly searches: readonly Search[];
  /** The search that the last event was about; null before the walk. */
  readonly current: number | null;
  /** The zone cuts that were passed, by `cutKey`. */
  readonly cuts: ReadonlyMap<string, ZoneCut>;
  /** The RRsets and denials that are kept, by `cacheKey`; what was learned last stands last. */
  readonly cache: ReadonlyMap<string, CacheEntry>;
  /** What is known of the addresses that were asked, whatever the question was. */
  readonly heard: ReadonlyMap<string, AddressHistory>;
  readonly isOver: boolean;
}

export const NOTHING_KNOWN: Knowledge = {
  nowMs: 0,
  line: null,
  searches: [],
  current: null,
  cuts: new Map(),
  cache: new Map(),
  heard: new Map(),
  isOver: false,
};

/** A question that is pursued: that of the walk, or that for the address of a name server. */
export interface Search {
  /** What is wanted in the end. */
  readonly wanted: Question;
  /** What is asked for now: the same, or the target of its aliases (SNAME). */
  readonly sought: Question;
  readonly aliases: readonly Name[];
  readonly purpose: Purpose;
  /** The hop whose referral made it necessary; null on the main path. */
  readonly parent: number | null;
  /** The search that it is made for; null for the walk itself. */
  readonly above: number | null;
  /** The zone cut whose servers are asked; null until the first is chosen. */
  readonly cut: string | null;
  /** The exchanges with the servers of that zone for this question; that of which there is news stands last. */
  readonly tries: readonly Try[];
  /** The hop whose reply was taken, until the next zone is turned to; null while there is none. */
  readonly settledBy: number | null;
  /** The first reply that is from a cache instead of an authority: it is taken where no server has better. */
  readonly hearsay: Hop | null;
  /** It has its answer or denial. A failure shows only in that the search above goes on without it. */
  readonly isDone: boolean;
}

/** One exchange for a search; without an outcome it is under way. */
export interface Try {
  readonly hop: number;
  readonly server: Name;
  readonly address: string;
  readonly outcome: Outcome | null;
  readonly rttMs: number | null;
}

export interface ZoneCut {
  readonly zone: Name;
  /** The hop whose reply was the referral; null for the hints and for what an earlier walk left. */
  readonly hop: number | null;
  /** How the walk came by it; null where no event tells. */
  readonly from: 'hints' | 'referral' | 'cache' | null;
  readonly servers: readonly ZoneServer[];
}

/**
 * How far data is to be believed, best first (RFC 2181 5.4.1): the answer of an authority, what a cache answers, the NS
 * records of a referral, the addresses beside them.
 */
export type Credibility = 'answer' | 'hearsay' | 'referral' | 'glue';

interface Kept {
  readonly owner: Name;
  readonly class: number;
  /** The hop that it is from; null where an earlier walk left it. */
  readonly hop: number | null;
  readonly learnedMs: number;
  /**
   * For how long the resolver keeps it, which may be less than its TTL: a reply is kept as a whole, as long as its
   * shortest TTL says. Null where it is not known.
   */
  readonly keptSeconds: number | null;
}

export interface CachedRrset extends Kept {
  readonly kind: 'rrset';
  readonly type: number;
  readonly records: readonly ResourceRecord[];
  readonly ttlSeconds: number;
  readonly credibility: Credibility;
  /** For the NS records of a zone cut and its glue: the zone. */
  readonly cut: Name | null;
}

/** There is no such name, or no such type at it (RFC 2308). */
export interface CachedDenial extends Kept {
  readonly kind: 'nodata' | 'nxdomain';
  /** What was asked for; it holds for all types where there is no such name. */
  readonly type: number;
  /** The SOA record that says for how long; null where an earlier walk left it. */
  readonly soa: ResourceRecord | null;
}

export type CacheEntry = CachedRrset | CachedDenial;

export interface AddressHistory {
  /** The last round trip; null where it never replied. */
  readonly rttMs: number | null;
  /** Failures since the last reply. */
  readonly failures: number;
}

/**
 * Seconds that are left of what was kept, at a moment; null where that is not known, 0 where it is over. Glue is as good
 * as the delegation that it belongs to.
 */
export function secondsLeft(entry: CacheEntry, nowMs: number): number | null {
  const { keptSeconds, learnedMs } = entry;
  if (keptSeconds === null) return null;
  const ageSeconds = Math.floor((nowMs - learnedMs) / 1000);
  if (ageSeconds >= keptSeconds) return 0;
  return (entry.kind === 'rrset' && entry.cut === null ? entry.ttlSeconds : keptSeconds) - ageSeconds;
}
