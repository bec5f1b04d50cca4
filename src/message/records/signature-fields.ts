/**
 * The fields of a signature over a record set, as SIG and RRSIG have them (RFC 4034 3.1).
 */

import { base64Octets } from '../kinds/base64.ts';
import { lowerCasedName } from '../kinds/domain-name.ts';
import { seconds, u16, u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';
import { dnssecAlgorithm } from '../kinds/named-numbers.ts';
import { timestamp } from '../kinds/times.ts';
import { recordTypeNumber } from '../kinds/type-code.ts';

export const SIGNATURE_FIELDS = [
  field('typeCovered', recordTypeNumber, 'the type of the records that are signed'),
  field('algorithm', dnssecAlgorithm, 'how the signature was made'),
  field(
    'labels',
    u8,
    'labels of the owner, without the root and a leading *: fewer than it has where a wildcard was expanded',
  ),
  field('originalTtl', seconds, 'the TTL of the records in their zone'),
  field('expiration', timestamp, 'the signature is not valid after this time'),
  field('inception', timestamp, 'the signature is not valid before this time'),
  field('keyTag', u16, 'helps to find the key among those of the signer'),
  field('signer', lowerCasedName, 'the zone that has the key'),
  field('signature', base64Octets, 'the signature itself'),
] as const;
