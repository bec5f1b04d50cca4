/**
 * Names that resolvers may answer by themselves: the special-use names (RFC 6761) and the reverse zones that have no
 * place in the public DNS (RFC 6303, RFC 7793).
 */

import { isAtOrBelow, type Name } from '../message/name.ts';

interface SpecialZone {
  readonly zone: Name;
  readonly rfc: string;
}

const SPECIAL_USE: readonly (readonly [zone: Name, rfc: string])[] = [
  ['localhost.', 'RFC 6761 6.3'],
  ['invalid.', 'RFC 6761 6.4'],
  ['test.', 'RFC 6761 6.2'],
  ['local.', 'RFC 6762 3'],
  ['onion.', 'RFC 7686 2'],
  ['home.arpa.', 'RFC 8375 4'],
  ['alt.', 'RFC 9476 2'],
  ['service.arpa.', 'RFC 9665 8'],
  ['resolver.arpa.', 'RFC 9462 6.4'],
];

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

const WHOLE_NETWORKS = '10 168.192 0 127 254.169 2.0.192 100.51.198 113.0.203 255.255.255.255'.split(' ');
const REVERSE_ZONES: readonly string[] = [
  ...WHOLE_NETWORKS,
  ...range(16, 31).map((second) => `${second}.172`),
].map((labels) => `${labels}.in-addr.arpa.`);

const SHARED_ZONES = range(64, 127).map((second) => `${second}.100.in-addr.arpa.`);

const NO_HOST = '0.'.repeat(31);
const REVERSE_ZONES_6: readonly string[] = [
  `0.${NO_HOST}`,
  `1.${NO_HOST}`,
  'd.f.',
  '8.e.f.',
  '9.e.f.',
  'a.e.f.',
  'b.e.f.',
  '8.b.d.0.1.0.0.2.',
].map((labels) => `${labels}ip6.arpa.`);

const SPECIAL_ZONES: readonly SpecialZone[] = [
  ...SPECIAL_USE.map(([zone, rfc]) => ({ zone, rfc })),
  ...[...REVERSE_ZONES, ...REVERSE_ZONES_6].map((zone) => ({ zone, rfc: 'RFC 6303 4' })),
  ...SHARED_ZONES.map((zone) => ({ zone, rfc: 'RFC 7793 3' })),
];

/** The special zone that a name is in, if any. */
export function specialZoneOf(name: Name): SpecialZone | undefined {
  return SPECIAL_ZONES.find(({ zone }) => isAtOrBelow(name, zone));
}
