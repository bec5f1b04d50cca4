/**
 * DNSSEC algorithms (IANA "DNS Security Algorithm Numbers", RFC 9904): how the keys and signatures of a zone are made.
 */

import { lookupsOf, registered, type RegisteredCode } from './registered-code.ts';

export const DNSSEC_ALGORITHMS: readonly RegisteredCode[] = [
  registered(0, 'DELETE', 'RFC 8078 4', 'In CDS and CDNSKEY: remove the DS records, the zone goes unsigned.'),
  registered(1, 'RSAMD5', 'RFC 3110', 'RSA with MD5; must not be used.'),
  registered(2, 'DH', 'RFC 2539', 'Diffie-Hellman keys; not for signing zones.'),
  registered(3, 'DSA', 'RFC 2536', 'DSA with SHA-1; must not be used.'),
  registered(5, 'RSASHA1', 'RFC 3110', 'RSA with SHA-1; no longer for signing.'),
  registered(6, 'DSA-NSEC3-SHA1', 'RFC 5155', 'DSA with SHA-1, for zones with NSEC3; must not be used.'),
  registered(
    7,
    'RSASHA1-NSEC3-SHA1',
    'RFC 5155',
    'RSA with SHA-1, for zones with NSEC3; no longer for signing.',
  ),
  registered(8, 'RSASHA256', 'RFC 5702', 'RSA with SHA-256.'),
  registered(10, 'RSASHA512', 'RFC 5702', 'RSA with SHA-512.'),
  registered(12, 'ECC-GOST', 'RFC 5933', 'GOST R 34.10-2001; must not be used.'),
  registered(
    13,
    'ECDSAP256SHA256',
    'RFC 6605',
    'Elliptic curve P-256 with SHA-256: short keys, the usual choice.',
  ),
  registered(14, 'ECDSAP384SHA384', 'RFC 6605', 'Elliptic curve P-384 with SHA-384.'),
  registered(15, 'ED25519', 'RFC 8080', 'Edwards curve 25519.'),
  registered(16, 'ED448', 'RFC 8080', 'Edwards curve 448.'),
  registered(17, 'SM2SM3', 'RFC 9563', 'The Chinese standard SM2 with SM3.'),
  registered(23, 'ECC-GOST12', 'RFC 9558', 'GOST R 34.10-2012.'),
  registered(252, 'INDIRECT', 'RFC 4034 A.1', 'Reserved for keys that are kept elsewhere.'),
  registered(253, 'PRIVATEDNS', 'RFC 4034 A.1.1', 'A private algorithm, named by a domain name.'),
  registered(254, 'PRIVATEOID', 'RFC 4034 A.1.1', 'A private algorithm, named by an object identifier.'),
];

export const { nameOf: dnssecAlgorithmName } = lookupsOf(DNSSEC_ALGORITHMS);
