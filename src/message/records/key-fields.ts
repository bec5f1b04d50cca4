/**
 * The fields of a public key, as KEY and DNSKEY have them (RFC 4034 2.1).
 */

import { base64Octets } from '../kinds/base64.ts';
import { u16, u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { dnssecAlgorithm } from '../kinds/named-numbers.ts';

export const KEY_FIELDS = [
  field('flags', u16, '256 is a key for a zone; with 1 it is an entry point, with 128 it is revoked'),
  field('protocol', u8, 'always 3'),
  field('algorithm', dnssecAlgorithm, 'what the key is for'),
  field('publicKey', base64Octets, 'the key itself'),
] as const;
