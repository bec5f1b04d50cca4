/**
 * HTTPS and SVCB records (RFC 9460): an alias to another name, or services with target, port and protocols, the most
 * preferred first.
 */

import type { ResourceRecord } from '../../message/message.ts';
import { lowerCased, ROOT, type Name } from '../../message/name.ts';
import type { HTTPS } from '../../message/records/https.ts';
import type { PortProtocol } from '../../message/well-known-ports.ts';
import { followed, NO_WAY, noteHosts, portNamed, unknownOf, type Lead, type WayResult } from '../endpoint.ts';
import { found, isUnknown, type Reading } from '../known.ts';
import { asciiText } from '../text.ts';

/** RFC 9460 3.1: clients limit such chains; as many as a walk follows of the other aliases. */
const MOST_ALIASES = 8;
const ALPN = 1;
const NO_DEFAULT_ALPN = 2;
const PORT = 3;

/** `type` is HTTPS or SVCB, which are laid out alike. */
export function readServiceBindings(
  reading: Reading,
  name: Name,
  type: typeof HTTPS,
  port: string,
  service: string,
): WayResult {
  const defaultPort = portNamed(port, 'tcp');
  const via: ResourceRecord[] = [];
  const seen = new Set<Name>();
  for (let owner = name; ;) {
    seen.add(lowerCased(owner));
    const looked = reading.look(owner, type);
    const records = found(looked, type).toSorted((a, b) => a.rdata.priority - b.rdata.priority);
    const [first] = records;
    if (isUnknown(looked)) return { ...NO_WAY, unknown: unknownOf(looked, type.mnemonic) };
    if (!first) return via.length === 0 ? NO_WAY : throughAlias(reading, via, owner, defaultPort, service);
    if (first.rdata.priority !== 0) {
      const leads = records.map((record): Lead => leadOf(record, via, defaultPort));
      const endpoints = followed(reading, leads, service);
      noteHosts(reading, endpoints, service, `the ${type.mnemonic} record of ${owner}`, null);
      return { ...NO_WAY, endpoints };
    }
    // RFC 9460 2.4.1: beside an alias, records of services are ignored.
    if (records.length > 1)
      reading.note(
        'HTTPS_ALIAS_NOT_ALONE',
        service,
        `${owner} has ${type.mnemonic} records beside an alias (priority 0): they do not count`,
      );
    const { target } = first.rdata;
    // RFC 9460 2.5.1.
    if (target === ROOT) return { ...NO_WAY, declined: `${owner} ${type.mnemonic} 0 .` };
    via.push(first);
    if (seen.has(lowerCased(target)) || via.length > MOST_ALIASES) {
      const path = [...via.map((record) => record.name), target].join(' → ');
      reading.note('HTTPS_ALIAS_LOOP', service, `the ${type.mnemonic} aliases go round or too far: ${path}`);
      return NO_WAY;
    }
    owner = target;
  }
}

/** RFC 9460 3: behind an alias without more such records, the addresses of its target count, at the usual port. */
function throughAlias(
  reading: Reading,
  via: readonly ResourceRecord[],
  host: Name,
  port: number,
  service: string,
): WayResult {
  const lead: Lead = { via, host, port, portFrom: 'well-known', protocols: ['tcp'], priority: 0 };
  const endpoints = followed(reading, [lead], service);
  noteHosts(reading, endpoints, service, `the alias of ${via[0]!.name}`, null);
  return { ...NO_WAY, endpoints };
}

type Found = ReturnType<typeof found<ReturnType<typeof HTTPS.read>>>[number];

function leadOf(record: Found, via: readonly ResourceRecord[], defaultPort: number): Lead {
  const { priority, target, parameters } = record.rdata;
  const value = (key: number): unknown => parameters.find((parameter) => parameter.key === key)?.value;
  const port = value(PORT);
  const named = ((value(ALPN) ?? []) as readonly Uint8Array[]).map(asciiText);
  return {
    via: [...via, record],
    // RFC 9460 2.5.2: the owner itself, behind all its aliases.
    host: target === ROOT ? record.name : target,
    port: typeof port === 'number' ? port : defaultPort,
    portFrom: typeof port === 'number' ? 'record' : 'well-known',
    protocols: protocolsOf(named, value(NO_DEFAULT_ALPN) === undefined),
    alpn: named,
    priority,
  };
}

/** HTTP/3 and DNS over QUIC go over UDP (RFC 9114, RFC 9250), all others over TCP. */
function protocolsOf(alpn: readonly string[], withDefault: boolean): PortProtocol[] {
  const quic = alpn.filter((each) => each === 'h3' || each.startsWith('h3-') || each === 'doq');
  const tcp: PortProtocol[] = withDefault || quic.length < alpn.length ? ['tcp'] : [];
  return quic.length > 0 ? [...tcp, 'udp'] : tcp;
}
