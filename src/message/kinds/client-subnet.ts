/**
 * The subnet of a client (RFC 7871 6): family, two prefix lengths, and as much of the address as the first length
 * covers. As text `192.0.2.0/24/0`: address, source prefix length, scope prefix length.
 */

import { printHex, scanHex } from '../hex.ts';
import type { Reader } from '../reader.ts';
import { ScanError, type Token } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import { printIpv4, printIpv6, scanIpv4, scanIpv6 } from './addresses.ts';
import type { Kind } from './kind.ts';

export interface ClientSubnet {
  /** Of IANA's address families: 1 is IPv4, 2 is IPv6. */
  readonly family: number;
  readonly sourcePrefixLength: number;
  readonly scopePrefixLength: number;
  /** An address filled up with zeros; of another family the octets as hexadecimal digits. */
  readonly address: string;
}

interface Family {
  readonly octets: number;
  print(octets: Uint8Array): string;
  scan(text: string): Uint8Array | undefined;
}

const FAMILIES: Readonly<Record<number, Family | undefined>> = {
  1: { octets: 4, print: printIpv4, scan: scanIpv4 },
  2: { octets: 16, print: printIpv6, scan: scanIpv6 },
};

export const clientSubnet: Kind<ClientSubnet> = {
  title: 'client subnet',
  parts: [
    { name: 'FAMILY', octets: 2 },
    { name: 'SOURCE PREFIX-LENGTH', octets: 1 },
    { name: 'SCOPE PREFIX-LENGTH', octets: 1 },
    { name: 'ADDRESS' },
  ],
  read: readSubnet,
  write: (writer, subnet) => {
    writer.u16(subnet.family);
    writer.u8(subnet.sourcePrefixLength);
    writer.u8(subnet.scopePrefixLength);
    const octets = addressOctets(subnet);
    if (!octets) throw new WireError('bad-value', writer.offset, `"${subnet.address}" is no such address`);
    writer.put(octets);
  },
  print: ({ family, address, sourcePrefixLength, scopePrefixLength }) =>
    `${FAMILIES[family] ? address : `${family}:${address}`}/${sourcePrefixLength}/${scopePrefixLength}`,
  scan: (tokens) => {
    const token = tokens.next('a client subnet');
    const [address, source, scope = '0', ...more] = token.text.split('/');
    if (more.length > 0) throw notASubnet(token);
    const lengths = { sourcePrefixLength: octetOf(source, token), scopePrefixLength: octetOf(scope, token) };
    const subnet = { ...familyOf(address!, token), ...lengths };
    const octets = addressOctets(subnet);
    if (!octets) throw notASubnet(token);
    return { ...subnet, address: fullAddress(subnet.family, octets) };
  },
};

function readSubnet(reader: Reader): ClientSubnet {
  const { recorder } = reader;
  const rfc = 'RFC 7871 6';
  const number = (label: string, octets: 1 | 2, means: string): number => {
    const at = reader.offset;
    const value = octets === 1 ? reader.u8() : reader.u16();
    recorder?.leaf(label, at, reader.offset, { value: String(value), means, rfc });
    return value;
  };
  const family = number('FAMILY', 2, 'which kind of address: 1 is IPv4, 2 is IPv6');
  const sourcePrefixLength = number('SOURCE PREFIX-LENGTH', 1, 'bits of the address that the query gives');
  const scopePrefixLength = number('SCOPE PREFIX-LENGTH', 1, 'bits that the answer depends on');
  const at = reader.offset;
  const octets = reader.rest();
  const wanted = Math.ceil(sourcePrefixLength / 8);
  const known = FAMILIES[family];
  // RFC 7871 6: too few octets, or too many, are a format error.
  if (known && (octets.length !== wanted || wanted > known.octets)) {
    const message = `${octets.length} octets of address for a prefix of ${sourcePrefixLength} bits`;
    throw new WireError('bad-value', at, message);
  }
  const address = fullAddress(family, octets);
  if (octets.length > 0) {
    const means = 'the address, cut after the octet that the prefix ends in';
    recorder?.leaf('ADDRESS', at, reader.offset, { value: address, means, rfc });
  }
  return { family, sourcePrefixLength, scopePrefixLength, address };
}

function fullAddress(family: number, octets: Uint8Array): string {
  const known = FAMILIES[family];
  if (!known) return printHex(octets);
  const whole = new Uint8Array(known.octets);
  whole.set(octets);
  return known.print(whole);
}

/** The octets that go on the wire; undefined where the text is no address of the family, or the prefix too long. */
function addressOctets({ family, sourcePrefixLength, address }: ClientSubnet): Uint8Array | undefined {
  const known = FAMILIES[family];
  if (!known) return scanHex(address);
  const wanted = Math.ceil(sourcePrefixLength / 8);
  return wanted > known.octets ? undefined : known.scan(address)?.subarray(0, wanted);
}

function familyOf(text: string, token: Token): { readonly family: number; readonly address: string } {
  if (scanIpv4(text)) return { family: 1, address: text };
  if (scanIpv6(text)) return { family: 2, address: text };
  const other = /^(\d{1,5}):([\da-f]*)$/i.exec(text);
  if (!other || Number(other[1]) > 0xffff) throw notASubnet(token);
  return { family: Number(other[1]), address: other[2]! };
}

function octetOf(text: string | undefined, token: Token): number {
  if (text === undefined || !/^\d{1,3}$/.test(text) || Number(text) > 255) throw notASubnet(token);
  return Number(text);
}

function notASubnet(token: Token): ScanError {
  return new ScanError(`"${token.text}" is no client subnet such as 192.0.2.0/24/0`, token);
}
