/**
 * Where a service is to be had: a host and a port, with the records that led there and the addresses behind.
 */

import type { ResourceRecord } from '../message/message.ts';
import { labelsOf, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { serviceName, servicePort, type PortProtocol } from '../message/well-known-ports.ts';
import { found, isUnknown, type Looked, type Reading } from './known.ts';

export interface Endpoint {
  /** By `record`; or by the addresses of the name alone, as the RFC in `rule` has it, or as custom has it. */
  readonly how: 'record' | 'rule' | 'convention';
  readonly rule: string;
  /** The records that lead to the host, in the order of following. */
  readonly via: readonly ResourceRecord[];
  readonly host: Name;
  readonly port: number;
  /** The port's name in the well-known table; null where it has none. */
  readonly portName: string | null;
  readonly portFrom: 'record' | 'well-known';
  readonly protocols: readonly PortProtocol[];
  /** The protocols that a service binding names (RFC 9460 7.1). */
  readonly alpn: readonly string[];
  /** Lower is tried first; null where the record has no such order. */
  readonly priority: number | null;
  /** The whole URI, where that is what the record has. */
  readonly uri: string | null;
  /** Aliases on the way from the host to its addresses. */
  readonly aliases: readonly Name[];
  readonly addresses: readonly string[];
  readonly state: EndpointState;
  readonly tlsa: readonly ResourceRecord[];
}

type EndpointState = 'usable' | 'no-address' | 'unknown' | 'not-followed';

/** What one way of finding a service came to. */
export interface WayResult {
  readonly endpoints: readonly Endpoint[];
  /** A sentence, where a record says that there is no such service. */
  readonly declined: string | null;
  /** A sentence for each question that nobody answered. */
  readonly unknown: readonly string[];
}

export const NO_WAY: WayResult = { endpoints: [], declined: null, unknown: [] };

/** Servers of one service whose addresses are looked up: more would be a flood, and no client tries as many. */
export const MOST_FOLLOWED = 16;

/** What is known of an endpoint before its host is looked up. */
export type Lead = Pick<Endpoint, 'via' | 'host' | 'port' | 'portFrom' | 'protocols'> &
  Partial<Pick<Endpoint, 'how' | 'rule' | 'alpn' | 'priority' | 'uri'>>;

/** The leads with their addresses; those beyond the most that are followed, without. */
export function followed(reading: Reading, leads: readonly Lead[], service: string): Endpoint[] {
  if (leads.length > MOST_FOLLOWED) {
    const rest = leads.length - MOST_FOLLOWED;
    reading.note(
      'NOT_FOLLOWED',
      service,
      `${leads.length} records lead to ${service}: the addresses of the last ${rest} are not looked up`,
    );
  }
  return leads.map((lead, place) => ({
    how: 'record',
    rule: '',
    alpn: [],
    priority: null,
    uri: null,
    ...lead,
    portName: serviceName(lead.port, lead.protocols[0] ?? 'tcp') ?? null,
    tlsa: [],
    ...(place < MOST_FOLLOWED
      ? hostAddresses(reading, lead.host, service)
      : { aliases: [], addresses: [], state: 'not-followed' as const }),
  }));
}

/** The addresses of a host, both families, with the aliases on the way. */
export function hostAddresses(
  reading: Reading,
  host: Name,
  service: string,
): Pick<Endpoint, 'aliases' | 'addresses' | 'state'> {
  const both = [reading.look(host, A), reading.look(host, AAAA)] as const;
  const addresses = [...found(both[0], A), ...found(both[1], AAAA)].map(({ rdata }) => rdata.address);
  const aliases = (both.find((looked) => looked.aliases.length > 0) ?? both[0]).aliases;
  const loop = both.find(({ reason }) => reason === 'loop');
  if (loop) {
    reading.note('ALIAS_LOOP', service, loop.message);
    return { aliases: [], addresses: [], state: 'no-address' };
  }
  if (addresses.length > 0) return { aliases, addresses, state: 'usable' };
  return { aliases, addresses, state: both.some(isUnknown) ? 'unknown' : 'no-address' };
}

/** Says of each host without an address that it has none; `what` is the record, such as `the MX record`. */
export function noteHosts(
  reading: Reading,
  endpoints: readonly Endpoint[],
  service: string,
  what: string,
  alias: 'MX_IS_ALIAS' | 'SRV_IS_ALIAS' | 'NS_IS_ALIAS' | null,
): void {
  for (const { host, aliases, state } of endpoints) {
    if (looksLikeAddress(host)) {
      reading.note(
        'TARGET_IS_ADDRESS',
        service,
        `${what} has the address ${host.slice(0, -1)} where a name has to stand`,
      );
    } else if (state === 'no-address') {
      reading.note('TARGET_WITHOUT_ADDRESS', service, `${what} leads to ${host}, which has no address`);
    }
    if (alias && aliases.length > 0)
      reading.note(alias, service, `${what} leads to ${host}, which is an alias (of ${aliases.at(-1)!})`);
  }
}

/** `192.0.2.1.` is a name of four labels, and never what was meant. */
function looksLikeAddress(host: Name): boolean {
  const labels = labelsOf(host);
  return labels.length === 4 && labels.every((label) => /^\d{1,3}$/.test(label));
}

/** The number of a port of the table. Throws for a name that is not in it: the table of services is wrong then. */
export function portNamed(name: string, protocol: PortProtocol): number {
  const port = servicePort(name, protocol);
  if (port === undefined) throw new Error(`there is no well-known port "${name}" over ${protocol}`);
  return port;
}

export function unknownOf(looked: Looked, type: string): string[] {
  return isUnknown(looked) ? [`${type} of ${looked.question.name}: ${looked.message}`] : [];
}
