/**
 * Resolvers that say what they were told to say: names blocked, overridden or kept, denials rewritten, signatures
 * that do not hold. As Unbound's local zones say it, with authority, and as BIND's and dnsmasq's policies, without.
 */

import { CLASS_IN, RCODE } from '../message/codes.ts';
import { scanIpv4 } from '../message/kinds/addresses.ts';
import { rcodeOf, type Question, type ResourceRecord } from '../message/message.ts';
import { isAtOrBelow, sameName } from '../message/name.ts';
import { scanRecord } from '../message/record-text.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { SOA } from '../message/records/soa.ts';
import type { Layer } from './resolver-habit.ts';
import { resolverReply } from './resolver-reply.ts';

const LOCAL_TTL_SECONDS = 3600;
const REWRITTEN_TTL_SECONDS = 300;
/** RFC 8914 4.7. */
const DNSSEC_BOGUS = { code: 6, text: '' };

export const blocks: Layer<'blocks'> = ({ names, how, extendedError }, next) => {
  const rcodes = { denial: RCODE.NXDOMAIN, 'null-address': RCODE.NOERROR, refusal: RCODE.REFUSED } as const;
  // Who gives the reason is dnsmasq, which claims no authority.
  const said = { aa: extendedError === undefined, extendedError, rcode: rcodes[how] };
  return async (query) => {
    const [question] = query.questions;
    if (!question || !names.some((name) => isAtOrBelow(question.name, name))) return next(query);
    const answers =
      how === 'null-address' ? addressesFor(question, ['0.0.0.0', '::'], LOCAL_TTL_SECONDS) : [];
    return resolverReply(query, { ...said, answers });
  };
};

export const overrides: Layer<'overrides'> = ({ records, as }, next) => {
  const own = records.map((text) => scanRecord(text));
  return async (query) => {
    const [question] = query.questions;
    const here = question ? own.filter(({ name }) => sameName(name, question.name)) : [];
    if (here.length === 0) return next(query);
    const answers = here.filter(({ type }) => type === question!.type);
    return resolverReply(query, { aa: as === 'local-data', answers });
  };
};

export const rewritesDenials: Layer<'rewrites-denials'> = ({ address }, next) => {
  return async (query) => {
    const reply = await next(query);
    if (rcodeOf(reply) !== RCODE.NXDOMAIN) return reply;
    const answers = addressesFor(query.questions[0]!, [address], REWRITTEN_TTL_SECONDS);
    return resolverReply(query, { answers });
  };
};

export const validates: Layer<'validates'> = ({ bogus }, next) => {
  return async (query) => {
    const isBogus = query.questions.some(({ name }) => bogus.some((zone) => isAtOrBelow(name, zone)));
    // RFC 4035 3.2.2: who sets CD checks for itself.
    if (!isBogus || query.header.cd) return next(query);
    return resolverReply(query, { rcode: RCODE.SERVFAIL, extendedError: DNSSEC_BOGUS });
  };
};

export const keepsZones: Layer<'keeps-zones'> = ({ zones }, next) => {
  return async (query) => {
    const [question] = query.questions;
    const zone = question && zones.find((each) => isAtOrBelow(question.name, each));
    if (zone === undefined) return next(query);
    const soa = scanRecord(`${zone} 10800 IN SOA localhost. nobody.invalid. 1 3600 1200 604800 10800`);
    if (!sameName(question!.name, zone))
      return resolverReply(query, { aa: true, rcode: RCODE.NXDOMAIN, authorities: [soa] });
    const isAsked = question!.type === SOA.code;
    return resolverReply(query, { aa: true, [isAsked ? 'answers' : 'authorities']: [soa] });
  };
};

/** Those of the addresses that are of the type in question, as records of its name. */
function addressesFor({ name, type }: Question, addresses: readonly string[], ttl: number): ResourceRecord[] {
  return addresses
    .filter((address) => (scanIpv4(address) ? A.code : AAAA.code) === type)
    .map((address) => ({ name, type, class: CLASS_IN, ttl, rdata: { address } }));
}
