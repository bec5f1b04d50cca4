/**
 * NS records: the servers of the zone that the name is in, which is not always a zone of that name.
 */

import type { Name } from '../../message/name.ts';
import { A } from '../../message/records/a.ts';
import { NS } from '../../message/records/ns.ts';
import { followed, noteHosts, portNamed, unknownOf, type Lead, type WayResult } from '../endpoint.ts';
import { found, isUnknown, type Reading } from '../known.ts';

export function readNameServers(reading: Reading, name: Name, port: string, service: string): WayResult {
  const looked = reading.look(name, A);
  // An alias may lead into another zone, and a walk that failed did not come as far.
  const apex = looked.aliases.length === 0 && !isUnknown(looked) ? looked.zone : name;
  const servers = reading.look(apex, NS);
  const leads = found(servers, NS).map((record): Lead => ({
    via: [record],
    host: record.rdata.nameServer,
    port: portNamed(port, 'udp'),
    portFrom: 'well-known',
    protocols: ['udp', 'tcp'],
  }));
  const endpoints = followed(reading, leads, service);
  noteHosts(reading, endpoints, service, `the NS record of ${apex}`, 'NS_IS_ALIAS');
  return { endpoints, declined: null, unknown: unknownOf(servers, 'NS') };
}
