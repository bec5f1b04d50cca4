/**
 * Lists of address prefixes (RFC 3123 4): family, length of the prefix, a flag that excludes it, and as much of the
 * address as is not zero. Families other than IPv4 and IPv6 keep their octets in hexadecimal.
 */

import { printHex, scanHex } from '../hex.ts';
import type { Reader } from '../reader.ts';
import { ScanError, type Token } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import { printIpv4, printIpv6, scanIpv4, scanIpv6 } from './addresses.ts';
import { u16, u8 } from './integers.ts';
import { field, partsOf, type Kind } from './kind.ts';
import { readPart } from './part.ts';

export interface AddressPrefix {
  /** 1 is IPv4, 2 is IPv6 (IANA "Address Family Numbers"). */
  readonly family: number;
  readonly prefixLength: number;
  /** True where the addresses are excluded. */
  readonly negated: boolean;
  readonly address: string;
}

const RFC = 'RFC 3123 4';
const FAMILY = field('family', u16, '1 is IPv4, 2 is IPv6');
const PREFIX = field('prefixLength', u8, 'how many bits of the address count');
const LENGTH = field(
  'negationAndLength',
  u8,
  '128 excludes the addresses; the rest is the octets that follow',
);

interface Family {
  readonly octets: number;
  readonly print: (octets: Uint8Array) => string;
  readonly scan: (text: string) => Uint8Array | undefined;
}

const FAMILIES: Readonly<Record<number, Family>> = {
  1: { octets: 4, print: (octets) => printIpv4(octets), scan: scanIpv4 },
  2: { octets: 16, print: (octets) => printIpv6(octets), scan: scanIpv6 },
};
const OTHER_FAMILY: Family = { octets: 127, print: (octets) => printHex(octets), scan: scanHex };

export const addressPrefixes: Kind<readonly AddressPrefix[]> = {
  title: 'address prefixes',
  parts: [...partsOf([FAMILY, PREFIX, LENGTH]), { name: 'address' }],
  read: (reader) => {
    const items: AddressPrefix[] = [];
    while (reader.offset < reader.end) {
      reader.recorder?.open('prefix', reader.offset);
      const item = readItem(reader);
      items.push(item);
      const print = (): string => printItem(item);
      reader.recorder?.close(reader.offset, { means: 'one address prefix', rfc: RFC, print });
    }
    return items;
  },
  write: (writer, items) => {
    for (const item of items) {
      const octets = octetsOf(item);
      if (!octets) throw new WireError('bad-value', writer.offset, `"${printItem(item)}" is no prefix`);
      writer.u16(item.family);
      writer.u8(item.prefixLength);
      writer.u8((item.negated ? 0x80 : 0) | octets.length);
      writer.put(octets);
    }
  },
  print: (items) => items.map(printItem).join(' '),
  scan: (tokens) => {
    const items: AddressPrefix[] = [];
    while (!tokens.done) items.push(scanItem(tokens.next('an address prefix')));
    return items;
  },
};

function readItem(reader: Reader): AddressPrefix {
  const at = reader.offset;
  const family = readPart(reader, FAMILY, RFC);
  const prefixLength = readPart(reader, PREFIX, RFC);
  const flagAndLength = readPart(reader, LENGTH, RFC);
  const length = flagAndLength & 0x7f;
  const { octets: most, print } = FAMILIES[family] ?? OTHER_FAMILY;
  if (length > most || (family in FAMILIES && prefixLength > most * 8))
    throw new WireError('bad-value', at, `a prefix longer than addresses of family ${family} (${RFC})`);
  const start = reader.offset;
  const part = reader.take(length);
  // RFC 3123 4: an address part ends with an octet that is not zero, so that each prefix has one form only.
  if (part.at(-1) === 0)
    throw new WireError(
      'bad-value',
      reader.offset - 1,
      `an address part that ends with a zero octet (${RFC})`,
    );
  let address = printHex(part);
  if (family in FAMILIES) {
    const whole = new Uint8Array(most);
    whole.set(part);
    address = print(whole);
  }
  if (length > 0) {
    const means = 'the address, without the zero octets at its end';
    reader.recorder?.leaf('address', start, reader.offset, { means, rfc: RFC, value: address });
  }
  return { family, prefixLength, negated: flagAndLength > 0x7f, address };
}

function printItem({ family, prefixLength, negated, address }: AddressPrefix): string {
  return `${negated ? '!' : ''}${family}:${address}/${prefixLength}`;
}

function scanItem(token: Token): AddressPrefix {
  const match = /^(!?)(\d{1,5}):(.*)\/(\d{1,3})$/.exec(token.text);
  if (!match) throw new ScanError(`"${token.text}" is no prefix such as 1:192.0.2.0/24`, token);
  const [family, prefixLength] = [Number(match[2]), Number(match[4])];
  const { octets: most, print, scan } = FAMILIES[family] ?? OTHER_FAMILY;
  const address = scan(match[3]!);
  const longest = family in FAMILIES ? most * 8 : 255;
  const tooLong = (address?.length ?? 0) > most || prefixLength > longest || family > 0xffff;
  if (!address || tooLong) throw new ScanError(`"${token.text}" is no prefix of family ${family}`, token);
  const negated = match[1] === '!';
  return {
    family,
    prefixLength,
    negated,
    address: print(family in FAMILIES ? address : withoutZeros(address)),
  };
}

function octetsOf({ family, address }: AddressPrefix): Uint8Array | undefined {
  const { octets: most, scan } = FAMILIES[family] ?? OTHER_FAMILY;
  const octets = scan(address);
  return octets && octets.length <= most ? withoutZeros(octets) : undefined;
}

function withoutZeros(octets: Uint8Array): Uint8Array {
  let length = octets.length;
  while (length > 0 && octets[length - 1] === 0) length--;
  return octets.subarray(0, length);
}
