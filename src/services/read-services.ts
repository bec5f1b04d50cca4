/**
 * The services of a name, from what is known of it; and what else to ask to know more. Pure: whoever asks calls this again
 * with the answers until nothing is wanted any more.
 */

import type { Question } from '../message/message.ts';
import { lowerCased, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { HTTPS } from '../message/records/https.ts';
import { NS } from '../message/records/ns.ts';
import { SVCB } from '../message/records/svcb.ts';
import type { PortProtocol } from '../message/well-known-ports.ts';
import { followed, NO_WAY, portNamed, type Endpoint, type Lead, type WayResult } from './endpoint.ts';
import { below, isUnknown, Reading, type Known, type Looked } from './known.ts';
import type { Note } from './notes.ts';
import { withCertificates, readCertificateAuthorities, readHostKeys } from './policies/certificates.ts';
import { readDkim, readDmarc, readStrictTransport, readTlsReporting } from './policies/mail-policies.ts';
import { readSenderPolicy } from './policies/sender-policy.ts';
import type { Policy, PolicyName } from './policy.ts';
import type { Service, Way } from './service.ts';
import { readMailExchanges } from './ways/mail-exchange.ts';
import { readNameServers } from './ways/name-servers.ts';
import { readNamingAuthority, replacedNames } from './ways/naming-authority.ts';
import { readServiceBindings } from './ways/service-binding.ts';
import { readServiceLocations } from './ways/service-location.ts';
import { readUniformResources } from './ways/uniform-resource.ts';

/** What is to be found out. */
export interface ServicesWish {
  readonly name: Name;
  readonly services: readonly Service[];
  readonly policies: readonly PolicyName[];
  /** The names under which DKIM keys may stand: nothing in DNS lists them. */
  readonly dkimSelectors: readonly string[];
}

/**
 * `declined`: a record says that it is not offered; `broken`: records, but no address behind any; `unknown`: nobody answered
 * for the records that would lead there.
 */
type ServiceStatus = 'offered' | 'declined' | 'broken' | 'none' | 'unknown';

export interface FoundService {
  readonly service: Service;
  readonly status: ServiceStatus;
  readonly endpoints: readonly Endpoint[];
  /** The records that say that it is not offered, or not so. */
  readonly declined: readonly string[];
  /** A sentence for each question that nobody answered. */
  readonly unknown: readonly string[];
}

export interface FoundServices {
  readonly name: Name;
  /** How the walk for the addresses of the name itself ended. */
  readonly itself: Looked;
  readonly services: readonly FoundService[];
  readonly policies: readonly Policy[];
  readonly notes: readonly Note[];
}

export interface ServicesReading {
  /** What has to be asked; empty once all is known. */
  readonly wanted: readonly Question[];
  /** Whole only where nothing is wanted. */
  readonly found: FoundServices;
}

export function readServices(wish: ServicesWish, known: Known): ServicesReading {
  const reading = new Reading(known);
  const { name } = wish;
  const itself = reading.look(name, A);
  // The first answer says whether there is anything to ask about, and leaves the zone cuts in memory for all others.
  if (reading.wanted.size > 0) return readingOf(wish, reading, itself, 'nothing');
  // RFC 8020 2: below a name that does not exist there is nothing.
  if (itself.status === 'nxdomain' && itself.aliases.length === 0)
    return readingOf(wish, reading, itself, 'nothing');
  if (isUnknown(itself)) {
    const zone = reading.look(name, NS);
    // A server that stumbles over one type may know others; one that knows neither is not asked sixty times more.
    if (reading.wanted.size > 0) return readingOf(wish, reading, itself, 'nothing');
    if (isUnknown(zone)) return readingOf(wish, reading, itself, 'unknown');
  }
  return readingOf(wish, reading, itself, 'all');
}

function readingOf(
  { name, services, policies, dkimSelectors }: ServicesWish,
  reading: Reading,
  itself: Looked,
  depth: 'nothing' | 'unknown' | 'all',
): ServicesReading {
  const unknown = depth === 'unknown' ? [itself.message] : [];
  const status = depth === 'unknown' ? 'unknown' : 'none';
  const found: FoundServices =
    depth === 'all'
      ? {
          name,
          itself,
          services: services.map((service) => readService(reading, name, service)),
          policies: policies.flatMap((policy) => readPolicies(reading, name, policy, dkimSelectors)),
          notes: reading.notes,
        }
      : {
          name,
          itself,
          services: services.map((service) => ({ service, status, endpoints: [], declined: [], unknown })),
          policies: policies
            .filter((policy) => policy !== 'dkim' || dkimSelectors.length > 0)
            .map((policy) => ({ name: policy, owner: name, status, records: [], says: unknown[0] ?? '' })),
          notes: [],
        };
  return { wanted: [...reading.wanted.values()], found };
}

function readService(reading: Reading, name: Name, service: Service): FoundService {
  const results = service.ways.map((way) => readWay(reading, name, way, service));
  const byRecord = results.flatMap(({ endpoints }) => endpoints);
  const declined = results.flatMap((result) => result.declined ?? []);
  const unknown = results.flatMap((result) => result.unknown);
  const isSilent = byRecord.length === 0 && declined.length === 0 && unknown.length === 0;
  // Mail must not go to the addresses only because the MX records could not be had (RFC 5321 5.1).
  const endpoints = isSilent ? readAddressesItself(reading, name, service) : byRecord;
  const lost = endpoints
    .filter(({ state }) => state === 'unknown')
    .map(({ host }) => `${ADDRESSES_OF}${host}`);
  const dressed = service.tls ? withCertificates(reading, endpoints, service.name) : endpoints;
  const status = statusOf(dressed, declined, [...unknown, ...lost]);
  return { service, status, endpoints: dressed, declined, unknown: [...unknown, ...lost] };
}

/** How a host is named whose addresses nobody gave. */
export const ADDRESSES_OF = 'addresses of ';

function statusOf(
  endpoints: readonly Endpoint[],
  declined: readonly string[],
  unknown: readonly string[],
): ServiceStatus {
  if (endpoints.some(({ state }) => state === 'usable')) return 'offered';
  if (unknown.length > 0) return 'unknown';
  if (endpoints.length > 0) return 'broken';
  return declined.length > 0 ? 'declined' : 'none';
}

function readWay(reading: Reading, name: Name, way: Way, { name: service, ways }: Service): WayResult {
  switch (way.kind) {
    case 'srv': {
      const owner = below(way.below, name);
      // Found already, by way of NAPTR.
      if (ways.some(({ kind }) => kind === 'naptr') && replacedNames(reading, name).has(lowerCased(owner)))
        return NO_WAY;
      return readServiceLocations(reading, owner, service);
    }
    case 'https':
      return readServiceBindings(reading, name, HTTPS, way.port, service);
    case 'svcb':
      return readServiceBindings(reading, below(way.below, name), SVCB, way.port, service);
    case 'mx':
      return readMailExchanges(reading, name, way.port, service);
    case 'ns':
      return readNameServers(reading, name, way.port, service);
    case 'uri':
      return readUniformResources(reading, below(way.below, name), way.port, service);
    case 'naptr':
      return readNamingAuthority(reading, name, way.services, service);
  }
}

/** Nothing is said of a name that has no address either. */
function readAddressesItself(
  reading: Reading,
  name: Name,
  { otherwise, name: service }: Service,
): Endpoint[] {
  if (!otherwise) return [];
  const { how, rfc, ports } = otherwise;
  const leads = ports.map((each): Lead => {
    const [port, protocol] = each.split('/') as [string, PortProtocol];
    return {
      how,
      rule: rfc,
      via: [],
      host: name,
      port: portNamed(port, protocol),
      portFrom: 'well-known',
      protocols: [protocol],
    };
  });
  return followed(reading, leads, service).filter(({ state }) => state !== 'no-address');
}

function readPolicies(
  reading: Reading,
  name: Name,
  policy: PolicyName,
  dkimSelectors: readonly string[],
): Policy[] {
  switch (policy) {
    case 'spf':
      return [readSenderPolicy(reading, name)];
    case 'dmarc':
      return [readDmarc(reading, name)];
    case 'dkim':
      return dkimSelectors.map((selector) => readDkim(reading, name, selector));
    case 'mta-sts':
      return [readStrictTransport(reading, name)];
    case 'tls-rpt':
      return [readTlsReporting(reading, name)];
    case 'caa':
      return [readCertificateAuthorities(reading, name)];
    case 'sshfp':
      return [readHostKeys(reading, name)];
  }
}
