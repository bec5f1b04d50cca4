/**
 * The caching resolver of a lab computer: takes recursive queries, finds the answer by a function that it was given,
 * remembers it for as long as its TTL says, and counts the TTLs down (RFC 1035 7.4, RFC 2308 5).
 */

import { RCODE, TYPE_ANY } from '../message/codes.ts';
import type { Message, Question, ResourceRecord } from '../message/message.ts';
import { lowerCased } from '../message/name.ts';
import { UDP_PAYLOAD_OCTETS } from '../message/query-message.ts';
import type { Clock } from '../transport/clock-and-chance.ts';

/** What was found out about a question. */
export interface Resolution {
  readonly rcode: number;
  readonly answers: readonly ResourceRecord[];
  /** Seconds that a negative answer may be kept; null where it may not. */
  readonly negativeTtl: number | null;
}

/** A lab resolver serves one person. */
const LARGEST_CACHE = 10_000;

/** A function from query to reply, with a cache of its own. */
export function cachingResolver(
  resolve: (question: Question) => Promise<Resolution>,
  clock: Clock,
): (query: Message) => Promise<Message> {
  const cache = new Map<string, { readonly resolution: Resolution; readonly storedMs: number }>();
  const remembered = (question: Question): Resolution | undefined => {
    const entry = cache.get(keyOf(question));
    if (!entry) return undefined;
    const age = Math.floor((clock.now() - entry.storedMs) / 1000);
    if (age >= lifetimeOf(entry.resolution)) return undefined;
    const answers = entry.resolution.answers.map((record) => ({ ...record, ttl: record.ttl - age }));
    return { ...entry.resolution, answers };
  };
  return async (query) => {
    const [question] = query.questions;
    if (!question || query.questions.length > 1)
      return replyTo(query, { rcode: RCODE.FORMERR, answers: [], negativeTtl: null });
    const known = remembered(question);
    if (known) return replyTo(query, known);
    const resolution = await resolve(question);
    if (lifetimeOf(resolution) > 0 && question.type !== TYPE_ANY && cache.size < LARGEST_CACHE) {
      cache.set(keyOf(question), { resolution, storedMs: clock.now() });
    }
    return replyTo(query, resolution);
  };
}

function keyOf({ name, type, class: questionClass }: Question): string {
  return `${lowerCased(name)} ${questionClass} ${type}`;
}

function lifetimeOf({ answers, negativeTtl, rcode }: Resolution): number {
  if (rcode !== RCODE.NOERROR && rcode !== RCODE.NXDOMAIN) return 0;
  return Math.min(negativeTtl ?? Infinity, ...answers.map(({ ttl }) => ttl), 86_400);
}

function replyTo(query: Message, { rcode, answers }: Resolution): Message {
  const flags = { qr: true, aa: false, tc: false, ra: true, z: false, ad: false };
  const header = { ...query.header, ...flags, rcode };
  const edns = query.edns && {
    ...query.edns,
    udpPayloadSize: UDP_PAYLOAD_OCTETS,
    extendedRcode: 0,
    version: 0,
    options: [],
  };
  const reply = { header, questions: query.questions, answers, authorities: [], additionals: [] };
  return edns ? { ...reply, edns } : reply;
}
