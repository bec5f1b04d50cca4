/**
 * Extended DNS errors (IANA "Extended DNS Error Codes", RFC 8914 5.2): why a server answers as it does.
 */

import { lookupsOf, registered, type RegisteredCode } from './registered-code.ts';

export const EXTENDED_ERRORS: readonly RegisteredCode[] = [
  registered(0, 'Other Error', 'RFC 8914 4.1', 'None of the other codes fits; the text should say more.'),
  registered(
    1,
    'Unsupported DNSKEY Algorithm',
    'RFC 8914 4.2',
    'The zone is signed with algorithms the resolver does not know.',
  ),
  registered(
    2,
    'Unsupported DS Digest Type',
    'RFC 8914 4.3',
    'The parent has digests only that the resolver does not know.',
  ),
  registered(
    3,
    'Stale Answer',
    'RFC 8914 4.4',
    'The servers could not be reached: an answer past its TTL is given.',
  ),
  registered(4, 'Forged Answer', 'RFC 8914 4.5', 'For reasons of policy this is not what the zone says.'),
  registered(
    5,
    'DNSSEC Indeterminate',
    'RFC 8914 4.6',
    'Whether the answer is to be trusted could not be found out.',
  ),
  registered(6, 'DNSSEC Bogus', 'RFC 8914 4.7', 'The answer should be signed, and the proof does not hold.'),
  registered(7, 'Signature Expired', 'RFC 8914 4.8', 'All signatures have expired, or one that is needed.'),
  registered(8, 'Signature Not Yet Valid', 'RFC 8914 4.9', 'The signatures are for a time yet to come.'),
  registered(
    9,
    'DNSKEY Missing',
    'RFC 8914 4.10',
    'The parent has a DS for a key that the zone does not have.',
  ),
  registered(10, 'RRSIGs Missing', 'RFC 8914 4.11', 'There are no signatures where there must be.'),
  registered(11, 'No Zone Key Bit Set', 'RFC 8914 4.12', 'No key of the zone is marked as a zone key.'),
  registered(12, 'NSEC Missing', 'RFC 8914 4.13', 'The proof that there is nothing is missing.'),
  registered(13, 'Cached Error', 'RFC 8914 4.14', 'It failed before, and that is remembered.'),
  registered(14, 'Not Ready', 'RFC 8914 4.15', 'The server has just started and cannot answer yet.'),
  registered(
    15,
    'Blocked',
    'RFC 8914 4.16',
    'The operator of the server blocks the name, for security reasons of its own.',
  ),
  registered(16, 'Censored', 'RFC 8914 4.17', 'Somebody else obliges the operator to block the name.'),
  registered(17, 'Filtered', 'RFC 8914 4.18', 'The client asked for the name to be blocked.'),
  registered(18, 'Prohibited', 'RFC 8914 4.19', 'This client may not ask here.'),
  registered(
    19,
    'Stale NXDOMAIN Answer',
    'RFC 8914 4.20',
    'The servers could not be reached: an old "no such name" is given.',
  ),
  registered(
    20,
    'Not Authoritative',
    'RFC 8914 4.21',
    'The server was asked without recursion, and the zone is not its own.',
  ),
  registered(21, 'Not Supported', 'RFC 8914 4.22', 'The server does not do what is asked.'),
  registered(
    22,
    'No Reachable Authority',
    'RFC 8914 4.23',
    'None of the servers of the zone could be reached.',
  ),
  registered(23, 'Network Error', 'RFC 8914 4.24', 'The network failed on the way to another server.'),
  registered(24, 'Invalid Data', 'RFC 8914 4.25', 'The zone cannot be read, or is too old to be served.'),
  registered(25, 'Signature Expired before Valid', 'RFC 8914 5.2', 'A signature ends before it begins.'),
  registered(26, 'Too Early', 'RFC 9250 4.5', 'Such a query may not come as early data; ask again.'),
  registered(
    27,
    'Unsupported NSEC3 Iterations Value',
    'RFC 9276 3.2',
    'The zone wants more rounds of hashing than is sensible.',
  ),
  registered(
    28,
    'Unable to conform to policy',
    'draft-homburg-dnsop-codcp',
    'The resolver cannot keep the policy that the client asked for.',
  ),
  registered(29, 'Synthesized', 'RFC 8914 5.2', 'The server made the answer itself; it is in no zone.'),
  registered(
    30,
    'Invalid Query Type',
    'RFC 9824',
    'A type was asked for that stands in proofs only, such as NXNAME.',
  ),
  registered(31, 'Rate Limited', 'draft-muks-dns-ede-rate-limited', 'The client asks too often.'),
  registered(32, 'Over Quota', 'draft-muks-dns-ede-rate-limited', 'The client has asked more than it may.'),
  registered(
    33,
    'Negative Trust Anchor',
    'draft-farrokhi-dnsop-ede-nta',
    'The operator has switched validation off for this zone.',
  ),
  registered(
    34,
    'New Delegation Only',
    'draft-ietf-deleg',
    'The zone is delegated in the new way only, which the client does not know.',
  ),
  registered(
    35,
    'Blocked by Upstream DNS Server',
    'draft-ietf-dnsop-structured-dns-error',
    'A server further up blocks the name.',
  ),
];

const LOOKUPS = lookupsOf(EXTENDED_ERRORS);

/** `18 (Prohibited)`; the number alone where it is not registered. */
export function extendedErrorText(code: number): string {
  const name = LOOKUPS.nameOf(code);
  return name === undefined ? String(code) : `${code} (${name})`;
}

export function extendedErrorName(code: number): string | undefined {
  return LOOKUPS.nameOf(code);
}
