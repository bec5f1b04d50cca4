/**
 * NAPTR records, as SIP and TURN use them (RFC 3263 4.1, RFC 5928 3): each names a protocol and leads on to SRV records (flag
 * `s`) or to addresses (flag `a`).
 */

import { lowerCased, type Name } from '../../message/name.ts';
import { NAPTR } from '../../message/records/naptr.ts';
import { followed, MOST_FOLLOWED, NO_WAY, portNamed, unknownOf, type WayResult } from '../endpoint.ts';
import { found, type Reading } from '../known.ts';
import { asciiText } from '../text.ts';
import { readServiceLocations } from './service-location.ts';

/** `services` has the well-known port for each services field that counts. */
export function readNamingAuthority(
  reading: Reading,
  name: Name,
  services: Readonly<Record<string, string>>,
  service: string,
): WayResult {
  const looked = reading.look(name, NAPTR);
  const ports = new Map(Object.entries(services).map(([field, port]) => [field.toLowerCase(), port]));
  const rules = found(looked, NAPTR)
    .map((record) => ({
      record,
      flag: asciiText(record.rdata.flags).toLowerCase(),
      port: ports.get(asciiText(record.rdata.services).toLowerCase()),
    }))
    .filter(({ port, flag }) => port !== undefined && (flag === 's' || flag === 'a'))
    // RFC 3403 4.1: by order, and within one order by preference.
    .toSorted(
      ({ record: { rdata: a } }, { record: { rdata: b } }) =>
        a.order - b.order || a.preference - b.preference,
    );
  const results = rules.slice(0, MOST_FOLLOWED).map(({ record, flag, port }): WayResult => {
    const { replacement } = record.rdata;
    if (flag === 's') return readServiceLocations(reading, replacement, service, [record]);
    const protocol = /udp|d2u/i.test(asciiText(record.rdata.services)) ? 'udp' : 'tcp';
    const lead = {
      via: [record],
      host: replacement,
      port: portNamed(port!, protocol),
      portFrom: 'well-known' as const,
      protocols: [protocol] as const,
      priority: record.rdata.order,
    };
    return { ...NO_WAY, endpoints: followed(reading, [lead], service) };
  });
  return {
    endpoints: results.flatMap(({ endpoints }) => endpoints),
    declined: null,
    unknown: [...unknownOf(looked, 'NAPTR'), ...results.flatMap(({ unknown }) => unknown)],
  };
}

/** The names to which NAPTR records lead already: their SRV records need not be listed twice. */
export function replacedNames(reading: Reading, name: Name): ReadonlySet<Name> {
  const records = found(reading.look(name, NAPTR), NAPTR);
  return new Set(records.map(({ rdata }) => lowerCased(rdata.replacement)));
}
