/**
 * The critical path of a walk: the chain of exchanges each of which had to end before the next could start, up to the
 * answer. Computed from the hops alone; the survey, which is made after the answer, is left out.
 */

import { sameName } from '../message/name.ts';
import type { Cost, Hop, Outcome, Purpose } from './events.ts';

export interface Stretch {
  readonly hop: number;
  /** How long the walk waited for this exchange before it went on. */
  readonly ms: number;
  /** What ended the wait: a reply, that nothing could be sent there, what was not believed, or patience. */
  readonly endedBy: 'reply' | 'no-route' | 'disbelief' | 'patience';
}

export interface PathCost {
  /** In the order in which they were waited for. What their times leave of `answerMs` the walk spent by itself. */
  readonly criticalPath: readonly Stretch[];
  /** From the start of the walk to its answer, without the survey. */
  readonly answerMs: number;
  /** What of the path was spent on servers that had not replied when patience with them ended. */
  readonly lostMs: number;
  readonly byPurpose: Readonly<Partial<Record<Purpose, number>>>;
}

export function pathCost(hops: readonly Hop[], { elapsedMs }: Pick<Cost, 'elapsedMs'>): PathCost {
  const inOrder = hops.toSorted((a, b) => a.id - b.id);
  const walked = inOrder.filter(({ purpose }) => purpose !== 'survey');
  const firstOfSurvey = inOrder.find(({ purpose }) => purpose === 'survey');
  const answerMs = firstOfSurvey?.startMs ?? elapsedMs;
  const criticalPath = pathOf(walked, answerMs);
  const lostMs = criticalPath.reduce((ms, each) => ms + (each.endedBy === 'patience' ? each.ms : 0), 0);
  return { criticalPath, answerMs, lostMs, byPurpose: counted(hops) };
}

/** Backwards from the end, from each exchange to the one whose end let it start. */
function pathOf(hops: readonly Hop[], endMs: number): Stretch[] {
  const path: Stretch[] = [];
  let untilMs = endMs;
  let hop = awaitedIn(hops.filter(isForAnswer), hops, untilMs);
  while (hop) {
    path.unshift(stretchOf(hop, untilMs));
    untilMs = hop.startMs;
    hop = causeOf(hop, hops);
  }
  return path;
}

const isForAnswer = ({ purpose }: Hop): boolean => purpose === 'answer';

function causeOf(hop: Hop, hops: readonly Hop[]): Hop | undefined {
  const earlier = hops.filter(({ id }) => id < hop.id);
  const own = earlier.filter((each) => isSameSearch(each, hop));
  if (own.length > 0 || isForAnswer(hop)) {
    return finderOf(hop, own, earlier) ?? awaitedIn(own, earlier, hop.startMs);
  }
  // The first question for the second family: a referral for the first leads there as well, or its end does.
  const { name } = hop.question;
  const shared = earlier.filter(
    (each) => each.parent === hop.parent && isForAddress(each, name) && LEADS_ON.has(each.outcome),
  );
  const parent = earlier.find(({ id }) => id === hop.parent);
  const around = parent ? earlier.filter((each) => isSameName(each, parent)) : [];
  return latestReply(shared, -Infinity, hop.startMs) ?? awaitedIn(around, earlier, hop.startMs);
}

/**
 * A search asks one server after the other and never two at once; while it looks for the address of a server, it asks
 * none. So whatever let it go on happened since the last of these had started: a reply, perhaps of an exchange started
 * long before, or else the end of the patience with the last.
 */
function awaitedIn(own: readonly Hop[], earlier: readonly Hop[], untilMs: number): Hop | undefined {
  const lookedFor = searchesSince(own, earlier);
  const all = [...own, ...lookedFor];
  const last = all.at(-1);
  if (!last) return undefined;
  const lastReply = latestReply([last], -Infinity, untilMs);
  // Nobody is waited for where something else happened at the very moment that he was asked.
  const isWaitedFor = last.startMs < untilMs || last.outcome === 'unreachable';
  const startedMs = isWaitedFor ? last.startMs + ROUNDING_MS : last.startMs - MOMENT_MS;
  const sinceMs = lastReply ? lastReply.startMs + lastReply.rttMs! : startedMs;
  return latestReply(all.slice(0, -1), sinceMs, untilMs) ?? last;
}

const MOMENT_MS = 0.001;

/** The exchanges of searches for servers' addresses that were begun for the zone of this search since it last asked. */
function searchesSince(own: readonly Hop[], earlier: readonly Hop[]): Hop[] {
  const last = own.at(-1);
  if (!last) return [];
  const zones = [last.zone, ...(last.next ? [last.next.zone] : [])];
  const leadsHere = ({ next }: Hop): boolean =>
    next !== null && zones.some((zone) => sameName(zone, next.zone));
  const ids = new Set(earlier.filter(leadsHere).map(({ id }) => id));
  // Once one family is found, the search for the other goes on beside what it was begun for, and holds nobody up.
  const foundBefore = earlier.filter(({ id, outcome }) => id < last.id && outcome === 'answer');
  return earlier.filter((hop) => {
    if (hop.id < last.id || isForAnswer(hop) || hop.parent === null || isSameName(hop, last)) return false;
    if (foundBefore.some((each) => isSameName(each, hop)) || !ids.has(hop.parent)) return false;
    ids.add(hop.id);
    return true;
  });
}

/** The exchange that settled where a server is, if this is the first time that the search asks that server. */
function finderOf({ server, startMs }: Hop, own: readonly Hop[], earlier: readonly Hop[]): Hop | undefined {
  if (server.source !== 'lookup' || own.some((each) => sameName(each.server.name, server.name))) return;
  const settled = earlier.filter((each) => isForAddress(each, server.name) && SETTLED.has(each.outcome));
  // Where the address was found for somebody else before, it is not what was waited for.
  return latestReply(settled, own.at(-1)?.startMs ?? -Infinity, startMs);
}

const SETTLED: ReadonlySet<Outcome> = new Set(['answer', 'nodata', 'nxdomain']);

const LEADS_ON: ReadonlySet<Outcome> = new Set([...SETTLED, 'referral']);

/** Hops have their times in thousandths: a reply may seem to come that much after what it led to. */
const ROUNDING_MS = 0.0021;

/** The hop whose reply came last in that time. */
function latestReply(hops: readonly Hop[], afterMs: number, untilMs: number): Hop | undefined {
  let found: Hop | undefined;
  let latestMs = afterMs;
  for (const hop of hops) {
    const repliedMs = hop.rttMs === null ? Infinity : hop.startMs + hop.rttMs;
    if (repliedMs > untilMs + ROUNDING_MS || repliedMs <= latestMs) continue;
    found = hop;
    latestMs = repliedMs;
  }
  return found;
}

/** A and AAAA of a server are two searches; the whole way to the answer is one, aliases included. */
function isSameSearch(a: Hop, b: Hop): boolean {
  return isSameName(a, b) && (isForAnswer(a) || a.question.type === b.question.type);
}

function isSameName(a: Hop, b: Hop): boolean {
  if (a.purpose !== b.purpose || isForAnswer(a)) return a.purpose === b.purpose;
  return a.parent === b.parent && sameName(a.question.name, b.question.name);
}

function isForAddress({ purpose, question }: Hop, server: string): boolean {
  return purpose === 'nameserver-address' && sameName(question.name, server);
}

function stretchOf(hop: Hop, untilMs: number): Stretch {
  const { rttMs } = hop;
  if (rttMs !== null && hop.startMs + rttMs <= untilMs + ROUNDING_MS)
    return { hop: hop.id, ms: rttMs, endedBy: 'reply' };
  const unheard = hop.rejected.length > 0 ? 'disbelief' : 'patience';
  const endedBy = hop.outcome === 'unreachable' ? 'no-route' : unheard;
  return { hop: hop.id, ms: Math.max(0, untilMs - hop.startMs), endedBy };
}

function counted(hops: readonly Hop[]): Partial<Record<Purpose, number>> {
  const counts: Partial<Record<Purpose, number>> = {};
  for (const { purpose } of hops) counts[purpose] = (counts[purpose] ?? 0) + 1;
  return counts;
}
