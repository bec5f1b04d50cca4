/**
 * Small registries of records that carry keys and certificates: SSHFP, TLSA and SMIMEA, CERT.
 */

import { registered, type RegisteredCode } from './registered-code.ts';

export const SSHFP_ALGORITHMS: readonly RegisteredCode[] = [
  registered(1, 'RSA', 'RFC 4255 3.1.1', 'An RSA host key.'),
  registered(2, 'DSA', 'RFC 4255 3.1.1', 'A DSA host key.'),
  registered(3, 'ECDSA', 'RFC 6594', 'An ECDSA host key.'),
  registered(4, 'Ed25519', 'RFC 7479', 'An Ed25519 host key.'),
  registered(6, 'Ed448', 'RFC 8709 8', 'An Ed448 host key.'),
];

export const SSHFP_FINGERPRINTS: readonly RegisteredCode[] = [
  registered(1, 'SHA-1', 'RFC 4255 3.1.2', 'Twenty octets.'),
  registered(2, 'SHA-256', 'RFC 6594', 'Thirty-two octets.'),
];

export const TLSA_USAGES: readonly RegisteredCode[] = [
  registered(
    0,
    'PKIX-TA',
    'RFC 7218 2.1',
    'This authority must be in the chain, which must hold as usual too.',
  ),
  registered(
    1,
    'PKIX-EE',
    'RFC 7218 2.1',
    'This must be the certificate of the server, and hold as usual too.',
  ),
  registered(2, 'DANE-TA', 'RFC 7218 2.1', 'This authority is to be trusted, whoever else is.'),
  registered(3, 'DANE-EE', 'RFC 7218 2.1', 'This is the certificate of the server: nothing else matters.'),
  registered(255, 'PrivCert', 'RFC 7218 2.1', 'Private use.'),
];

export const TLSA_SELECTORS: readonly RegisteredCode[] = [
  registered(0, 'Cert', 'RFC 7218 2.2', 'The whole certificate.'),
  registered(1, 'SPKI', 'RFC 7218 2.2', 'Its public key.'),
  registered(255, 'PrivSel', 'RFC 7218 2.2', 'Private use.'),
];

export const TLSA_MATCHINGS: readonly RegisteredCode[] = [
  registered(0, 'Full', 'RFC 7218 2.3', 'The octets themselves.'),
  registered(1, 'SHA2-256', 'RFC 7218 2.3', 'Their SHA-256.'),
  registered(2, 'SHA2-512', 'RFC 7218 2.3', 'Their SHA-512.'),
  registered(255, 'PrivMatch', 'RFC 7218 2.3', 'Private use.'),
];

export const CERT_TYPES: readonly RegisteredCode[] = [
  registered(1, 'PKIX', 'RFC 4398 2.1', 'An X.509 certificate.'),
  registered(2, 'SPKI', 'RFC 4398 2.1', 'An SPKI certificate.'),
  registered(3, 'PGP', 'RFC 4398 2.1', 'An OpenPGP packet.'),
  registered(4, 'IPKIX', 'RFC 4398 2.1', 'The URL of an X.509 certificate.'),
  registered(5, 'ISPKI', 'RFC 4398 2.1', 'The URL of an SPKI certificate.'),
  registered(6, 'IPGP', 'RFC 4398 2.1', 'The fingerprint and URL of an OpenPGP packet.'),
  registered(7, 'ACPKIX', 'RFC 4398 2.1', 'An attribute certificate.'),
  registered(8, 'IACPKIX', 'RFC 4398 2.1', 'The URL of an attribute certificate.'),
  registered(253, 'URI', 'RFC 4398 2.1', 'A private type, named by a URI.'),
  registered(254, 'OID', 'RFC 4398 2.1', 'A private type, named by an object identifier.'),
];
