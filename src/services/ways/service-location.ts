/**
 * SRV records (RFC 2782): hosts with their ports, by priority and weight; a target of `.` says that the service is not
 * offered.
 */

import type { ResourceRecord } from '../../message/message.ts';
import { ROOT, type Name } from '../../message/name.ts';
import { printRdata } from '../../message/record-text.ts';
import { SRV } from '../../message/records/srv.ts';
import type { PortProtocol } from '../../message/well-known-ports.ts';
import { followed, NO_WAY, noteHosts, unknownOf, type Lead, type WayResult } from '../endpoint.ts';
import { found, type Reading } from '../known.ts';

/** `owner` with its `_service._proto` in front; `via` is what led to that name. */
export function readServiceLocations(
  reading: Reading,
  owner: Name,
  service: string,
  via: readonly ResourceRecord[] = [],
): WayResult {
  const looked = reading.look(owner, SRV);
  const records = found(looked, SRV).toSorted(
    (a, b) => a.rdata.priority - b.rdata.priority || b.rdata.weight - a.rdata.weight,
  );
  const real = records.filter(({ rdata }) => rdata.target !== ROOT);
  if (records.length > 0 && real.length === 0)
    return { ...NO_WAY, declined: `${owner} SRV ${printRdata(records[0]!)}` };
  if (real.length < records.length)
    reading.note(
      'NO_SERVICE_NOT_ALONE',
      service,
      `${owner} has an SRV record with the target ".", which says "not offered", beside others`,
    );
  const leads = real.map((record): Lead => ({
    via: [...via, record],
    host: record.rdata.target,
    port: record.rdata.port,
    portFrom: 'record',
    protocols: [protocolOf(owner)],
    priority: record.rdata.priority,
  }));
  const endpoints = followed(reading, leads, service);
  noteHosts(reading, endpoints, service, `the SRV record of ${owner}`, 'SRV_IS_ALIAS');
  return { endpoints, declined: null, unknown: unknownOf(looked, 'SRV') };
}

/** RFC 2782: the second label is the protocol. */
function protocolOf(owner: Name): PortProtocol {
  return /^[^.]*\._udp\./i.test(owner) ? 'udp' : 'tcp';
}
