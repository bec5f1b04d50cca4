/**
 * MX records (RFC 5321 5.1): the hosts that take mail for a name, the most preferred first; or a record that says that none
 * does (RFC 7505).
 */

import { ROOT, type Name } from '../../message/name.ts';
import { MX } from '../../message/records/mx.ts';
import { followed, NO_WAY, noteHosts, portNamed, unknownOf, type Lead, type WayResult } from '../endpoint.ts';
import { found, type Reading } from '../known.ts';

export function readMailExchanges(reading: Reading, name: Name, port: string, service: string): WayResult {
  const looked = reading.look(name, MX);
  const records = found(looked, MX).toSorted((a, b) => a.rdata.preference - b.rdata.preference);
  const real = records.filter(({ rdata }) => rdata.exchange !== ROOT);
  if (records.length > 0 && real.length === 0) return { ...NO_WAY, declined: `${name} MX 0 .` };
  if (real.length < records.length)
    reading.note(
      'NULL_MX_NOT_ALONE',
      service,
      `${name} has a null MX record, which says "no mail", beside ${real.length} that ${real.length === 1 ? 'takes' : 'take'} it`,
    );
  const leads = real.map((record): Lead => ({
    via: [record],
    host: record.rdata.exchange,
    port: portNamed(port, 'tcp'),
    portFrom: 'well-known',
    protocols: ['tcp'],
    priority: record.rdata.preference,
  }));
  const endpoints = followed(reading, leads, service);
  noteHosts(reading, endpoints, service, 'the MX record', 'MX_IS_ALIAS');
  return { endpoints, declined: null, unknown: unknownOf(looked, 'MX') };
}
