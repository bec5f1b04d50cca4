/**
 * What the reply of a resolver shows besides its answer: whether it made it up by itself, how long it has had it, which
 * reasons it gives.
 */

import { recordsOf, type Question, type ResourceRecord } from '../message/message.ts';
import { isAtOrBelow, sameName } from '../message/name.ts';
import { SOA } from '../message/records/soa.ts';
import type { ServerAnswer } from '../system/system-answer.ts';

/** A resolver that claims authority says what it was configured to say, not what the zone says. */
export function claimsAuthority({ flags }: ServerAnswer): boolean {
  return flags.includes('aa');
}

/** The smallest TTL among the records that answer, aliases included; undefined without any. Seconds. */
export function remainingTtl({
  answers,
}: {
  readonly answers: readonly ResourceRecord[];
}): number | undefined {
  const ttls = answers.map(({ ttl }) => ttl);
  return ttls.length > 0 ? Math.min(...ttls) : undefined;
}

export interface NegativeFacts {
  readonly zone: string;
  /** What is left of the denial, in seconds. */
  readonly ttl: number;
  /** How long the zone lets denials be kept (RFC 2308 5), in seconds. */
  readonly minimum: number;
  readonly serial: number;
  readonly master: string;
}

/** The SOA record behind a denial, where it is of a zone that the name can be in. */
export function negativeFacts({ authorities }: ServerAnswer, { name }: Question): NegativeFacts | undefined {
  const soa = recordsOf(authorities, SOA).find((record) => isAtOrBelow(name, record.name));
  if (!soa) return undefined;
  const { minimum, serial, primary: master } = soa.rdata;
  return { zone: soa.name, ttl: soa.ttl, minimum, serial, master };
}

/**
 * True where the denial is the resolver's own: claimed with authority, or without the SOA record that the zone's denial
 * has (RFC 2308 3). systemd-resolved leaves that record out of every denial.
 */
export function isMadeUpDenial(server: ServerAnswer, question: Question): boolean {
  // Who offers no recursion refers elsewhere, or knows nothing: that is no denial.
  if (!server.flags.includes('ra')) return false;
  if (claimsAuthority(server)) return true;
  const facts = negativeFacts(server, question);
  return facts ? isMadeUpZone(facts) : server.program !== 'systemd-resolved';
}

/** The SOA record of a zone that exists inside a resolver only: Unbound and BIND write them so. */
export function isMadeUpZone({ master, zone }: NegativeFacts): boolean {
  return sameName(master, 'localhost.') || sameName(master, zone);
}

export function hasExtendedError({ extendedErrors }: ServerAnswer, codes: readonly number[]): boolean {
  return extendedErrors.some(({ code }) => codes.includes(code));
}
