/**
 * The services of a name as a report in Markdown: the table, what else the records say, and what is wrong with them.
 */

import { printRdata } from '../../message/record-text.ts';
import type { Note } from '../../services/notes.ts';
import type { FoundService } from '../../services/read-services.ts';
import { codeSpan, proseText } from '../markdown-text.ts';
import { table } from '../trace-markdown.ts';
import { behindParts, leadText, portText } from './endpoint-cells.ts';
import type { ServicesRun } from './services-run.ts';

const MOST_ENDPOINTS = 50;

export function servicesMarkdown({ at, found, summary }: ServicesRun): string {
  const { name, services, policies, notes } = found;
  const when = new Date(at).toISOString().slice(0, 19).replace('T', ' ');
  const shown = services.filter(({ status }) => status !== 'none');
  const none = services.filter(({ status }) => status === 'none').map(({ service }) => service.name);
  const said = policies
    .filter(({ status }) => status !== 'none')
    .map((policy) => [
      policy.name,
      codeSpan(policy.owner),
      policy.records.map((record) => codeSpan(printRdata(record))).join(' '),
      proseText(policy.says),
    ]);
  const parts = [
    `# Services of ${codeSpan(name)}`,
    `Looked up ${when} UTC.`,
    ...(summary.status === 'answer' ? [] : [proseText(summary.message)]),
    ...(shown.length > 0
      ? [table(['service', 'port', 'by', 'host', 'addresses'], shown.flatMap(rowsOf))]
      : []),
    ...(none.length > 0 && summary.status !== 'nxdomain' ? [`Nothing leads to ${none.join(', ')}.`] : []),
    ...(said.length > 0
      ? ['## What else its records say', table(['name', 'owner', 'record', 'comes to'], said)]
      : []),
    ...(notes.length > 0 ? ['## What is wrong or worth knowing', notes.map(noteItem).join('\n')] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function noteItem({ code, severity, message, rfc }: Note): string {
  return `- ${severity} ${codeSpan(code)}: ${proseText(message)}${rfc === '' ? '' : ` (${rfc})`}`;
}

function rowsOf({ service, endpoints, declined, unknown }: FoundService): string[][] {
  const more = endpoints.length - MOST_ENDPOINTS;
  const rows = endpoints.slice(0, MOST_ENDPOINTS).map((endpoint) => [
    portText(endpoint),
    proseText(leadText(endpoint)),
    codeSpan(endpoint.host),
    behindParts(endpoint)
      .map((part) => (part.includes(' ') ? proseText(part) : codeSpan(part)))
      .join(', '),
  ]);
  const words = [
    ...(more > 0 ? [['', `and ${more} more`, '', '']] : []),
    ...declined.map((text) => ['', 'not offered', '', codeSpan(text)]),
    ...unknown.map((text) => ['', 'unknown', '', proseText(text)]),
  ];
  return [...rows, ...words].map((cells, at) => [at === 0 ? service.name : '', ...cells]);
}
