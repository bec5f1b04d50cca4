/**
 * Digests: those of DS records (IANA "Digest Algorithms"), the hash of NSEC3, and how ZONEMD sums a zone up.
 */

import { lookupsOf, registered, type RegisteredCode } from './registered-code.ts';

export const DIGEST_TYPES: readonly RegisteredCode[] = [
  registered(1, 'SHA-1', 'RFC 3658', 'Twenty octets; no longer for new delegations.'),
  registered(2, 'SHA-256', 'RFC 4509', 'Thirty-two octets: the usual choice.'),
  registered(3, 'GOST R 34.11-94', 'RFC 5933', 'Thirty-two octets; must not be used.'),
  registered(4, 'SHA-384', 'RFC 6605', 'Forty-eight octets.'),
  registered(5, 'GOST R 34.11-2012', 'RFC 9558', 'Thirty-two octets.'),
  registered(6, 'SM3', 'RFC 9563', 'Thirty-two octets.'),
];

export const { nameOf: digestTypeName } = lookupsOf(DIGEST_TYPES);

export const NSEC3_HASHES: readonly RegisteredCode[] = [
  registered(1, 'SHA-1', 'RFC 5155 11', 'The only hash that NSEC3 knows.'),
];

export const { nameOf: nsec3HashName } = lookupsOf(NSEC3_HASHES);

export const ZONEMD_SCHEMES: readonly RegisteredCode[] = [
  registered(1, 'SIMPLE', 'RFC 8976 5.2', 'All records of the zone in canonical order, hashed once.'),
];

export const ZONEMD_HASHES: readonly RegisteredCode[] = [
  registered(1, 'SHA-384', 'RFC 8976 5.3', 'Forty-eight octets.'),
  registered(2, 'SHA-512', 'RFC 8976 5.3', 'Sixty-four octets.'),
];
