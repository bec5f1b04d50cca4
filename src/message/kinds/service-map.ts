/**
 * Well-known services of a host (RFC 1035 3.4.2): a protocol number, and a bit for each port that is served. Zone text
 * names protocols and ports where they have names.
 */

import { ScanError, type Token } from '../tokens.ts';
import { serviceName, servicePort, type PortProtocol } from '../well-known-ports.ts';
import { WireError } from '../wire-error.ts';
import { u8 } from './integers.ts';
import { field, partsOf, type Kind } from './kind.ts';
import { readPart } from './part.ts';
import { bitsOf, typesOf } from './type-bitmaps.ts';

export interface ServiceMap {
  /** As IP numbers it: 6 is TCP, 17 is UDP. */
  readonly protocol: number;
  /** In ascending order. */
  readonly ports: readonly number[];
  /** Zero octets at the end of the bit map, which say nothing; zone text leaves them out. */
  readonly spareOctets?: number;
}

const RFC = 'RFC 1035 3.4.2';
const MOST_OCTETS = 0x10000 / 8;
const PROTOCOLS: ReadonlyMap<string, number> = new Map([
  ['tcp', 6],
  ['udp', 17],
]);
const PROTOCOL = field('protocol', { ...u8, print: protocolName }, '6 is TCP, 17 is UDP');
const BITMAP = { name: 'bitmap', meaning: 'a bit for each port from 0 on that is served' };

export const serviceMap: Kind<ServiceMap> = {
  title: 'protocol and bit map of ports',
  parts: [...partsOf([PROTOCOL]), BITMAP],
  read: (reader) => {
    const protocol = readPart(reader, PROTOCOL, RFC);
    const at = reader.offset;
    const bits = reader.rest();
    if (bits.length > MOST_OCTETS)
      throw new WireError('bad-value', at, `a bit map beyond port 65535 (${RFC})`);
    const ports = typesOf(bits, 0);
    if (bits.length > 0) {
      const print = (): string => printPorts(protocol, ports);
      reader.recorder?.leaf('bitmap', at, reader.offset, { means: BITMAP.meaning, rfc: RFC, print });
    }
    const spareOctets = bits.length - bitsOf(ports).length;
    return { protocol, ports, ...(spareOctets > 0 ? { spareOctets } : {}) };
  },
  write: (writer, { protocol, ports, spareOctets = 0 }) => {
    if (ports.some((port) => !(port >= 0 && port <= 0xffff)))
      throw new WireError('bad-value', writer.offset, 'a port above 65535');
    writer.u8(protocol);
    writer.put(bitsOf(ports.toSorted((a, b) => a - b)));
    writer.put(new Uint8Array(spareOctets));
  },
  print: ({ protocol, ports }) => `${protocolName(protocol)} ${printPorts(protocol, ports)}`.trim(),
  scan: (tokens) => {
    const protocol = scanProtocol(tokens.next('a protocol'));
    const ports = new Set<number>();
    while (!tokens.done) ports.add(scanPort(tokens.next('a port'), protocol));
    return { protocol, ports: [...ports].toSorted((a, b) => a - b) };
  },
};

function protocolName(protocol: number): string {
  return namedProtocol(protocol) ?? String(protocol);
}

function namedProtocol(protocol: number): PortProtocol | undefined {
  return [...PROTOCOLS].find(([, number]) => number === protocol)?.[0] as PortProtocol | undefined;
}

function printPorts(protocol: number, ports: readonly number[]): string {
  const name = namedProtocol(protocol);
  return ports.map((port) => (name && serviceName(port, name)) ?? String(port)).join(' ');
}

function scanProtocol(token: Token): number {
  const named = PROTOCOLS.get(token.text.toLowerCase());
  if (named !== undefined) return named;
  if (/^\d{1,3}$/.test(token.text) && Number(token.text) <= 0xff) return Number(token.text);
  throw new ScanError(`"${token.text}" is no protocol: tcp, udp or a number up to 255`, token);
}

function scanPort(token: Token, protocol: number): number {
  if (/^\d{1,5}$/.test(token.text) && Number(token.text) <= 0xffff) return Number(token.text);
  const name = namedProtocol(protocol);
  const port = name && servicePort(token.text, name);
  if (port === undefined) throw new ScanError(`"${token.text}" is no port or well-known service`, token);
  return port;
}
