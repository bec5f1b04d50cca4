/**
 * Values of every kind of field, by the kind's title. A kind that a table uses and that has no line here
 * fails a test.
 */

import fc from 'fast-check';
import type { Field } from '../../src/message/kinds/kind.ts';
import { printIpv4, printIpv6 } from '../../src/message/kinds/addresses.ts';
import { anyName } from './names.ts';

const octets = (maxLength: number, minLength = 0): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength, maxLength });
/** Zeros often, for the `::` of IPv6 addresses. */
const sparseOctets = fc.array(fc.oneof(fc.constant(0), fc.nat(255)), { minLength: 16, maxLength: 16 });

const byTitle: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  '8-bit number': fc.nat(0xff),
  '16-bit number': fc.nat(0xffff),
  '32-bit number': fc.nat(0xffffffff),
  '32-bit number of seconds': fc.nat(0xffffffff),
  'IPv4 address': octets(4, 4).map((address) => printIpv4(address)),
  'IPv6 address': sparseOctets.map((address) => printIpv6(Uint8Array.from(address))),
  'domain name': anyName,
  'domain name (compressible)': anyName,
  'character string': octets(255),
  'character strings': fc.array(octets(60), { minLength: 1, maxLength: 5 }),
  'tag with a length octet': fc.stringMatching(/^[0-9a-zA-Z]{1,20}$/),
  'the rest, as text': octets(300),
  'text in UTF-8': fc.string({ unit: 'binary', maxLength: 40 }),
  octets: octets(300),
  'octets in hexadecimal': octets(60),
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
