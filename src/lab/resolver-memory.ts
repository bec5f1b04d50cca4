/**
 * Resolvers that remember what is true no more: the TTL counts down from what the zone gave (RFC 1035 7.4), a denial's
 * with its SOA record (RFC 2308 5). When it has run out they ask again.
 */

import { RCODE } from '../message/codes.ts';
import { recordsOf, type Question, type ResourceRecord } from '../message/message.ts';
import { lowerCased, sameName, type Name } from '../message/name.ts';
import { scanRecord } from '../message/record-text.ts';
import { CNAME } from '../message/records/cname.ts';
import { SOA } from '../message/records/soa.ts';
import type { Clock } from '../transport/clock-and-chance.ts';
import type { Layer } from './resolver-habit.ts';
import { resolverReply } from './resolver-reply.ts';
import { WorldError } from './world-error.ts';

export const remembers: Layer<'remembers'> = ({ ageSeconds, records }, next, clock) => {
  const kept = records.map((text) => scanRecord(text));
  const ageNow = ageSince(ageSeconds, clock);
  return async (query) => {
    const [question] = query.questions;
    const age = ageNow();
    const left = kept.map((record) => ({ ...record, ttl: record.ttl - age })).filter(({ ttl }) => ttl > 0);
    const { answers, target } = question ? followed(question, left) : { answers: [], target: undefined };
    if (answers.length === 0) return next(query);
    if (target === undefined) return resolverReply(query, { answers });
    // The alias is remembered, where it leads is not.
    const rest = await next({ ...query, questions: [{ ...question!, name: target }] });
    return { ...rest, questions: query.questions, answers: [...answers, ...rest.answers] };
  };
};

export const remembersDenial: Layer<'remembers-denial'> = ({ ageSeconds, name, soa }, next, clock) => {
  const [kept] = recordsOf([scanRecord(soa)], SOA);
  if (!kept) throw new WorldError(`"${soa}" is no SOA record`);
  const ageNow = ageSince(ageSeconds, clock);
  return async (query) => {
    const ttl = Math.min(kept.ttl, kept.rdata.minimum) - ageNow();
    const [question] = query.questions;
    if (!question || !sameName(question.name, name) || ttl <= 0) return next(query);
    return resolverReply(query, { rcode: RCODE.NXDOMAIN, authorities: [{ ...kept, ttl }] });
  };
};

function ageSince(ageSeconds: number, clock: Clock): () => number {
  const startMs = clock.now();
  return () => ageSeconds + Math.floor((clock.now() - startMs) / 1000);
}

/** The records that answer, through the aliases among them; `target` where these lead out of what there is. */
function followed(
  { name, type }: Question,
  records: readonly ResourceRecord[],
): { readonly answers: readonly ResourceRecord[]; readonly target: Name | undefined } {
  const answers: ResourceRecord[] = [];
  const seen = new Set<Name>();
  let target = name;
  while (!seen.has(lowerCased(target))) {
    seen.add(lowerCased(target));
    const here = records.filter((record) => sameName(record.name, target));
    const wanted = here.filter((record) => record.type === type);
    if (wanted.length > 0) return { answers: [...answers, ...wanted], target: undefined };
    const [alias] = recordsOf(here, CNAME);
    if (!alias) break;
    answers.push(alias);
    target = alias.rdata.target;
  }
  return { answers, target: answers.length > 0 ? target : undefined };
}
