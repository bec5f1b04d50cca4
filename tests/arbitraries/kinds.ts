/**
 * Values of every kind of field, by the kind's title. A kind that a table uses and that has no line here
 * fails a test.
 */

import fc from 'fast-check';
import type { Field } from '../../src/message/kinds/kind.ts';
import { printHex } from '../../src/message/hex.ts';
import { printIpv4, printIpv6 } from '../../src/message/kinds/addresses.ts';
import { anyName } from './names.ts';
import { ofRareTypes } from './rare-kinds.ts';

const octets = (maxLength: number, minLength = 0): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength, maxLength });
/** Zeros often, for the `::` of IPv6 addresses. */
const sparseOctets = fc.array(fc.oneof(fc.constant(0), fc.nat(255)), { minLength: 16, maxLength: 16 });

/** Subnets as the option carries them: no address bits beyond the octet that the prefix ends in. */
const clientSubnet = fc.oneof(
  fc
    .tuple(octets(4, 4), fc.nat(32))
    .map(([address, bits]) => subnetOf(1, printIpv4(cut(address, bits)), bits)),
  fc
    .tuple(octets(16, 16), fc.nat(128))
    .map(([address, bits]) => subnetOf(2, printIpv6(cut(address, bits)), bits)),
  fc
    .tuple(fc.integer({ min: 3, max: 0xffff }), octets(20), fc.nat(255))
    .map(([family, address, bits]) => subnetOf(family, printHex(address), bits)),
);

function subnetOf(family: number, address: string, sourcePrefixLength: number): object {
  return { family, sourcePrefixLength, scopePrefixLength: sourcePrefixLength >> 1, address };
}

function cut(address: Uint8Array, bits: number): Uint8Array {
  return address.map((octet, i) => (i < Math.ceil(bits / 8) ? octet : 0));
}

function zoneVersion(types: readonly number[], minLength: number, maxLength: number): fc.Arbitrary<unknown> {
  const fields = {
    labelCount: fc.nat(127),
    type: fc.constantFrom(...types),
    version: octets(maxLength, minLength),
  };
  return fc.record(fields, { noNullPrototype: true });
}

const byTitle: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  '8-bit number': fc.nat(0xff),
  '16-bit number': fc.nat(0xffff),
  '32-bit number': fc.nat(0xffffffff),
  '32-bit number of seconds': fc.nat(0xffffffff),
  'IPv4 address': octets(4, 4).map((address) => printIpv4(address)),
  'IPv6 address': sparseOctets.map((address) => printIpv6(Uint8Array.from(address))),
  '16-bit number, or nothing': fc.option(fc.nat(0xffff)),
  '32-bit number of seconds, or nothing': fc.option(fc.nat(0xffffffff)),
  '8-bit numbers': fc.array(fc.nat(0xff), { maxLength: 20 }),
  '16-bit numbers': fc.array(fc.nat(0xffff), { maxLength: 20 }),
  '4 octets in hexadecimal': octets(4, 4),
  '8 octets in hexadecimal': octets(8, 8),
  'nothing, or 8 to 32 octets in hexadecimal': fc.oneof(octets(0), octets(32, 8)),
  'octets that take room': fc.oneof(
    octets(60),
    fc.nat(600).map((length) => new Uint8Array(length)),
  ),
  'client subnet': clientSubnet,
  'zone version, or nothing': fc.option(fc.oneof(zoneVersion([0], 4, 4), zoneVersion([1, 245, 255], 0, 20))),
  'domain name': anyName,
  'domain name (compressible)': anyName,
  'character string': octets(255),
  'character strings': fc.array(octets(60), { minLength: 1, maxLength: 5 }),
  'tag with a length octet': fc.stringMatching(/^[0-9a-zA-Z]{1,20}$/),
  'the rest, as text': octets(300),
  'text in UTF-8': fc.string({ unit: 'binary', maxLength: 40 }),
  octets: octets(300),
  'octets in hexadecimal': octets(60),
  ...ofRareTypes,
};

export function generatorOf(field: Field): fc.Arbitrary<unknown> | undefined {
  return byTitle[field.kind.title];
}

/** The plain object of a list of fields, with any values. */
export function valuesOf(fields: readonly Field[]): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const named = fields.map((field) => {
    const generator = generatorOf(field);
    if (!generator)
      throw new Error(`tests/arbitraries/kinds.ts has no values for the kind "${field.kind.title}"`);
    return [field.name, generator] as const;
  });
  return fc.record(Object.fromEntries(named), { noNullPrototype: true });
}
