/**
 * What is worth saying about the records of a service: each with how bad it is and the RFC that says so.
 */

export interface Note {
  readonly code: NoteCode;
  readonly severity: 'info' | 'warning' | 'error';
  /** The service or policy that it is about. */
  readonly service: string;
  readonly message: string;
  readonly rfc: string;
}

export const NOTES = {
  ALIAS_LOOP: noted('error', 'RFC 1034 3.6.2'),
  MX_IS_ALIAS: noted('warning', 'RFC 2181 10.3'),
  NS_IS_ALIAS: noted('error', 'RFC 2181 10.3'),
  SRV_IS_ALIAS: noted('warning', 'RFC 2782'),
  TARGET_IS_ADDRESS: noted('error', 'RFC 5321 5.1'),
  TARGET_WITHOUT_ADDRESS: noted('error', 'RFC 5321 5.1'),
  NULL_MX_NOT_ALONE: noted('error', 'RFC 7505 3'),
  NO_SERVICE_NOT_ALONE: noted('error', 'RFC 2782'),
  HTTPS_ALIAS_LOOP: noted('error', 'RFC 9460 2.4.2'),
  HTTPS_ALIAS_NOT_ALONE: noted('warning', 'RFC 9460 2.4.1'),
  NOT_FOLLOWED: noted('info', ''),
  SPF_TWICE: noted('error', 'RFC 7208 4.5'),
  SPF_LOOKUPS: noted('error', 'RFC 7208 4.6.4'),
  SPF_LOOP: noted('error', 'RFC 7208 5.2'),
  SPF_PASSES_ALL: noted('warning', 'RFC 7208 5.1'),
  SPF_INCLUDES_NONE: noted('error', 'RFC 7208 5.2'),
  DMARC_TWICE: noted('error', 'RFC 7489 6.6.3'),
  DMARC_MONITORS: noted('info', 'RFC 7489 6.3'),
  DMARC_WITHOUT_POLICY: noted('error', 'RFC 7489 6.6.3'),
  DKIM_REVOKED: noted('warning', 'RFC 6376 3.6.1'),
  MTA_STS_TWICE: noted('error', 'RFC 8461 3.1'),
  MTA_STS_WITHOUT_HOST: noted('error', 'RFC 8461 3.3'),
  TLS_RPT_TWICE: noted('error', 'RFC 8460 3'),
  TLSA_NOT_VALIDATED: noted('info', 'RFC 6698 4.1'),
} as const satisfies Readonly<Record<string, Pick<Note, 'severity' | 'rfc'>>>;

export type NoteCode = keyof typeof NOTES;

function noted(severity: Note['severity'], rfc: string): { severity: Note['severity']; rfc: string } {
  return { severity, rfc };
}
