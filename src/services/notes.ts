/**
 * What is worth saying about the records of services and policies, as a catalogue: how bad it is, which RFC it breaks, what
 * it is, and what to do about it. Where each is seen stands with the readings.
 */

import type { NoteEntry } from './note-entry.ts';

export interface Note {
  readonly code: NoteCode;
  readonly severity: NoteEntry['severity'];
  /** The service or policy that it is about. */
  readonly service: string;
  readonly message: string;
  readonly rfc: string;
}

export const NOTES = {
  ALIAS_LOOP: {
    severity: 'error',
    rfc: 'RFC 1034 3.6.2',
    means: 'The aliases of the host of a service go round.',
    advice: 'Let one of the aliases end at a name with addresses.',
  },
  MX_IS_ALIAS: {
    severity: 'warning',
    rfc: 'RFC 2181 10.3',
    means: 'An MX record leads to an alias, which some mail servers do not follow.',
    advice: 'Name the host itself in the MX record.',
  },
  NS_IS_ALIAS: {
    severity: 'error',
    rfc: 'RFC 2181 10.3',
    means: 'An NS record leads to an alias, which resolvers need not follow.',
    advice: 'Name the host itself in the NS record.',
  },
  SRV_IS_ALIAS: {
    severity: 'warning',
    rfc: 'RFC 2782',
    means: 'An SRV record leads to an alias, which it must not.',
    advice: 'Name the host itself in the SRV record.',
  },
  TARGET_IS_ADDRESS: {
    severity: 'error',
    rfc: 'RFC 5321 5.1',
    means: 'A record has an address where the name of a host has to stand.',
    advice: 'Give the address a name, and name that.',
  },
  TARGET_WITHOUT_ADDRESS: {
    severity: 'error',
    rfc: 'RFC 5321 5.1',
    means: 'A record leads to a host that has no address: nobody can go there.',
    advice: 'Give the host an address, or take the record out.',
  },
  NULL_MX_NOT_ALONE: {
    severity: 'error',
    rfc: 'RFC 7505 3',
    means: 'A null MX record, which says that there is no mail, stands beside others.',
    advice: 'Take out the null MX record, or all others.',
  },
  NO_SERVICE_NOT_ALONE: {
    severity: 'error',
    rfc: 'RFC 2782',
    means: 'An SRV record that says that the service is not offered stands beside others.',
    advice: 'Take out the record with the target ".", or all others.',
  },
  HTTPS_ALIAS_LOOP: {
    severity: 'error',
    rfc: 'RFC 9460 2.4.2',
    means: 'The aliases of HTTPS or SVCB records go round, or are too many to follow.',
    advice: 'Let the last alias lead to a name with a record of the service.',
  },
  HTTPS_ALIAS_NOT_ALONE: {
    severity: 'warning',
    rfc: 'RFC 9460 2.4.1',
    means: 'An alias (priority 0) stands beside other HTTPS or SVCB records, which do not count then.',
    advice: 'Keep the alias, or the others.',
  },
  NOT_FOLLOWED: {
    severity: 'info',
    rfc: '',
    means: 'So many records lead to a service that the last are not looked up.',
    advice: 'No client tries as many: a few are enough.',
  },
  SPF_TWICE: {
    severity: 'error',
    rfc: 'RFC 7208 4.5',
    means: 'A name has several SPF records, so that none counts.',
    advice: 'Make one record of them.',
  },
  SPF_LOOKUPS: {
    severity: 'error',
    rfc: 'RFC 7208 4.6.4',
    means: 'An SPF record costs more than ten lookups, so that whoever checks it gives up.',
    advice: 'Take out what is no longer used, or write addresses in the place of names.',
  },
  SPF_LOOP: {
    severity: 'error',
    rfc: 'RFC 7208 5.2',
    means: 'An SPF record includes one that includes it again.',
    advice: 'Take out one of the two.',
  },
  SPF_PASSES_ALL: {
    severity: 'warning',
    rfc: 'RFC 7208 5.1',
    means: 'An SPF record lets everybody send mail for the name.',
    advice: 'End it with -all or ~all.',
  },
  SPF_INCLUDES_NONE: {
    severity: 'error',
    rfc: 'RFC 7208 5.2',
    means: 'An SPF record includes a name without an SPF record, which is an error for whoever checks.',
    advice: 'Take out the include or redirect, or correct the name.',
  },
  DMARC_TWICE: {
    severity: 'error',
    rfc: 'RFC 7489 6.6.3',
    means: 'A name has several DMARC records, so that none counts.',
    advice: 'Keep one of them.',
  },
  DMARC_MONITORS: {
    severity: 'info',
    rfc: 'RFC 7489 6.3',
    means: 'The DMARC policy is none: mail that is not as announced is delivered all the same.',
    advice: 'Read the reports, then change to quarantine or reject.',
  },
  DMARC_WITHOUT_POLICY: {
    severity: 'error',
    rfc: 'RFC 7489 6.6.3',
    means: 'A DMARC record does not say what to do: its p is missing or unknown.',
    advice: 'Write p=none, p=quarantine or p=reject.',
  },
  DKIM_REVOKED: {
    severity: 'warning',
    rfc: 'RFC 6376 3.6.1',
    means: 'A DKIM key is revoked: signatures made with it do not count.',
    advice: 'Nothing, unless mail is still signed with it.',
  },
  MTA_STS_TWICE: {
    severity: 'error',
    rfc: 'RFC 8461 3.1',
    means: 'A name has several MTA-STS records, so that none counts.',
    advice: 'Keep one of them.',
  },
  MTA_STS_WITHOUT_HOST: {
    severity: 'error',
    rfc: 'RFC 8461 3.3',
    means: 'An MTA-STS policy is announced, but the host that should have it has no address.',
    advice: 'Give the name mta-sts an address, or take the record out.',
  },
  TLS_RPT_TWICE: {
    severity: 'error',
    rfc: 'RFC 8460 3',
    means: 'A name has several TLSRPT records, so that none counts.',
    advice: 'Keep one of them.',
  },
  TLSA_NOT_VALIDATED: {
    severity: 'info',
    rfc: 'RFC 6698 4.1',
    means: 'There are TLSA records, which count only where DNSSEC vouches for them; that is not checked.',
    advice: 'Sign the zone, if it is not signed.',
  },
} as const satisfies Readonly<Record<string, NoteEntry>>;

export type NoteCode = keyof typeof NOTES;
