/**
 * What is known after an event, of what was known before it: a pure fold over the events of a walk, live or saved. It
 * takes from the replies what the walk takes (RFC 1034 5.3.3), which a test holds against the walk's own memory. For
 * whoever shows or teaches what a resolver has in mind; the walk itself does not use it.
 */

import { sameName } from '../../message/name.ts';
import type { Hop, HopStart, WalkEvent } from '../events.ts';
import { LINE_OF_OUTCOME } from './algorithm.ts';
import { withAskedGlue, withRecalled, withRecalledCut } from './cache.ts';
import { cutForQuery, cutKey, withAddresses, withChildSide, withCut } from './cuts.ts';
import type { Knowledge } from './knowledge.ts';
import { readingOf } from './reading.ts';
import {
  isLessThan,
  searchOfHop,
  searchOfQuery,
  turnedTo,
  withOutcome,
  withSearch,
  withTry,
} from './searches.ts';
import { isTakeable, withFound, withHearsay, withHearsayAbout, withTaken } from './taking.ts';

type EventOf<Type extends WalkEvent['type']> = Extract<WalkEvent, { readonly type: Type }>;

export function afterEvent(before: Knowledge, event: WalkEvent): Knowledge {
  switch (event.type) {
    case 'start':
      return { ...turnedTo(before, { ...event, purpose: 'answer', parent: null }), line: '1' };
    case 'zone':
      return afterZone(before, event);
    case 'recall':
      return afterRecall(before, event);
    case 'query':
      return afterQuery(before, event.hop);
    case 'hop':
      return afterHop(before, event.hop);
    case 'alias':
      return afterAlias(before, event);
    case 'survey':
      return { ...before, line: null };
    case 'finding':
      return before;
    case 'end':
      return afterEnd(before, event);
  }
}

function afterZone(before: Knowledge, event: EventOf<'zone'>): Knowledge {
  const { zone, hop, servers, from } = event;
  const known = before.cuts.get(cutKey(zone, hop));
  // Look-ups of this walk are no news of an earlier one.
  const isRecalled = from === 'cache' && hop === null && !known;
  const glued = from === 'referral' ? withAskedGlue(before.cache, event) : before.cache;
  const cache = isRecalled ? withRecalledCut(glued, event, before.nowMs) : glued;
  const next = withCut({ ...turnedTo(before, event), cache }, { zone, hop, from, servers });
  const task = { cut: cutKey(zone, hop), tries: [], settledBy: null, hearsay: null };
  return { ...withSearch(next, next.current!, task), line: '2' };
}

function afterRecall(before: Knowledge, event: EventOf<'recall'>): Knowledge {
  const { outcome = event.records.length > 0 ? 'answer' : 'nodata', records } = event;
  const next = turnedTo({ ...before, cache: withRecalled(before.cache, event, before.nowMs) }, event);
  const search = next.searches[next.current]!;
  const done = withSearch(next, next.current, { isDone: outcome !== 'alias' });
  return { ...withFound(done, search, records), line: '1' };
}

function afterQuery(earlier: Knowledge, hop: HopStart): Knowledge {
  const before = withHearsayAbout(at(earlier, hop.startMs), hop.server);
  const known = searchOfQuery(before, hop);
  if (known === -1 && hop.purpose === 'survey') return { ...before, line: null };
  const turned = known === -1 ? turnedTo(before, hop) : { ...before, current: known };
  const { current } = turned;
  const next = withZoneOf(turned, current, hop);
  const { name, address, source } = hop.server;
  const asked = withAddresses(next, next.searches[current]!.cut, name, [address], source);
  return { ...withTry(asked, current, hop), line: '3' };
}

/** A saved document does not tell when the walk turned to a zone: its queries do. */
function withZoneOf(knowledge: Knowledge, place: number, hop: HopStart): Knowledge {
  const { cut } = knowledge.searches[place]!;
  const zone = cut === null ? undefined : knowledge.cuts.get(cut)?.zone;
  if (zone !== undefined && sameName(zone, hop.zone)) return knowledge;
  const found = cutForQuery(knowledge, hop);
  const task = { cut: cutKey(found.zone, found.hop), tries: [], settledBy: null, hearsay: null };
  return withSearch(withCut(knowledge, found), place, task);
}

function afterHop(earlier: Knowledge, hop: Hop): Knowledge {
  const before = withHeard(at(earlier, hop.startMs + hop.elapsedMs), hop);
  const place = searchOfHop(before, hop.id);
  const search = before.searches[place];
  if (!search) return before;
  const current = withOutcome({ ...before, current: place }, place, hop);
  // Another server was first: what comes later is not taken.
  if (search.isDone || search.settledBy !== null) return current;
  const reading = readingOf(hop);
  const next = reading?.childSide ? withChildSide(current, search.cut, reading.childSide) : current;
  const isLess = isLessThan(hop, search);
  if (isTakeable(reading) && !(isLess && reading.verdict.outcome !== 'referral'))
    return withTaken(next, place, hop, reading, reading.verdict);
  const isHearsay = !isLess && reading?.verdict.outcome === 'lame' && reading.verdict.hearsay !== undefined;
  const noted = isHearsay && !search.hearsay ? withSearch(next, place, { hearsay: hop }) : next;
  // A name on the way that is no zone cut: the servers are asked for more of the name (RFC 9156).
  return { ...noted, line: isTakeable(reading) ? '3' : LINE_OF_OUTCOME[hop.outcome] };
}

function afterAlias(before: Knowledge, { hop, owner, target }: EventOf<'alias'>): Knowledge {
  const taken = before.searches.findLastIndex(
    ({ settledBy, hearsay, sought }) =>
      (settledBy === hop || hearsay?.id === hop) && hop !== null && sameName(sought.name, owner),
  );
  const place = taken === -1 ? (before.current ?? -1) : taken;
  const next = withHearsay(before, place);
  const search = next.searches[place];
  if (!search || !sameName(search.sought.name, owner)) return next;
  const sought = { ...search.sought, name: target };
  return withSearch({ ...next, current: place }, place, { sought, aliases: [...search.aliases, target] });
}

function afterEnd(earlier: Knowledge, { ending, cost }: EventOf<'end'>): Knowledge {
  const before = { ...at(earlier, cost.elapsedMs), current: earlier.searches.length > 0 ? 0 : null };
  if (ending.status === 'failure') return { ...before, line: null, isOver: true };
  const next = withHearsay(before, 0);
  return { ...next, line: next.searches[0]?.settledBy === null ? '1' : '4a', isOver: true };
}

/** Exchanges overlap: time does not go back where one that began earlier ends later. */
function at(knowledge: Knowledge, momentMs: number): Knowledge {
  return { ...knowledge, nowMs: Math.max(knowledge.nowMs, momentMs) };
}

function withHeard(knowledge: Knowledge, { server: { address }, rttMs, reply }: Hop): Knowledge {
  const known = knowledge.heard.get(address) ?? { rttMs: null, failures: 0 };
  const now = reply === null ? { ...known, failures: known.failures + 1 } : { rttMs, failures: 0 };
  return { ...knowledge, heard: new Map(knowledge.heard).set(address, now) };
}
