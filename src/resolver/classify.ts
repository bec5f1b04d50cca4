/**
 * What a reply means for a question that was put to the servers of a zone: one verdict, with a sentence for people.
 * Pure; the caller has already scrubbed what the servers may not speak of.
 */

import { RCODE, rcodeName, typeName } from '../message/codes.ts';
import {
  isRecord,
  rcodeOf,
  recordsOf,
  type Message,
  type Question,
  type ResourceRecord,
} from '../message/message.ts';
import { isAtOrBelow, isBelow, sameName, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { NS } from '../message/records/ns.ts';
import { SOA } from '../message/records/soa.ts';
import { followAliases, type AliasStep, type Chain } from './aliases.ts';
import type { Scrubbed } from './bailiwick.ts';
import type { Lameness } from './events.ts';

interface Positive {
  /** The records that answer, with the alias records that lead to them, in order. */
  readonly records: readonly ResourceRecord[];
  readonly aliases: readonly AliasStep[];
}

interface Referral {
  readonly outcome: 'referral';
  readonly zone: Name;
  readonly nameServers: readonly Name[];
  readonly glue: readonly ResourceRecord[];
  /** How long the NS records may be kept. */
  readonly ttlSeconds: number;
}

/** Verdicts after which the walk knows more than before; the others make it ask the next server. */
export type UsableVerdict = { readonly sentence: string } &
  /** `rcode`: what the server gave along, which may be wrong. */
  (
    | ({ readonly outcome: 'answer'; readonly rcode: number } & Positive)
    /** The name is an alias and this reply does not say what its target has. */
    | ({ readonly outcome: 'alias'; readonly target: Name; readonly broken: Chain['broken'] } & Positive)
    | Referral
    | ({ readonly outcome: 'nodata' | 'nxdomain'; readonly negativeTtl: number | null } & Positive)
  );

export type Verdict =
  | UsableVerdict
  | ({ readonly sentence: string } & (
      | { readonly outcome: 'refused' | 'servfail' | 'formerr' | 'notimp' | 'useless' | 'truncated' }
      /** `hearsay`: what a cache told that should have had authority, for want of anything better. */
      | { readonly outcome: 'lame'; readonly lameness: Lameness; readonly hearsay?: UsableVerdict }
    ));

export function isUsable(verdict: Verdict): verdict is UsableVerdict {
  return ['answer', 'alias', 'referral', 'nodata', 'nxdomain'].includes(verdict.outcome);
}

export function classify(message: Message, scrubbed: Scrubbed, question: Question, zone: Name): Verdict {
  const rcode = rcodeOf(message);
  if (message.header.tc) {
    return {
      outcome: 'truncated',
      sentence: 'The reply did not fit into a datagram (TC): the rest is to be had over TCP.',
    };
  }
  const chain = followAliases(scrubbed.answers, question);
  // RFC 6672 2.2: a server says YXDOMAIN where its DNAME makes too long a name, and shows the DNAME.
  const isTooLong = rcode === RCODE.YXDOMAIN && chain.broken === 'too-long';
  if (rcode !== RCODE.NOERROR && rcode !== RCODE.NXDOMAIN && !isTooLong) return errorVerdict(rcode);
  const verdict = meaningOf(message, scrubbed, chain, question, zone);
  if (message.header.aa || !message.header.ra || verdict.outcome === 'referral' || !isUsable(verdict))
    return verdict;
  const sentence =
    'The server answers from a cache, as a resolver does: it has no authority for the zone (RA, no AA).';
  return { outcome: 'lame', lameness: 'no-authority', hearsay: verdict, sentence };
}

function meaningOf(
  message: Message,
  scrubbed: Scrubbed,
  chain: Chain,
  question: Question,
  zone: Name,
): Verdict {
  const rcode = rcodeOf(message);
  const isAlias = chain.steps.length > 0 || chain.broken !== null;
  // What a reply denies of the end of its aliases is not believed: its own zone may know better.
  if (isAlias && (chain.answers.length === 0 || rcode === RCODE.NXDOMAIN)) return aliasVerdict(chain);
  if (chain.answers.length > 0) return answerVerdict(chain, rcode);
  const soa = soaOf(scrubbed, question.name, zone);
  if (rcode === RCODE.NXDOMAIN) {
    const sentence = `${question.name} does not exist${ttlText(soa)}.`;
    return { outcome: 'nxdomain', records: [], aliases: [], negativeTtl: negativeTtl(soa), sentence };
  }
  return negativeOrReferral(message, scrubbed, question, zone, soa);
}

function errorVerdict(rcode: number): Verdict {
  switch (rcode) {
    case RCODE.REFUSED:
      return { outcome: 'refused', sentence: 'The server refuses to answer this question.' };
    case RCODE.SERVFAIL:
      return { outcome: 'servfail', sentence: 'The server says that it failed (SERVFAIL).' };
    case RCODE.FORMERR:
      return { outcome: 'formerr', sentence: 'The server could not read the query (FORMERR).' };
    case RCODE.NOTIMP:
    case RCODE.BADVERS:
      return {
        outcome: 'notimp',
        sentence: `The server does not support the query (${rcodeName(rcode)}).`,
      };
    case RCODE.BADCOOKIE:
      return {
        outcome: 'useless',
        sentence:
          'The server answers only to who sends back the cookie that came with this reply (BADCOOKIE).',
      };
    default:
      return {
        outcome: 'useless',
        sentence: `The server answers ${rcodeName(rcode)}, which says nothing about the name.`,
      };
  }
}

function answerVerdict(chain: Chain, rcode: number): Verdict {
  const odd =
    rcode === RCODE.NOERROR ? '' : `, although its code is ${rcodeName(rcode)}, which says there are none`;
  const sentence = `${counted(chain.answers.length, 'record', 'records')} of ${chain.end} with authority${via(chain)}${odd}.`;
  const records = [...chain.records, ...chain.answers];
  return { outcome: 'answer', rcode, records, aliases: chain.steps, sentence };
}

function aliasVerdict({ records, steps: aliases, end: target, broken }: Chain): Verdict {
  const sentence =
    broken === 'loop'
      ? `The aliases of this reply go round: they come back to ${target} again.`
      : broken === 'too-long'
        ? 'The name that DNAME makes of this one is longer than 255 octets (RFC 6672 2.2).'
        : `${aliases.at(-1)!.owner} is an alias (${aliases.at(-1)!.via}) of ${target} which is walked next.`;
  return { outcome: 'alias', records, aliases, target, broken, sentence };
}

function negativeOrReferral(
  message: Message,
  scrubbed: Scrubbed,
  question: Question,
  zone: Name,
  soa: SoaRecord | undefined,
): Verdict {
  const { aa } = message.header;
  const missing = `${question.name} exists, but has no ${typeName(question.type)} records`;
  const nodata = (sentence: string): Verdict => {
    return { outcome: 'nodata', records: [], aliases: [], negativeTtl: negativeTtl(soa), sentence };
  };
  if (soa) return nodata(`${missing}${ttlText(soa)}.`);
  const delegations = recordsOf(message.authorities, NS);
  const cut = delegations.find(
    (record) => isBelow(record.name, zone) && isAtOrBelow(question.name, record.name),
  );
  if (cut) return referralVerdict(cut.name, scrubbed);
  if (aa) return nodata(`${missing} (the reply lacks the SOA record that would say for how long).`);
  const elsewhere = delegations[0]?.name;
  if (elsewhere === undefined) {
    return {
      outcome: 'useless',
      sentence: 'An empty reply: no answer, no referral, no SOA record, no authority.',
    };
  }
  if (sameName(elsewhere, zone))
    return lame(
      'refers-to-itself',
      `The server refers to ${zone} itself: it does not serve the zone it is named for.`,
    );
  if (isAtOrBelow(zone, elsewhere))
    return lame('refers-upwards', `The server refers upwards to ${elsewhere} instead of serving the zone.`);
  return lame(
    'refers-sideways',
    `The server refers sideways to ${elsewhere}, which is not on the way to ${question.name}.`,
  );
}

function referralVerdict(zone: Name, scrubbed: Scrubbed): Verdict {
  const delegated = recordsOf(scrubbed.authorities, NS).filter((record) => sameName(record.name, zone));
  const nameServers = [...new Set(delegated.map((record) => record.rdata.nameServer))];
  // Some servers put the addresses into the answer section.
  const glue = [...scrubbed.additionals, ...scrubbed.answers].filter(
    (record) =>
      (isRecord(record, A) || isRecord(record, AAAA)) &&
      nameServers.some((name) => sameName(name, record.name)),
  );
  const servers = counted(nameServers.length, 'name server', 'name servers');
  const addresses =
    glue.length === 0 ? 'without addresses' : `with ${counted(glue.length, 'address', 'addresses')} (glue)`;
  const sentence = `${zone} is served by ${servers}, given here ${addresses}.`;
  const ttlSeconds = Math.min(...delegated.map(({ ttl }) => ttl));
  return { outcome: 'referral', zone, nameServers, glue, ttlSeconds, sentence };
}

type SoaRecord = ResourceRecord<{ readonly minimum: number }>;

/** The SOA record that vouches for a negative answer about `name`: of the zone asked, or of one below it. */
function soaOf(scrubbed: Scrubbed, name: Name, zone: Name): SoaRecord | undefined {
  return recordsOf(scrubbed.authorities, SOA).find(
    (record) => isAtOrBelow(name, record.name) && isAtOrBelow(record.name, zone),
  );
}

/** RFC 2308 5: the smaller of the SOA record's own TTL and its MINIMUM field. */
function negativeTtl(soa: SoaRecord | undefined): number | null {
  return soa ? Math.min(soa.ttl, soa.rdata.minimum) : null;
}

function ttlText(soa: SoaRecord | undefined): string {
  const ttl = negativeTtl(soa);
  return soa ? ` (${soa.name} says so; to be remembered for ${ttl} s)` : '';
}

function via(chain: Chain): string {
  return chain.steps.length === 0
    ? ''
    : `, reached through ${counted(chain.steps.length, 'alias', 'aliases')}`;
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function lame(lameness: Lameness, sentence: string): Verdict {
  return { outcome: 'lame', lameness, sentence };
}
