/**
 * The end of an IPv6 address and the name that has its beginning (RFC 2874 3.1): how many bits are elsewhere decides
 * which of the two are there.
 */

import { lowerCased, type Name } from '../name.ts';
import { ScanError } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import { ipv6Address, printIpv6, scanIpv6 } from './addresses.ts';
import { lowerCasedName, scanNameToken } from './domain-name.ts';
import { scanInteger, u8 } from './integers.ts';
import { field, partsOf, type Kind } from './kind.ts';
import { readPart } from './part.ts';

export interface PrefixedAddress {
  /** Bits of the address that the name has, from the left. */
  readonly prefixLength: number;
  /** The other bits as an address; absent where there are none. */
  readonly suffix?: string;
  /** Absent where the whole address is in the suffix. */
  readonly prefixName?: Name;
}

const RFC = 'RFC 2874 3.1';
const ADDRESS_BITS = 128;
const PREFIX_LENGTH = field('prefixLength', u8, 'how many bits come from the name: 0 to 128');
const SUFFIX = { name: 'suffix', meaning: 'the other bits' };
const PREFIX_NAME = field('prefixName', lowerCasedName, 'the name that has the first bits');

export const prefixedAddress: Kind<PrefixedAddress> = {
  title: 'prefix length, end of an IPv6 address, name',
  parts: [...partsOf([PREFIX_LENGTH]), SUFFIX, ...partsOf([PREFIX_NAME])],
  canonical: (value) =>
    value.prefixName === undefined ? value : { ...value, prefixName: lowerCased(value.prefixName) },
  read: (reader) => {
    const at = reader.offset;
    const prefixLength = readPart(reader, PREFIX_LENGTH, RFC);
    if (prefixLength > ADDRESS_BITS)
      throw new WireError('bad-value', at, `a prefix of ${prefixLength} bits: at most 128 (${RFC})`);
    const start = reader.offset;
    const part = reader.take(suffixOctets(prefixLength));
    const whole = new Uint8Array(16);
    whole.set(part, 16 - part.length);
    const suffix = printIpv6(whole);
    if (part.length > 0) {
      if (!startsWithZeros(whole, prefixLength))
        throw new WireError('bad-value', start, `padding bits that are not zero (${RFC})`);
      reader.recorder?.leaf('suffix', start, reader.offset, {
        means: SUFFIX.meaning,
        rfc: RFC,
        value: suffix,
      });
    }
    return {
      prefixLength,
      ...(part.length > 0 ? { suffix } : {}),
      ...(prefixLength > 0 ? { prefixName: readPart(reader, PREFIX_NAME, RFC) } : {}),
    };
  },
  write: (writer, { prefixLength, suffix = '::', prefixName = '.' }) => {
    const address = scanIpv6(suffix);
    if (!address || prefixLength > ADDRESS_BITS || !startsWithZeros(address, prefixLength))
      throw new WireError('bad-value', writer.offset, `"${suffix}" is no end of an address (${RFC})`);
    writer.u8(prefixLength);
    writer.put(address.subarray(16 - suffixOctets(prefixLength)));
    if (prefixLength > 0) lowerCasedName.write(writer, prefixName);
  },
  print: ({ prefixLength, suffix, prefixName }) =>
    [String(prefixLength), suffix, prefixName].filter((part) => part !== undefined).join(' '),
  scan: (tokens) => {
    const prefixLength = scanInteger(tokens, ADDRESS_BITS);
    const place = tokens.peek();
    const suffix = prefixLength < ADDRESS_BITS ? ipv6Address.scan(tokens) : undefined;
    if (suffix !== undefined && !startsWithZeros(scanIpv6(suffix)!, prefixLength))
      throw new ScanError(`the first ${prefixLength} bits of ${suffix} are not zero`, place);
    return {
      prefixLength,
      ...(suffix === undefined ? {} : { suffix }),
      ...(prefixLength > 0 ? { prefixName: scanNameToken(tokens) } : {}),
    };
  },
};

function suffixOctets(prefixLength: number): number {
  return Math.ceil((ADDRESS_BITS - prefixLength) / 8);
}

function startsWithZeros(address: Uint8Array, bits: number): boolean {
  for (let i = 0; i < bits; i++) if (address[i >> 3]! & (0x80 >> (i & 7))) return false;
  return true;
}
