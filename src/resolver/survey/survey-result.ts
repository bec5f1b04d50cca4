/**
 * What a survey says: every server of a zone at each of its addresses, against what most of them have.
 */

import type { Name } from '../../message/name.ts';
import type { AddressSource } from '../events.ts';

/** `differs`: it answers, but otherwise than most; `not-asked`: a limit was reached before. */
export type SurveyStatus =
  | 'agrees'
  | 'differs'
  | 'lame'
  | 'refused'
  | 'silent'
  | 'unreachable'
  | 'failed'
  | 'not-asked';

/** One server at one address, as the survey saw it. */
export interface SurveyRow {
  readonly server: Name;
  readonly address: string;
  readonly family: 4 | 6;
  readonly source: AddressSource;
  readonly status: SurveyStatus;
  /** Why it neither agrees nor differs, as a sentence; null where it does. */
  readonly note: string | null;
  /** Whose NS records name the server; `parent` also where the zone itself could not be heard. */
  readonly namedBy: 'both' | 'parent' | 'child';
  /** The round trip of the question for the SOA record; null without a reply. */
  readonly rttMs: number | null;
  /** The version of the zone that it has; null where it does not answer for the zone. */
  readonly serial: number | null;
  /** The NS records of the zone as it has them, lower-cased and sorted. */
  readonly nameServers: readonly Name[] | null;
  /** Whether these are the servers that the parent names; null where it has not said, or there is no parent. */
  readonly asParent: boolean | null;
  /** Its answer to the question, sorted, where this is the zone that answers; the kind of ending where there is none. */
  readonly answer: readonly string[] | null;
  /** The addresses of that family that the server's own zone knows; empty where they were not asked for. */
  readonly ownAddresses: readonly string[];
  /**
   * The parent's addresses against those of the server's own zone: both have this one; only the parent has it; only the
   * zone has it, although the parent needs it as glue (RFC 9471 2.1). Null where there is nothing to compare.
   */
  readonly glue: 'same' | 'stale' | 'missing' | null;
  /** The exchanges behind this row, in order: SOA, NS, and the question where this is the zone that answers. */
  readonly hops: readonly number[];
}

/** All servers of one zone, at all their addresses. */
export interface Survey {
  readonly zone: Name;
  /** The referral to the zone; null for the root. */
  readonly hop: number | null;
  readonly rows: readonly SurveyRow[];
  /** The servers that the parent (for the root: the hints) names, lower-cased. */
  readonly parentServers: readonly Name[];
  /** The servers that the zone itself names, as most of its servers have it; null where none could be heard. */
  readonly childServers: readonly Name[] | null;
  /** Servers without any address to ask, each with the reason as a sentence. */
  readonly withoutAddress: readonly { readonly server: Name; readonly why: string }[];
  /** The limit that kept rows from being asked, as a sentence; null where all were. */
  readonly limit: string | null;
  /** All exchanges of this survey, the look-ups of addresses included. */
  readonly hops: readonly number[];
}
