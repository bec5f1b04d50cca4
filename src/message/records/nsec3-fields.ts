/**
 * How names are hashed, as NSEC3 and NSEC3PARAM have it (RFC 5155 3.1).
 */

import { salt } from '../kinds/hexadecimal.ts';
import { u16, u8 } from '../kinds/integers.ts';
import { field } from '../kinds/kind.ts';

export const NSEC3_HASH_FIELDS = [
  field('hashAlgorithm', u8, '1 is SHA-1, the only one there is'),
  field('flags', u8, 'in NSEC3 1 is opt-out: there may be unsigned delegations between'),
  field('iterations', u16, 'how often more the hash is hashed; should be 0 (RFC 9276 3.1)'),
  field('salt', salt, 'is hashed with the name; should be empty (RFC 9276 3.1)'),
] as const;
