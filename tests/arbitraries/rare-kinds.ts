/** Values of the kinds that only one or two record types have, by the kind's title. */

import fc from 'fast-check';
import { printHex } from '../../src/message/hex.ts';
import { printIpv4, printIpv6 } from '../../src/message/kinds/addresses.ts';
import { anyName } from './names.ts';

const octets = (maxLength: number, minLength = 0): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength, maxLength });
const record = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> =>
  fc.record(fields, { noNullPrototype: true });
const u16 = fc.nat(0xffff);
const ipv4 = octets(4, 4).map((address) => printIpv4(address));
const ipv6 = octets(16, 16).map((address) => printIpv6(address));
const ascending = (number: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<number[]> =>
  fc.uniqueArray(number, { maxLength }).map((numbers) => numbers.toSorted((a, b) => a - b));

/** Groups of hexadecimal digits, as hardware addresses and identifiers have them. */
const groups = (count: number, digits: number, separator: string): fc.Arbitrary<string> =>
  fc
    .array(fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`)), { minLength: count, maxLength: count })
    .map((parts) => parts.join(separator));

/** A digit and zeros, in centimetres. */
const size = fc.tuple(fc.nat(9), fc.nat(9)).map(([digit, zeros]) => digit * 10 ** zeros);
const place = record({
  latitudeMas: fc.integer({ min: -324_000_000, max: 324_000_000 }),
  longitudeMas: fc.integer({ min: -648_000_000, max: 648_000_000 }),
  altitudeCm: fc.integer({ min: -10_000_000, max: 0xffffffff - 10_000_000 }),
  sizeCm: size,
  horizontalPrecisionCm: size,
  verticalPrecisionCm: size,
});

/** Octets of an address family without text of its own: none, or the last of them not zero. */
const ownOctets = octets(40).map((part) =>
  printHex(part.at(-1) === 0 ? part.with(part.length - 1, 1) : part),
);
const addressPrefix = fc.oneof(
  record({ family: fc.constant(1), prefixLength: fc.nat(32), negated: fc.boolean(), address: ipv4 }),
  record({ family: fc.constant(2), prefixLength: fc.nat(128), negated: fc.boolean(), address: ipv6 }),
  record({
    family: fc.integer({ min: 3, max: 0xffff }),
    prefixLength: fc.nat(255),
    negated: fc.boolean(),
    address: ownOctets,
  }),
);

const formed = [fc.constant('.'), ipv4, ipv6, anyName] as const;
const gateway = fc.oneof(
  ...formed.map((form, gatewayType) =>
    record({ gatewayType: fc.constant(gatewayType), algorithm: fc.nat(255), gateway: form }),
  ),
);
const relay = fc.oneof(
  ...formed.map((form, relayType) =>
    record({ discoveryOptional: fc.boolean(), relayType: fc.constant(relayType), relay: form }),
  ),
);

/** An address of which the first bits are zero, and a name for them. */
const prefixed = fc
  .tuple(fc.nat(128), octets(16, 16), anyName)
  .map(([prefixLength, address, prefixName]) => ({
    prefixLength,
    ...(prefixLength < 128
      ? { suffix: printIpv6(address.map((octet, i) => octet & (0xff >> clamp(prefixLength - 8 * i)))) }
      : {}),
    ...(prefixLength > 0 ? { prefixName } : {}),
  }));
const clamp = (bits: number): number => Math.min(8, Math.max(0, bits));

const list = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { minLength: 1, maxLength: 4 });
const group = fc.uniqueArray(u16, { minLength: 1, maxLength: 4 });
const parameter = (key: number, value: fc.Arbitrary<unknown>): fc.Arbitrary<Parameter> =>
  fc.tuple(fc.constant(key), value).map(([each, its]) => ({ key: each, value: its }));
interface Parameter {
  readonly key: number;
  readonly value: unknown;
}
const anyParameter = fc.oneof(
  parameter(1, list(octets(20, 1))),
  parameter(3, u16),
  parameter(4, list(ipv4)),
  parameter(5, octets(40, 1)),
  parameter(6, list(ipv6)),
  parameter(7, fc.constantFrom('/dns-query{?dns}', '/\u00e9{?a,dns}', '{+dns}')),
  parameter(8, fc.constant(true)),
  parameter(9, group),
  parameter(10, fc.array(octets(20, 1), { maxLength: 3 })),
  parameter(11, fc.constant(true)),
  fc.integer({ min: 12, max: 0xffff }).chain((key) => parameter(key, octets(20))),
);
/** Ascending keys; `no-default-alpn` only beside `alpn`, `mandatory` of what is there. */
const parameters = fc
  .tuple(
    fc.uniqueArray(anyParameter, { selector: ({ key }) => key, maxLength: 5 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([others, alone, mandatory]) => {
    const keys = others.map(({ key }) => key).toSorted((a, b) => a - b);
    const extra: Parameter[] = [
      ...(mandatory && keys.length > 0 ? [{ key: 0, value: keys }] : []),
      ...(alone && keys.includes(1) ? [{ key: 2, value: true }] : []),
    ];
    return [...others, ...extra].toSorted((a, b) => a.key - b.key);
  });

const aesa = fc.stringMatching(/^([0-9a-f]{2}){1,20}$/).map((address) => ({ format: 0, address }));
const telephone = fc.stringMatching(/^[0-9]{1,15}$/).map((address) => ({ format: 1, address }));

export const ofRareTypes: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  '16-bit number in octal': u16,
  '48-bit hardware address': groups(6, 2, '-'),
  '64-bit hardware address': groups(8, 2, '-'),
  '64-bit identifier': groups(4, 4, ':'),
  '64-bit number': fc.bigInt({ min: 0n, max: 0xffffffffffffffffn }).map(String),
  'ATM address': fc.oneof(aesa, telephone),
  'NSAP address': octets(40),
  'address prefixes': fc.array(addressPrefix, { maxLength: 4 }),
  'bit map of types 1 to 127': ascending(fc.integer({ min: 1, max: 127 }), 9),
  'bit maps of types': ascending(fc.oneof(fc.nat(300), u16), 12),
  'character string, or nothing': fc.option(octets(60)),
  'digest in hexadecimal, at least 12 octets': octets(64, 12),
  'domain names': fc.array(anyName, { maxLength: 3 }),
  'gateway with its type and the algorithm': gateway,
  'hash in base32 with a length octet': octets(255, 1),
  'host identity tag and public key': record({
    algorithm: fc.nat(255),
    tag: octets(255),
    publicKey: octets(300),
  }),
  'number in a character string': fc.stringMatching(/^[+-]?[0-9]{1,5}([.][0-9]{0,5})?$/),
  'octets in base64': octets(300),
  'octets in base64, - for none': octets(100),
  'octets in base64, 0 for none': octets(100),
  'octets in base64 after their number': octets(300),
  'octets in hexadecimal, 0 for none': octets(60),
  'octets in hexadecimal with a length octet': octets(255),
  'place on the Earth': place,
  'prefix length, end of an IPv6 address, name': prefixed,
  'protocol and bit map of ports': record({
    protocol: fc.oneof(fc.constantFrom(6, 17), fc.nat(255)),
    ports: ascending(fc.oneof(fc.nat(200), u16), 6),
  }),
  'relay with its type': relay,
  'service parameters': parameters,
  'the rest, as text, at least an octet': octets(300, 1),
  'time in 32 bits of seconds': fc.nat(0xffffffff),
  'time in 48 bits of seconds': fc.nat(0xffffffffffff),
};
