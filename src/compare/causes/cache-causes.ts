/**
 * Causes in the memory of a resolver: it still has what the zone said before (RFC 1034 4.2.2, RFC 2308 5).
 */

import type { ResourceRecord } from '../../message/message.ts';
import { sameName } from '../../message/name.ts';
import type { CauseEntry } from '../cause-entry.ts';
import type { Circumstances } from '../circumstances.ts';
import { claimsAuthority, hasExtendedError, negativeFacts, remainingTtl } from '../server-facts.ts';
import { addressOf, listed, replyEvidence, resolverOf, span, spoken } from '../words.ts';

/** RFC 8914 4.4, 4.20: the resolver itself says that its answer is past its time. */
const STALE_ERRORS = [3, 19];

export const STALE_CACHE: CauseEntry = {
  code: 'STALE_CACHE',
  severity: 'info',
  rfc: 'RFC 1034 4.2.2',
  means: 'The resolver remembers what the zone said before; the zone has changed since.',
  advice: 'Wait until the TTL has run out, or clear the cache of the resolver.',
  find: (circumstances) => {
    const { speaker, question, walk, voice, walked } = circumstances;
    if (walk.kind === 'silence' || voice.kind !== 'answer' || !speaker || claimsAuthority(speaker))
      return undefined;
    const left = remainingTtl(speaker);
    if (left === undefined) return undefined;
    const { whole, age } = ageOf(speaker.answers, walked.ending.answers);
    const isSaidToBeStale = hasExtendedError(speaker, STALE_ERRORS);
    if (!isSaidToBeStale && !isMemory(circumstances, age)) return undefined;
    const who = addressOf(speaker);
    const since = isSaidToBeStale ? ', past its time' : age === undefined ? '' : `, ${span(age)} old`;
    return {
      message: `${resolverOf(speaker)} still remembers ${listed(voice)} for ${spoken(question.name)}${since}, and will for ${span(left)} more; the zone now says ${listed(walk)}`,
      evidence: [
        `${who}: TTL ${left} left${whole === undefined ? '' : `, where the zone gives ${whole} s`}`,
        ...laterEvidence(circumstances),
        replyEvidence(speaker),
      ],
    };
  },
};

export const NEGATIVE_CACHE: CauseEntry = {
  code: 'NEGATIVE_CACHE',
  severity: 'info',
  rfc: 'RFC 2308 5',
  means: 'The resolver remembers that there was no such name or record; there is one by now.',
  advice: 'Wait until that memory has run out, or clear the cache of the resolver.',
  find: ({ speaker, question, walk, walked, voice, probes: { soa } }) => {
    if (walk.kind !== 'answer' || voice.kind !== 'denial' || !speaker || claimsAuthority(speaker))
      return undefined;
    const facts = negativeFacts(speaker, question);
    if (!facts) return undefined;
    const { ttl, serial, zone } = facts;
    // RFC 2308 5: the smaller of the record's own TTL and its MINIMUM field.
    const whole = Math.min(facts.minimum, soa?.ttl ?? Infinity);
    const isOlder = soa !== undefined && soa.serial !== serial;
    // Unbound and dnsmasq keep one SOA record for all denials of a zone: the last one makes the others look young.
    const isOfZone = sameName(zone, walked.ending.zone);
    if (whole <= ttl && !isOlder && !isOfZone) return undefined;
    const who = addressOf(speaker);
    const since =
      whole > LONGEST_KNOWN_NEGATIVE_TTL || whole <= ttl
        ? ', since when cannot be told'
        : `: it learnt that at least ${span(whole - ttl)} ago`;
    const versions = isOlder
      ? [`its denial is from version ${serial} of ${zone}, which is at ${soa.serial} now`]
      : [];
    return {
      message: `${resolverOf(speaker)} still remembers that there was no ${spoken(question.name)}${since}, and will for ${span(ttl)} more; the zone now says ${listed(walk)}`,
      evidence: [`${who}: ${ttl} of ${whole} s left of the denial`, ...versions, replyEvidence(speaker)],
    };
  },
};

/** Resolvers cut longer TTLs down to limits of their own, so that an age cannot be told: Unbound's are these. */
const LONGEST_KNOWN_TTL = 86_400;
const LONGEST_KNOWN_NEGATIVE_TTL = 3600;
/** As long as a look-up and a comparison may take. */
const FRESH_SECONDS = 2;

/** A TTL that goes down is a cache's; without a second look, one below the zone's must do. */
function isMemory({ probes: { later } }: Circumstances, age: number | undefined): boolean {
  // What it has only just asked for is news, not memory.
  if (age !== undefined && age < FRESH_SECONDS) return false;
  return later ? later.thenTtl < later.firstTtl : age !== undefined;
}

function laterEvidence({ probes: { later } }: Circumstances): string[] {
  if (!later) return [];
  return [
    `TTL ${later.firstTtl}, and ${later.thenTtl} after ${(later.afterMs / 1000).toFixed(1)} s: a cache counts down`,
  ];
}

/**
 * How long the oldest of the records has been remembered: what is missing from the TTL that the zone gives to records of
 * the same name and type. Undefined where it cannot be told.
 */
function ageOf(
  remembered: readonly ResourceRecord[],
  now: readonly ResourceRecord[],
): { readonly whole?: number; readonly age?: number } {
  const pairs = remembered.flatMap(({ name, type, ttl }) => {
    const same = now.find((record) => record.type === type && sameName(record.name, name));
    return same ? [{ whole: same.ttl, age: same.ttl - ttl }] : [];
  });
  const [oldest] = pairs.toSorted((left, right) => right.age - left.age);
  if (!oldest) return {};
  const isKnown = oldest.whole <= LONGEST_KNOWN_TTL && oldest.age >= 0;
  return isKnown ? oldest : { whole: oldest.whole };
}
