/**
 * What the fold of a walk's events says is known, held against what the walk itself left in its memory: both ways, with
 * the seconds that are left.
 */

import { typeName } from '../../src/message/codes.ts';
import type { Question, ResourceRecord } from '../../src/message/message.ts';
import { lowerCased, sameName, type Name } from '../../src/message/name.ts';
import { printRdata } from '../../src/message/record-text.ts';
import type { WalkEvent, ZoneServer } from '../../src/resolver/events.ts';
import { afterEvent } from '../../src/resolver/knowledge/after-event.ts';
import { cutKey } from '../../src/resolver/knowledge/cuts.ts';
import {
  NOTHING_KNOWN,
  secondsLeft,
  type CachedRrset,
  type Knowledge,
} from '../../src/resolver/knowledge/knowledge.ts';
import type { Memory } from '../../src/resolver/memory.ts';

export function knownAfter(events: readonly WalkEvent[], from: Knowledge = NOTHING_KNOWN): Knowledge {
  return events.reduce(afterEvent, from);
}

export interface Views {
  readonly cuts: readonly string[];
  readonly answers: readonly string[];
  readonly denials: readonly string[];
}

/** What the fold has, in lines; `laterMs` after the last event. */
export function viewOfFold(knowledge: Knowledge, laterMs = 0): Views {
  const nowMs = knowledge.nowMs + laterMs;
  const fresh = [...knowledge.cache.values()].filter((entry) => secondsLeft(entry, nowMs) !== 0);
  const rrsets = fresh.filter((entry) => entry.kind === 'rrset');
  return {
    cuts: rrsets
      .filter(({ credibility, type }) => credibility === 'referral' && typeName(type) === 'NS')
      .map((entry) => cutLine(entry.owner, serversOf(knowledge, entry), secondsLeft(entry, nowMs)!))
      .toSorted(),
    answers: rrsets
      .filter(({ credibility }) => credibility === 'answer' || credibility === 'hearsay')
      .map((entry) => setLine(entry.records, secondsLeft(entry, nowMs)!))
      .toSorted(),
    denials: fresh
      .filter((entry) => entry.kind !== 'rrset')
      .map(({ kind, owner, type, ...rest }) =>
        denialLine(owner, type, kind, secondsLeft({ kind, owner, type, ...rest }, nowMs)!),
      )
      .toSorted(),
  };
}

function serversOf({ cuts }: Knowledge, { owner, hop }: CachedRrset): readonly ZoneServer[] {
  return cuts.get(cutKey(owner, hop))?.servers ?? [];
}

/** What the memory has, in the same lines, of all that the events name. RRsets that several replies had stand once each. */
export function viewOfMemory(memory: Memory, events: readonly WalkEvent[], nowMs: number): Views {
  const zones = new Map<Name, Name>();
  const questions = new Map<string, Question>();
  for (const event of events) {
    if (event.type === 'zone' || event.type === 'recall') {
      zones.set(lowerCased(event.zone), event.zone);
      questions.set(`${lowerCased(event.question.name)} ${event.question.type}`, event.question);
    }
    if (event.type === 'hop' && event.hop.next)
      zones.set(lowerCased(event.hop.next.zone), event.hop.next.zone);
  }
  const verdicts = [...questions.values()].flatMap((question) => {
    const known = memory.recall(question, nowMs);
    return known ? [{ question, verdict: known.verdict }] : [];
  });
  return {
    cuts: [...zones.values()]
      .flatMap((zone) => {
        const cut = memory.recallDelegation(zone, nowMs);
        return cut && sameName(cut.zone, zone) ? [cutLine(zone, cut.servers, cut.ttlSeconds!)] : [];
      })
      .toSorted(),
    answers: [...new Set(verdicts.flatMap(({ verdict }) => rrsetLines(verdict.records)))].toSorted(),
    denials: verdicts
      .flatMap(({ question, verdict }) =>
        verdict.outcome === 'nodata' || verdict.outcome === 'nxdomain'
          ? [denialLine(question.name, question.type, verdict.outcome, verdict.negativeTtl!)]
          : [],
      )
      .toSorted(),
  };
}

function cutLine(zone: Name, servers: readonly ZoneServer[], ttl: number): string {
  const all = servers.map(
    ({ name, addresses }) =>
      `${lowerCased(name)}(${addresses
        .map(({ address }) => address)
        .toSorted()
        .join(' ')})`,
  );
  return `${lowerCased(zone)} ${ttl} ${all.toSorted().join(' ')}`;
}

function rrsetLines(records: readonly ResourceRecord[]): string[] {
  const sets = Map.groupBy(records, ({ name, type }) => `${lowerCased(name)} ${type}`);
  return [...sets.values()].map((set) => setLine(set, Math.min(...set.map(({ ttl }) => ttl))));
}

function setLine(records: readonly ResourceRecord[], ttl: number): string {
  const { name, type } = records[0]!;
  return `${lowerCased(name)} ${typeName(type)} ${ttl} ${records.map(printRdata).toSorted().join(' | ')}`;
}

function denialLine(name: Name, type: number, kind: string, ttl: number): string {
  return `${lowerCased(name)} ${typeName(type)} ${kind} ${ttl}`;
}
