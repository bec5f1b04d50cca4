/**
 * How a certificate is tied to a name, as TLSA and SMIMEA have it (RFC 6698 2.1).
 */

import { field } from '../kinds/kind.ts';
import { tlsaMatching, tlsaSelector, tlsaUsage } from '../kinds/named-numbers.ts';
import { hexOctets } from '../kinds/octets.ts';

export const ASSOCIATION_FIELDS = [
  field('usage', tlsaUsage, 'which certificate is meant: 0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA, 3 DANE-EE'),
  field('selector', tlsaSelector, 'what of it: 0 the whole certificate, 1 its public key'),
  field('matchingType', tlsaMatching, 'how: 0 as it is, 1 its SHA-256, 2 its SHA-512'),
  field('data', hexOctets, 'the certificate, key or digest'),
] as const;
