/**
 * The services of a name as comma-separated values (RFC 4180): a line for each endpoint, and one for each service that is
 * known to have none or could not be found out.
 */

import type { Endpoint } from '../../services/endpoint.ts';
import type { FoundService } from '../../services/read-services.ts';
import { leadText } from './endpoint-cells.ts';
import type { ServicesRun } from './services-run.ts';

const COLUMNS = [
  'name',
  'service',
  'status',
  'how',
  'by',
  'priority',
  'port',
  'protocols',
  'portName',
  'portFrom',
  'host',
  'addresses',
];

export function servicesCsv({ found: { name, services } }: ServicesRun): string {
  const rows = services.flatMap((each): string[][] =>
    each.endpoints.length === 0
      ? [[name, each.service.name, each.status, ...COLUMNS.slice(3).map(() => '')]]
      : each.endpoints.map((endpoint) => [name, ...cells(each, endpoint)]),
  );
  return [COLUMNS, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function cells({ service, status }: FoundService, endpoint: Endpoint): string[] {
  const { how, priority, port, protocols, portName, portFrom, host, addresses } = endpoint;
  return [
    service.name,
    status,
    how,
    leadText(endpoint),
    priority === null ? '' : String(priority),
    String(port),
    protocols.join(' '),
    portName ?? '',
    portFrom,
    host,
    addresses.join(' '),
  ];
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
