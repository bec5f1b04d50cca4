/**
 * Gateways and relays whose form a type number tells: nothing, an IPv4 or IPv6 address, or a domain name, for IPSECKEY
 * (RFC 4025 2) and AMTRELAY (RFC 8777 4.2).
 */

import { ROOT } from '../name.ts';
import type { Reader } from '../reader.ts';
import { ScanError, type Tokens } from '../tokens.ts';
import { WireError } from '../wire-error.ts';
import type { Writer } from '../writer.ts';
import { ipv4Address, ipv6Address } from './addresses.ts';
import { domainName } from './domain-name.ts';
import { scanInteger, u8 } from './integers.ts';
import { field, partsOf, type Field, type Kind } from './kind.ts';
import { readPart } from './part.ts';

/** No gateway: zone text has the root in its place, the wire has nothing. */
const nothing: Kind<string> = {
  title: 'nothing',
  octets: 0,
  read: () => ROOT,
  write: () => {},
  print: () => ROOT,
  scan: (tokens) => {
    const token = tokens.next('a dot');
    if (token.text !== ROOT) throw new ScanError(`"${token.text}" where a dot stands for no gateway`, token);
    return ROOT;
  },
};

/** By its type number. */
const FORMS: readonly Field<string, string>[] = [
  field('gateway', nothing, 'no gateway'),
  field('gateway', ipv4Address, 'an IPv4 address'),
  field('gateway', ipv6Address, 'an IPv6 address'),
  field('gateway', domainName, 'a domain name'),
];

export interface IpsecGateway {
  /** 0 none, 1 IPv4, 2 IPv6, 3 name. */
  readonly gatewayType: number;
  readonly algorithm: number;
  /** `.` where there is none. */
  readonly gateway: string;
}

const IPSEC = 'RFC 4025 2.1';
const GATEWAY_TYPE = field('gatewayType', u8, '0 none, 1 IPv4, 2 IPv6, 3 name');
const ALGORITHM = field('algorithm', u8, 'the kind of the public key: 0 none, 1 DSA, 2 RSA, 3 ECDSA');
const GATEWAY = { name: 'gateway', meaning: 'an address or a name, as the type says' };

export const ipsecGateway: Kind<IpsecGateway> = {
  title: 'gateway with its type and the algorithm',
  parts: [...partsOf([GATEWAY_TYPE, ALGORITHM]), GATEWAY],
  read: (reader) => {
    const at = reader.offset;
    const gatewayType = readPart(reader, GATEWAY_TYPE, IPSEC);
    const algorithm = readPart(reader, ALGORITHM, IPSEC);
    return { gatewayType, algorithm, gateway: readForm(reader, gatewayType, at, IPSEC) };
  },
  write: (writer, { gatewayType, algorithm, gateway }) => {
    writer.u8(gatewayType);
    writer.u8(algorithm);
    writeForm(writer, gatewayType, gateway);
  },
  print: ({ gatewayType, algorithm, gateway }) => `${gatewayType} ${algorithm} ${gateway}`,
  scan: (tokens) => {
    const gatewayType = scanInteger(tokens, FORMS.length - 1);
    const algorithm = scanInteger(tokens, 0xff);
    return { gatewayType, algorithm, gateway: scanForm(tokens, gatewayType) };
  },
};

export interface MulticastRelay {
  /** True where the relay may be asked without discovery. */
  readonly discoveryOptional: boolean;
  /** 0 none, 1 IPv4, 2 IPv6, 3 name. */
  readonly relayType: number;
  readonly relay: string;
}

const AMT = 'RFC 8777 4.2';
const DISCOVERY_AND_TYPE = field(
  'discoveryAndType',
  u8,
  '128: discovery is optional; the rest is the type: 0 none, 1 IPv4, 2 IPv6, 3 name',
);

export const multicastRelay: Kind<MulticastRelay> = {
  title: 'relay with its type',
  parts: [...partsOf([DISCOVERY_AND_TYPE]), GATEWAY],
  read: (reader) => {
    const at = reader.offset;
    const octet = readPart(reader, DISCOVERY_AND_TYPE, AMT);
    const relayType = octet & 0x7f;
    return { discoveryOptional: octet > 0x7f, relayType, relay: readForm(reader, relayType, at, AMT) };
  },
  write: (writer, { discoveryOptional, relayType, relay }) => {
    writer.u8((discoveryOptional ? 0x80 : 0) | relayType);
    writeForm(writer, relayType, relay);
  },
  print: ({ discoveryOptional, relayType, relay }) => `${discoveryOptional ? 1 : 0} ${relayType} ${relay}`,
  scan: (tokens) => {
    const discoveryOptional = scanInteger(tokens, 1) === 1;
    const relayType = scanInteger(tokens, FORMS.length - 1);
    return { discoveryOptional, relayType, relay: scanForm(tokens, relayType) };
  },
};

function readForm(reader: Reader, type: number, at: number, rfc: string): string {
  const form = FORMS[type];
  if (!form) throw new WireError('bad-value', at, `a gateway of the unknown type ${type} (${rfc})`);
  return form.kind === nothing ? ROOT : readPart(reader, form, rfc);
}

function writeForm(writer: Writer, type: number, gateway: string): void {
  const form = FORMS[type];
  if (!form) throw new WireError('bad-value', writer.offset, `${type} is no type of gateway`);
  form.kind.write(writer, gateway);
}

function scanForm(tokens: Tokens, type: number): string {
  return FORMS[type]!.kind.scan(tokens);
}
