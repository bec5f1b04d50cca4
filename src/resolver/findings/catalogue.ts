/**
 * The findings of a walk, as a catalogue: what each is called, how bad it is, which RFC it breaks, and what to do about
 * it. Where each is seen stands in the files beside this one.
 */

export interface FindingEntry {
  readonly severity: 'info' | 'warning' | 'error';
  readonly rfc: string;
  /** What it is, in one plain sentence. */
  readonly means: string;
  /** What the operator of the zone can do. */
  readonly advice: string;
}

export const FINDINGS = {
  SERVER_SILENT: {
    severity: 'warning',
    rfc: 'RFC 1034 5.3.3',
    means: 'A name server of the zone did not reply in time.',
    advice: 'Start the server, open UDP port 53 to it, or take it out of the delegation.',
  },
  SERVER_REFUSED: {
    severity: 'warning',
    rfc: 'RFC 1035 4.1.1',
    means: 'A server that the zone is delegated to refuses to answer for it.',
    advice: 'Configure the zone on that server, or take it out of the delegation.',
  },
  SERVER_FAILED: {
    severity: 'warning',
    rfc: 'RFC 1035 4.1.1',
    means: 'A server of the zone answers SERVFAIL: it cannot serve the zone now.',
    advice: 'Look at the log of that server: the zone may have expired or failed to load.',
  },
  SERVER_UNREACHABLE: {
    severity: 'info',
    rfc: 'RFC 3901 1',
    means: 'A server could not be reached from this computer.',
    advice: 'A missing route is this computer’s matter; a closed port is the server’s.',
  },
  LAME_DELEGATION: {
    severity: 'warning',
    rfc: 'RFC 9499 7',
    means: 'A server that the zone is delegated to has no authority for it.',
    advice: 'Configure the zone on that server, or take it out of the delegation.',
  },
  UPWARD_REFERRAL: {
    severity: 'warning',
    rfc: 'RFC 9499 4',
    means: 'A server refers to a zone above the one it was asked for.',
    advice: 'Configure the zone on that server; a server that does not know a zone should refuse.',
  },
  SIDEWAYS_REFERRAL: {
    severity: 'warning',
    rfc: 'RFC 9499 4',
    means: 'A server refers to a zone that is not on the way to the name.',
    advice: 'Correct the NS records on that server.',
  },
  TCP_REFUSED: {
    severity: 'error',
    rfc: 'RFC 7766 5',
    means: 'A server cut its reply over UDP and does not answer over TCP.',
    advice: 'Open TCP port 53: every server must answer over TCP.',
  },
  EDNS_BROKEN: {
    severity: 'warning',
    rfc: 'RFC 6891 7',
    means: 'A server answers only queries without EDNS.',
    advice: 'Update the server, or the firewall in front of it.',
  },
  EDNS_STRIPPED: {
    severity: 'info',
    rfc: 'RFC 6891 6.1.1',
    means:
      'A query with EDNS got a reply without: the server does not know it, or something on the way took it out.',
    advice: 'Update the server, or the firewall in front of it.',
  },
  REPLY_TOO_LARGE: {
    severity: 'warning',
    rfc: 'RFC 6891 6.2.3',
    means: 'A reply over UDP is larger than the query allowed.',
    advice: 'Update the server: such replies get lost on many paths.',
  },
  COOKIE_LOST: {
    severity: 'info',
    rfc: 'RFC 7873 5.3',
    means:
      'A server that sent a cookie before replied without one; that was not believed, and asked again over TCP.',
    advice: 'Give all servers behind one address the same cookie secret and software (RFC 9018).',
  },
  REPLY_MALFORMED: {
    severity: 'error',
    rfc: 'RFC 1035 4',
    means: 'A reply breaks the message format.',
    advice: 'Update the server; dissect the reply to see where it breaks.',
  },
  REPLY_REJECTED: {
    severity: 'warning',
    rfc: 'RFC 5452 9.1',
    means:
      'Datagrams came that were not the reply: somebody guesses, or a server answers from another address.',
    advice: 'Look at their source: a server of several addresses must answer from the one it was asked at.',
  },
  CASE_NOT_KEPT: {
    severity: 'info',
    rfc: 'RFC 1035 2.3.3',
    means: 'A server does not repeat the question as it was asked, letter by letter.',
    advice: 'Update the server: random letters in the question protect against forgery.',
  },
  OUT_OF_BAILIWICK: {
    severity: 'info',
    rfc: 'RFC 5452 6',
    means: 'A server spoke of names outside its zone; that was not believed.',
    advice: 'Harmless where the server serves that zone too; otherwise a try to poison caches.',
  },
  FORBIDDEN_ADDRESS: {
    severity: 'warning',
    rfc: 'RFC 6890 2.2',
    means: 'A name server is given an address that no server on the Internet can have.',
    advice: 'Correct the address of that name server.',
  },
  GLUE_MISSING: {
    severity: 'error',
    rfc: 'RFC 9471 3.1',
    means: 'A name server lies in its own zone, and the parent gives no address for it, or not all of them.',
    advice: 'Register its addresses with the parent zone.',
  },
  GLUE_MISMATCH: {
    severity: 'warning',
    rfc: 'RFC 1034 4.2.2',
    means: 'The parent gives other addresses for a name server than the zone itself.',
    advice: 'Update the glue at the parent.',
  },
  NS_MISMATCH: {
    severity: 'warning',
    rfc: 'RFC 1034 4.2.2',
    means: 'The parent names other servers for the zone than the zone itself.',
    advice: 'Make the NS records of parent and child the same.',
  },
  SERIAL_DRIFT: {
    severity: 'warning',
    rfc: 'RFC 1034 4.3.5',
    means: 'The servers of the zone have different versions of it.',
    advice: 'Look at the zone transfers of those that lag behind.',
  },
  ANSWER_DRIFT: {
    severity: 'warning',
    rfc: 'RFC 1034 4.3.5',
    means: 'The servers of the zone answer the same question differently.',
    advice: 'Bring them to one version, unless they differ on purpose.',
  },
  TTL_MISMATCH: {
    severity: 'info',
    rfc: 'RFC 2181 5.2',
    means: 'Records of one name and type have different TTLs.',
    advice: 'Give all records of a set the same TTL.',
  },
  NXDOMAIN_ABOVE_DATA: {
    severity: 'warning',
    rfc: 'RFC 8020 2',
    means: 'A server denies a name below which there are names.',
    advice: 'Update the server: an empty non-terminal exists.',
  },
  SINGLE_POINT: {
    severity: 'info',
    rfc: 'RFC 2182 3.1',
    means: 'The zone hangs on one server or on one network.',
    advice: 'Add a server in another network.',
  },
  SOA_MISSING: {
    severity: 'warning',
    rfc: 'RFC 2308 3',
    means: 'A negative answer lacks the SOA record, so nobody can remember it.',
    advice: 'Update the server: negative answers carry the SOA record of the zone.',
  },
  CNAME_LOOP: {
    severity: 'error',
    rfc: 'RFC 1034 3.6.2',
    means: 'Aliases lead round in a circle.',
    advice: 'Point one of them to a name that is no alias.',
  },
  CHAIN_TOO_LONG: {
    severity: 'warning',
    rfc: 'RFC 1034 3.6.2',
    means: 'An alias leads to an alias, and so on, many times.',
    advice: 'Point the first alias to the last name.',
  },
  CNAME_AND_OTHER_DATA: {
    severity: 'error',
    rfc: 'RFC 1034 3.6.2',
    means: 'A name has a CNAME record and others beside it.',
    advice: 'Keep the CNAME record or the others.',
  },
  DELEGATION_CYCLE: {
    severity: 'error',
    rfc: 'RFC 9471 2.3',
    means: 'Zones need each other’s servers to be found.',
    advice: 'Give one of them a name server with glue.',
  },
  LIMIT_REACHED: {
    severity: 'error',
    rfc: 'RFC 1034 5.3.3',
    means: 'The walk was ended by one of its limits.',
    advice: 'See which limit: it names the attack or the mistake that it stops.',
  },
} as const satisfies Readonly<Record<string, FindingEntry>>;

export type FindingCode = keyof typeof FINDINGS;
