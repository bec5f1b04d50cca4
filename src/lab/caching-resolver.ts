/**
 * The caching resolver of a lab computer: takes recursive queries, finds the answer by a function that it was given,
 * remembers it for as long as its TTL says, and counts the TTLs down (RFC 1035 7.4, RFC 2308 5).
 */

import { RCODE, TYPE_ANY } from '../message/codes.ts';
import type { Question, ResourceRecord } from '../message/message.ts';
import { lowerCased } from '../message/name.ts';
import type { Clock } from '../transport/clock-and-chance.ts';
import type { Recursion } from './resolver-habit.ts';
import { resolverReply } from './resolver-reply.ts';

/** What was found out about a question. */
export interface Resolution {
  readonly rcode: number;
  readonly answers: readonly ResourceRecord[];
  /** For a negative answer, the SOA record of the zone that gave it. */
  readonly authorities: readonly ResourceRecord[];
  /** Seconds that a negative answer may be kept; null where it may not. */
  readonly negativeTtl: number | null;
}

/** A lab resolver serves one person. */
const LARGEST_CACHE = 10_000;

/** A function from query to reply, with a cache of its own. */
export function cachingResolver(
  resolve: (question: Question) => Promise<Resolution>,
  clock: Clock,
): Recursion {
  const cache = new Map<string, { readonly resolution: Resolution; readonly storedMs: number }>();
  const remembered = (question: Question): Resolution | undefined => {
    const entry = cache.get(keyOf(question));
    if (!entry) return undefined;
    const age = Math.floor((clock.now() - entry.storedMs) / 1000);
    if (age >= lifetimeOf(entry.resolution)) return undefined;
    const { answers, authorities } = entry.resolution;
    return { ...entry.resolution, answers: aged(answers, age), authorities: aged(authorities, age) };
  };
  const findOut = async (question: Question): Promise<Resolution> => {
    const resolution = keepable(await resolve(question));
    if (lifetimeOf(resolution) > 0 && question.type !== TYPE_ANY && cache.size < LARGEST_CACHE) {
      cache.set(keyOf(question), { resolution, storedMs: clock.now() });
    }
    return resolution;
  };
  // Whoever asks the same at the same time gets the same answer.
  const underway = new Map<string, Promise<Resolution>>();
  const foundOut = (question: Question): Promise<Resolution> => {
    const key = keyOf(question);
    const finding = underway.get(key) ?? findOut(question).finally(() => underway.delete(key));
    underway.set(key, finding);
    return finding;
  };
  return async (query) => {
    const [question] = query.questions;
    if (!question || query.questions.length > 1) return resolverReply(query, { rcode: RCODE.FORMERR });
    const known = remembered(question);
    if (known) return resolverReply(query, known);
    return resolverReply(query, await foundOut(question));
  };
}

function keyOf({ name, type, class: questionClass }: Question): string {
  return `${lowerCased(name)} ${questionClass} ${type}`;
}

/** RFC 2308 5: the SOA record goes along with as much time as the denial has. */
function keepable(resolution: Resolution): Resolution {
  const { authorities, negativeTtl } = resolution;
  if (negativeTtl === null) return { ...resolution, authorities: [] };
  return {
    ...resolution,
    authorities: authorities.map((record) => ({ ...record, ttl: Math.min(record.ttl, negativeTtl) })),
  };
}

function aged(records: readonly ResourceRecord[], seconds: number): ResourceRecord[] {
  return records.map((record) => ({ ...record, ttl: record.ttl - seconds }));
}

function lifetimeOf({ answers, negativeTtl, rcode }: Resolution): number {
  if (rcode !== RCODE.NOERROR && rcode !== RCODE.NXDOMAIN) return 0;
  return Math.min(negativeTtl ?? Infinity, ...answers.map(({ ttl }) => ttl), 86_400);
}
