/**
 * Why a second walk, with the memory of the first, still had to ask: what the first got could not be kept, or not for
 * long enough (RFC 2181 8, RFC 2308 5).
 */

import { TYPE_ANY } from '../message/codes.ts';
import { recordsOf, type Message } from '../message/message.ts';
import { sameName } from '../message/name.ts';
import { NS } from '../message/records/ns.ts';
import { SOA } from '../message/records/soa.ts';
import type { Hop } from './events.ts';

export interface AskedAgain {
  /** A hop of the second walk. */
  readonly hop: number;
  readonly why: string;
}

export function askedAgain(second: readonly Hop[], first: readonly Hop[]): AskedAgain[] {
  return second.map((hop) => ({ hop: hop.id, why: reasonFor(hop, first) }));
}

function reasonFor(hop: Hop, first: readonly Hop[]): string {
  const { question, zone } = hop;
  if (question.type === TYPE_ANY)
    return 'answers to ANY are whatever a server likes to give: they are not kept';
  const before = first.filter((each) => sameName(each.zone, zone) && sameQuestion(each, hop));
  if (before.length === 0) return 'the first walk did not ask this';
  const usable = before.find(({ outcome }) => KEPT.has(outcome));
  if (!usable?.message) return 'the first walk got no usable reply here, so there is nothing to remember';
  const ttlSeconds = lifetimeOf(usable, usable.message);
  if (ttlSeconds === null)
    return 'a denial without an SOA record says not how long it may be kept (RFC 2308 5)';
  const what = usable.outcome === 'referral' ? 'referral' : 'answer';
  if (ttlSeconds === 0) return `the ${what} has TTL 0: it may be used, but not kept`;
  return `the TTL of the ${what}, ${ttlSeconds} s, was over`;
}

const KEPT: ReadonlySet<Hop['outcome']> = new Set(['answer', 'alias', 'nodata', 'nxdomain', 'referral']);

function sameQuestion(a: Hop, b: Hop): boolean {
  return sameName(a.question.name, b.question.name) && a.question.type === b.question.type;
}

/** For how many seconds a reply may be kept; null where a denial does not say. */
function lifetimeOf({ outcome, next }: Hop, { answers, authorities }: Message): number | null {
  if (outcome === 'referral') {
    const cut = recordsOf(authorities, NS).filter(({ name }) => next !== null && sameName(name, next.zone));
    return Math.min(...cut.map(({ ttl }) => ttl));
  }
  const ttls = answers.map(({ ttl }) => ttl);
  if (outcome === 'answer' || outcome === 'alias') return Math.min(...ttls);
  const [soa] = recordsOf(authorities, SOA);
  return soa ? Math.min(soa.ttl, soa.rdata.minimum, ...ttls) : null;
}
