/** Domain names: plain ones as hosts have them, and any octets that fit. */

import fc from 'fast-check';
import {
  ESCAPED_OCTETS,
  MAXIMUM_NAME_OCTETS,
  nameOctets,
  nameOf,
  type Name,
} from '../../src/message/name.ts';

const hostLabel = fc.stringMatching(/^[a-zA-Z0-9]([a-zA-Z0-9-]{0,10}[a-zA-Z0-9])?$/);
const anyLabel = fc
  .uint8Array({ minLength: 1, maxLength: 63 })
  .map((octets) => Array.from(octets, (octet) => ESCAPED_OCTETS[octet]!).join(''));

/** Few distinct labels, so that names share endings and compression has work to do. */
const sharedLabel = fc.constantFrom('a', 'B', 'www', 'example', 'com', 'xn--a');

export const hostName: fc.Arbitrary<Name> = fc.array(hostLabel, { maxLength: 6 }).map(nameOf);

export const anyName: fc.Arbitrary<Name> = fc
  .array(fc.oneof(sharedLabel, hostLabel, anyLabel), { maxLength: 8 })
  .map(nameOf)
  .filter((name) => nameOctets(name) <= MAXIMUM_NAME_OCTETS);
