/**
 * URI records (RFC 7553): the whole URI of a service, by priority and weight.
 */

import { NameError, scanName, type Name } from '../../message/name.ts';
import { URI } from '../../message/records/uri.ts';
import { printable } from '../../message/printable-text.ts';
import { portsNamed } from '../../message/well-known-ports.ts';
import { followed, noteHosts, portNamed, unknownOf, type Lead, type WayResult } from '../endpoint.ts';
import { found, type Reading } from '../known.ts';
import { asciiText } from '../text.ts';

export function readUniformResources(
  reading: Reading,
  owner: Name,
  port: string,
  service: string,
): WayResult {
  const looked = reading.look(owner, URI);
  const records = found(looked, URI).toSorted(
    (a, b) => a.rdata.priority - b.rdata.priority || b.rdata.weight - a.rdata.weight,
  );
  const leads = records.flatMap((record): Lead[] => {
    const uri = asciiText(record.rdata.target);
    const place = placeOf(uri);
    if (!place) return [];
    const scheme = portsNamed(place.scheme).find(({ protocols }) => protocols.includes('tcp'));
    return [
      {
        via: [record],
        host: place.host,
        port: place.port ?? scheme?.port ?? portNamed(port, 'tcp'),
        portFrom: place.port === undefined ? 'well-known' : 'record',
        protocols: ['tcp'],
        priority: record.rdata.priority,
        uri: printable(uri),
      },
    ];
  });
  const endpoints = followed(reading, leads, service);
  noteHosts(reading, endpoints, service, `the URI record of ${owner}`, null);
  return { endpoints, declined: null, unknown: unknownOf(looked, 'URI') };
}

interface Place {
  readonly scheme: string;
  readonly host: Name;
  readonly port: number | undefined;
}

/** RFC 3986 3.2; undefined for a URI without a host that is a name. */
function placeOf(uri: string): Place | undefined {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/(?:[^/?#@]*@)?([^/?#:[\]]+)(?::(\d{1,5}))?(?:[/?#]|$)/i.exec(uri);
  if (!parts) return undefined;
  const port = parts[3] === undefined ? undefined : Number(parts[3]);
  if (port !== undefined && port > 0xffff) return undefined;
  try {
    return { scheme: parts[1]!.toLowerCase(), host: scanName(parts[2]!), port };
  } catch (error) {
    if (error instanceof NameError) return undefined;
    throw error;
  }
}
