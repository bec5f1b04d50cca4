/**
 * NS records: the servers of the zone, where the name is one. A name inside a zone has no servers of its own, and its
 * service of names is that of the zone.
 */

import type { Name } from '../../message/name.ts';
import { NS } from '../../message/records/ns.ts';
import { followed, noteHosts, portNamed, unknownOf, type Lead, type WayResult } from '../endpoint.ts';
import { found, type Reading } from '../known.ts';

export function readNameServers(reading: Reading, name: Name, port: string, service: string): WayResult {
  const servers = reading.look(name, NS);
  // Behind an alias are the servers of another name.
  const own = servers.aliases.length === 0 ? found(servers, NS) : [];
  const leads = own.map((record): Lead => ({
    via: [record],
    host: record.rdata.nameServer,
    port: portNamed(port, 'udp'),
    portFrom: 'well-known',
    protocols: ['udp', 'tcp'],
  }));
  const endpoints = followed(reading, leads, service);
  noteHosts(reading, endpoints, service, `the NS record of ${name}`, 'NS_IS_ALIAS');
  return { endpoints, declined: null, unknown: unknownOf(servers, 'NS') };
}
