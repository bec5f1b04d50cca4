/**
 * What walks may remember for each other: zone cuts, answers and how fast servers were, each for as long as its TTL
 * says (RFC 1034 5.3.2, RFC 2308 5, RFC 2181 8). A walk without one starts from nothing, as a cold resolver does.
 */

import { TYPE_ANY } from '../message/codes.ts';
import type { Question } from '../message/message.ts';
import { lowerCased, parentOf, ROOT, type Name } from '../message/name.ts';
import type { UsableVerdict } from './classify.ts';
import { Cookies } from './cookies.ts';
import type { Delegation } from './delegation.ts';
import { Health } from './selection.ts';

/** Everything but a referral: a verdict that ends the descent for one name. */
export type SettledVerdict = Exclude<UsableVerdict, { outcome: 'referral' }>;

interface Remembered {
  readonly verdict: SettledVerdict;
  readonly zone: Name;
  readonly storedMs: number;
  readonly ttlSeconds: number;
}

/** A cache may keep less than the TTL says (RFC 2181 8); one process seldom lives longer than a day. */
export const LONGEST_TTL_SECONDS = 86_400;
const MOST_ANSWERS = 10_000;

/**
 * What walks learn: zone cuts, addresses, answers, round trips and cookies, each until its TTL ends. Given to several walks,
 * the later ones need not begin at the root.
 */
export class Memory {
  readonly health = new Health();
  readonly cookies = new Cookies();
  readonly #answers = new Map<string, Remembered>();
  readonly #cuts = new Map<string, { readonly delegation: Delegation; readonly untilMs: number }>();

  /** Remembers a zone cut with the servers that a referral named; addresses found for them later come along. */
  storeDelegation(delegation: Delegation, ttlSeconds: number, nowMs: number): void {
    const untilMs = nowMs + Math.min(ttlSeconds, LONGEST_TTL_SECONDS) * 1000;
    this.#cuts.set(lowerCased(delegation.zone), { delegation, untilMs });
  }

  /** The deepest remembered cut at or above a name, as an earlier walk left it. */
  recallDelegation(name: Name, nowMs: number): Delegation | undefined {
    for (let zone = name; zone !== ROOT; zone = parentOf(zone)) {
      const known = this.#cuts.get(lowerCased(zone));
      if (!known || known.untilMs <= nowMs) continue;
      const servers = known.delegation.servers.map((server) => ({
        ...server,
        addresses: [...server.addresses],
      }));
      const ttlSeconds = Math.ceil((known.untilMs - nowMs) / 1000);
      return { zone, servers, hop: null, from: 'cache', ttlSeconds };
    }
    return undefined;
  }

  /** Remembers what the servers of a zone said to a question. */
  store(question: Question, verdict: SettledVerdict, zone: Name, nowMs: number): void {
    const ttlSeconds = lifetimeOf(verdict);
    if (ttlSeconds <= 0 || question.type === TYPE_ANY) return;
    // The oldest goes first: a Map keeps the order of insertion.
    if (this.#answers.size >= MOST_ANSWERS) this.#answers.delete(this.#answers.keys().next().value!);
    this.#answers.set(keyOf(question), { verdict, zone, storedMs: nowMs, ttlSeconds });
  }

  /** Keeps the zone cuts and how fast servers were, for whoever wants to hear the answers anew. */
  forgetAnswers(): void {
    this.#answers.clear();
  }

  /** What is remembered of a question, with the TTLs that are left. */
  recall(
    question: Question,
    nowMs: number,
  ): { readonly verdict: SettledVerdict; readonly zone: Name } | undefined {
    const known = this.#answers.get(keyOf(question));
    if (!known) return undefined;
    const ageSeconds = Math.floor((nowMs - known.storedMs) / 1000);
    if (ageSeconds >= known.ttlSeconds) return undefined;
    const records = known.verdict.records.map((record) => ({ ...record, ttl: record.ttl - ageSeconds }));
    return { verdict: withoutAge({ ...known.verdict, records }, ageSeconds), zone: known.zone };
  }
}

/** What is left of the time of a denial. */
function withoutAge(verdict: SettledVerdict, ageSeconds: number): SettledVerdict {
  if (!('negativeTtl' in verdict) || verdict.negativeTtl === null) return verdict;
  return { ...verdict, negativeTtl: verdict.negativeTtl - ageSeconds };
}

function keyOf({ name, type, class: questionClass }: Question): string {
  return `${lowerCased(name)} ${questionClass} ${type}`;
}

/** For how many seconds a reply is remembered. */
export function lifetimeOf(verdict: SettledVerdict): number {
  const negative = 'negativeTtl' in verdict ? (verdict.negativeTtl ?? 0) : Infinity;
  return Math.min(LONGEST_TTL_SECONDS, negative, ...verdict.records.map(({ ttl }) => ttl));
}
