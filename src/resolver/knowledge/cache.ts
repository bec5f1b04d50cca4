/**
 * What a resolver keeps of the replies that it took: RRsets by owner, type and credibility (RFC 2181 5.4.1), denials
 * by owner and type (RFC 2308). The same records for the same time as `memory.ts`, which keeps replies and zone cuts.
 */

import { TYPE_ANY } from '../../message/codes.ts';
import type { Question, ResourceRecord } from '../../message/message.ts';
import { recordsOf } from '../../message/message.ts';
import { lowerCased, sameName, type Name } from '../../message/name.ts';
import { NS } from '../../message/records/ns.ts';
import { SOA } from '../../message/records/soa.ts';
import type { Scrubbed } from '../bailiwick.ts';
import type { UsableVerdict } from '../classify.ts';
import { addressesOf } from '../delegation.ts';
import type { WalkEvent } from '../events.ts';
import { LONGEST_TTL_SECONDS, lifetimeOf, type SettledVerdict } from '../memory.ts';
import type { CachedDenial, CachedRrset, CacheEntry, Credibility, Knowledge } from './knowledge.ts';

type Cache = Knowledge['cache'];
type Referral = Extract<UsableVerdict, { outcome: 'referral' }>;

/** Where a reply was taken from, and when. */
export interface Origin {
  readonly hop: number | null;
  readonly learnedMs: number;
}

/** The delegation and its glue; what an older referral to the same zone said is forgotten. */
export function withReferral(
  cache: Cache,
  verdict: Referral,
  { authorities }: Scrubbed,
  origin: Origin,
): Cache {
  const { zone, glue } = verdict;
  const keptSeconds = Math.min(verdict.ttlSeconds, LONGEST_TTL_SECONDS);
  const names = recordsOf(authorities, NS).filter(({ name }) => sameName(name, zone));
  const rest = withoutCut(cache, zone);
  if (keptSeconds <= 0) return rest;
  const how = { ...origin, keptSeconds, cut: zone };
  return withAll(rest, [
    ...rrsetsOf(names, { ...how, credibility: 'referral' }),
    ...rrsetsOf(glue, { ...how, credibility: 'glue' }),
  ]);
}

/** Of the glue only the addresses that may be asked are kept: those that the walk turns to. */
export function withAskedGlue(cache: Cache, { zone, hop, servers }: ZoneEvent): Cache {
  const asked = new Set(servers.flatMap(({ addresses }) => addresses.map(({ address }) => address)));
  const kept = [...cache].flatMap(([key, entry]): [string, CacheEntry][] => {
    if (entry.kind !== 'rrset' || entry.credibility !== 'glue' || entry.hop !== hop) return [[key, entry]];
    if (entry.cut === null || !sameName(entry.cut, zone)) return [[key, entry]];
    const records = entry.records.filter((record) => addressesOf([record]).some((each) => asked.has(each)));
    return records.length === 0 ? [] : [[key, { ...entry, records }]];
  });
  return new Map(kept);
}

/** A zone cut that an earlier walk left. */
export function withRecalledCut(
  cache: Cache,
  { zone, question, servers, ttlSeconds }: ZoneEvent,
  learnedMs: number,
): Cache {
  const ttl = ttlSeconds ?? null;
  const records = servers.map(({ name }): ResourceRecord => {
    return { name: zone, type: NS.code, class: question.class, ttl: ttl ?? 0, rdata: { nameServer: name } };
  });
  const how = { hop: null, learnedMs, keptSeconds: ttl, cut: zone, credibility: 'referral' } as const;
  return withAll(withoutCut(cache, zone), rrsetsOf(records, how));
}

/** An answer, an alias or a denial; `credibility` is that of the answer section. */
export function withSettled(
  cache: Cache,
  question: Question,
  verdict: SettledVerdict,
  { authorities }: Scrubbed,
  origin: Origin,
  credibility: Credibility,
): Cache {
  const keptSeconds = lifetimeOf(verdict);
  if (keptSeconds <= 0 || question.type === TYPE_ANY) return cache;
  const how = { ...origin, keptSeconds, cut: null, credibility };
  const entries: CacheEntry[] = rrsetsOf(verdict.records, how);
  if (verdict.outcome === 'nodata' || verdict.outcome === 'nxdomain') {
    const soa = recordsOf(authorities, SOA)[0] ?? null;
    entries.push(denial(question, verdict.outcome, { ...origin, keptSeconds }, soa));
  }
  return withAll(cache, entries);
}

/** What an earlier walk left; the TTLs are what is left of them. */
export function withRecalled(cache: Cache, event: RecallEvent, learnedMs: number): Cache {
  const { question, records, outcome, negativeTtl } = event;
  const origin = { hop: null, learnedMs };
  const ttls = records.map(({ ttl }) => ttl);
  const how = { ...origin, keptSeconds: ttls.length === 0 ? null : Math.min(...ttls), cut: null };
  const entries: CacheEntry[] = rrsetsOf(records, { ...how, credibility: 'answer' });
  if (outcome === 'nodata' || outcome === 'nxdomain')
    entries.push(denial(question, outcome, { ...origin, keptSeconds: negativeTtl ?? null }, null));
  return withAll(cache, entries);
}

type ZoneEvent = Extract<WalkEvent, { type: 'zone' }>;
type RecallEvent = Extract<WalkEvent, { type: 'recall' }>;

function rrsetsOf(
  records: readonly ResourceRecord[],
  how: Pick<CachedRrset, 'hop' | 'learnedMs' | 'keptSeconds' | 'cut' | 'credibility'>,
): CachedRrset[] {
  const sets = Map.groupBy(records, ({ name, type }) => `${lowerCased(name)} ${type}`);
  return [...sets.values()].map((set) => {
    const { name: owner, type, class: recordClass } = set[0]!;
    const ttlSeconds = Math.min(...set.map(({ ttl }) => ttl));
    return { kind: 'rrset', owner, type, class: recordClass, records: set, ttlSeconds, ...how };
  });
}

function denial(
  { name: owner, type, class: recordClass }: Question,
  kind: CachedDenial['kind'],
  how: Pick<CachedDenial, 'hop' | 'learnedMs' | 'keptSeconds'>,
  soa: ResourceRecord | null,
): CachedDenial {
  return { kind, owner, type, class: recordClass, soa, ...how };
}

function withAll(cache: Cache, entries: readonly CacheEntry[]): Cache {
  if (entries.length === 0) return cache;
  const next = new Map(cache);
  for (const entry of entries) {
    const key = cacheKey(entry);
    // What is learned anew stands last.
    next.delete(key);
    next.set(key, entry);
  }
  return next;
}

function cacheKey(entry: CacheEntry): string {
  const how = entry.kind === 'rrset' ? entry.credibility : entry.kind;
  return `${lowerCased(entry.owner)} ${entry.class} ${entry.type} ${how}`;
}

function withoutCut(cache: Cache, zone: Name): Cache {
  const kept = [...cache].filter(
    ([, entry]) => entry.kind !== 'rrset' || entry.cut === null || !sameName(entry.cut, zone),
  );
  return kept.length === cache.size ? cache : new Map(kept);
}
