/**
 * The table of services as Markdown, a table for each group.
 */

import { servicePort, type PortProtocol } from '../message/well-known-ports.ts';
import { POLICIES } from '../services/policy.ts';
import { SERVICE_GROUPS, type Otherwise, type Service, type Way } from '../services/service.ts';
import { SERVICES } from '../services/table.ts';
import { table } from './page-markdown.ts';

export function servicesMarkdown(): string[] {
  const groups = Object.entries(SERVICE_GROUPS).map(([group, title]) => {
    const rows = SERVICES.filter((service) => service.group === group).map(serviceRow);
    return `## ${title}\n\n${table(['service', 'what it is', 'records', 'without them', 'RFC'], rows)}`;
  });
  const policies = Object.entries(POLICIES).map(([name, { title, rfc }]) => [`\`${name}\``, title, rfc]);
  return [...groups, `## What else is read\n\n${table(['name', 'what it says', 'RFC'], policies)}`];
}

function serviceRow({ name, title, ways, otherwise, rfc, elsewhere }: Service): string[] {
  const without = otherwise ? otherwiseText(otherwise) : '';
  const more = elsewhere === undefined ? '' : `${elsewhere.replace('{name}', 'NAME')} may say otherwise`;
  return [
    `\`${name}\``,
    title,
    ways.map(wayText).join(', '),
    [without, more].filter((text) => text !== '').join('; '),
    rfc,
  ];
}

function wayText(way: Way): string {
  switch (way.kind) {
    case 'srv':
    case 'uri':
    case 'svcb':
      return `${way.below} ${way.kind.toUpperCase()}`;
    case 'naptr':
      return `NAPTR (${Object.keys(way.services).join(', ')})`;
    default:
      return way.kind.toUpperCase();
  }
}

/** `the addresses of the name at 5061/tcp, 5060/udp (RFC 3263 4.2)`. */
function otherwiseText({ how, rfc, ports }: Otherwise): string {
  const numbers = ports.map((each) => {
    const [name, protocol] = each.split('/') as [string, PortProtocol];
    return `${servicePort(name, protocol)}/${protocol}`;
  });
  return `the addresses of the name at ${numbers.join(', ')} (${how === 'rule' ? rfc : 'convention only'})`;
}
