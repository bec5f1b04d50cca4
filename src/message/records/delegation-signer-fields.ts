/**
 * The fields of DS and of the types that carry the same digest of a key elsewhere (RFC 4034 5.1).
 */

import { u16, u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { dnssecAlgorithm } from '../kinds/named-numbers.ts';
import { hexOctets } from '../kinds/octets.ts';

export const DELEGATION_SIGNER_FIELDS = [
  field('keyTag', u16, 'helps to find the key in the child zone'),
  field('algorithm', dnssecAlgorithm, 'the algorithm of that key'),
  field('digestType', u8, 'how the digest was made: 1 SHA-1, 2 SHA-256, 4 SHA-384'),
  field('digest', hexOctets, 'the digest of the owner and the key'),
] as const;
