/**
 * The vocabulary of a walk: every renderer, the comparison, the explorer and the trace document are functions of a
 * stream of these. Times are milliseconds since the start of the walk; octets are the messages as they travelled.
 */

import type { Message, ResourceRecord, Question } from '../message/message.ts';
import type { Name } from '../message/name.ts';
import type { Survey } from './survey/survey-result.ts';
import type { SurveyProgress } from './survey/survey-progress.ts';
import type { Rejection, TransportName } from '../transport/exchange.ts';

export type { Survey, SurveyRow, SurveyStatus } from './survey/survey-result.ts';

/** Where an address came from: the root hints, a referral, a walk of its own, an earlier step, the command line. */
export type AddressSource = 'hints' | 'glue' | 'lookup' | 'cache' | 'option';

export type Purpose = 'answer' | 'nameserver-address' | 'priming' | 'dnssec' | 'survey';

/** The verdict on one exchange. */
export type Outcome =
  | 'referral'
  | 'answer'
  | 'alias'
  | 'nodata'
  | 'nxdomain'
  | 'refused'
  | 'servfail'
  | 'formerr'
  | 'notimp'
  | 'lame'
  | 'truncated'
  | 'timeout'
  | 'unreachable'
  | 'malformed'
  | 'useless';

interface HopServer {
  readonly name: Name;
  readonly address: string;
  readonly port: number;
  readonly source: AddressSource;
}

/** A name server of a zone with the addresses that are known for it; none: it must be looked up. */
export interface ZoneServer {
  readonly name: Name;
  readonly addresses: readonly { readonly address: string; readonly source: AddressSource }[];
}

/** What is known when a query leaves. */
export interface HopStart {
  readonly id: number;
  /** The hop whose referral or alias made this sub-walk necessary; null on the main path. */
  readonly parent: number | null;
  readonly purpose: Purpose;
  readonly zone: Name;
  readonly question: Question;
  readonly server: HopServer;
  readonly transport: TransportName;
  readonly query: Uint8Array;
  readonly startMs: number;
  /** Why this server and this transport, in words. */
  readonly why: string;
}

/** One exchange, finished: a try that timed out and the try that followed are two. */
export interface Hop extends HopStart {
  readonly outcome: Outcome;
  /** All twelve bits; null without a reply. */
  readonly rcode: number | null;
  readonly flags: readonly string[];
  readonly rttMs: number | null;
  /** How long the exchange took, with a reply or without. */
  readonly elapsedMs: number;
  readonly reply: Uint8Array | null;
  readonly rejected: readonly Rejection[];
  readonly dropped: readonly Dropped[];
  /** The zone that a referral leads to. */
  readonly next: { readonly zone: Name; readonly nameServers: readonly Name[]; readonly glue: number } | null;
  /** The verdict as a sentence: what the reply says, or why it does not count. */
  readonly verdict: string;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** How a lame server shows that it is; null for all others. */
  readonly lameness: Lameness | null;
  /** The reply as values; null without one that could be read. */
  readonly message: Message | null;
}

export type Lameness = 'no-authority' | 'refers-to-itself' | 'refers-upwards' | 'refers-sideways';

/** A record of a reply that was not believed. */
export interface Dropped {
  readonly record: ResourceRecord;
  readonly reason: DropReason;
}
export type DropReason = 'out-of-bailiwick' | 'unrelated' | 'wrong-class' | 'forbidden-address';

type Status = 'answer' | 'nodata' | 'nxdomain' | 'failure';

export type FailureReason =
  | 'no-reply'
  | 'refused'
  | 'servfail'
  | 'lame'
  | 'loop'
  | 'limit'
  | 'bogus'
  | 'no-servers'
  | 'interrupted';

/** How a walk ended. */
export interface Ending {
  readonly status: Status;
  /** For a failure: which, with a sentence in `message`. */
  readonly reason: FailureReason | null;
  readonly message: string;
  readonly rcode: number;
  /** CNAME and DNAME targets in order. */
  readonly aliases: readonly Name[];
  /** The answer with the alias records that led to it, in order. */
  readonly answers: readonly ResourceRecord[];
  /** How long a negative answer may be kept, in seconds (RFC 2308 5); null where there is none. */
  readonly negativeTtl: number | null;
  /** The zone that gave the answer, as far as the walk came. */
  readonly zone: Name;
}

/** What a walk shows to be wrong; `code` stands in `rootwalk explain`. */
export interface Finding {
  readonly code: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly hop: number | null;
  readonly message: string;
  readonly rfc: string;
}

/** What a walk took, sub-walks included. */
export interface Cost {
  readonly queries: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly elapsedMs: number;
}

/** What a walk says, in order: one `start`, one `end`. */
export type WalkEvent =
  /** `at` is wall-clock time in milliseconds since 1970. */
  | { readonly type: 'start'; readonly question: Question; readonly at: number }
  /** The walk, or a sub-walk, turns to the servers of a zone. `from` says how it knows them; `hop` which referral. */
  | {
      readonly type: 'zone';
      readonly zone: Name;
      readonly question: Question;
      readonly purpose: Purpose;
      readonly parent: number | null;
      readonly from: 'hints' | 'referral' | 'cache';
      readonly hop: number | null;
      readonly servers: readonly ZoneServer[];
      /** For a cut that an earlier walk left: for how many seconds more it may be remembered, from when this walk recalled it. */
      readonly ttlSeconds?: number;
    }
  /** The answer was remembered from an earlier walk: no server is asked. TTLs are what is left of them. */
  | {
      readonly type: 'recall';
      readonly question: Question;
      readonly purpose: Purpose;
      readonly parent: number | null;
      readonly zone: Name;
      readonly records: readonly ResourceRecord[];
      /** What was remembered: an answer, an alias or a denial. */
      readonly outcome?: 'answer' | 'alias' | 'nodata' | 'nxdomain';
      /** For a denial: for how many seconds more it may be kept. */
      readonly negativeTtl?: number | null;
    }
  /** `surveyed` only for a survey. */
  | { readonly type: 'query'; readonly hop: HopStart; readonly surveyed?: SurveyProgress }
  | { readonly type: 'hop'; readonly hop: Hop }
  /** The name turned out to be an alias; the walk goes on with `target`. */
  | {
      readonly type: 'alias';
      /** The hop that said so; null where it was remembered. */
      readonly hop: number | null;
      readonly parent: number | null;
      readonly owner: Name;
      readonly via: 'CNAME' | 'DNAME';
      readonly target: Name;
    }
  /** All servers of a zone were asked; `hop` is the referral to it. */
  | ({ readonly type: 'survey' } & Survey)
  | { readonly type: 'finding'; readonly finding: Finding }
  | { readonly type: 'end'; readonly ending: Ending; readonly cost: Cost };
