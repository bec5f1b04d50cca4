/** Laws of the table of services. */

import { describe, expect, it } from 'vitest';
import { servicePort, type PortProtocol } from '../../src/message/well-known-ports.ts';
import { SERVICES } from '../../src/services/table.ts';
import type { Way } from '../../src/services/service.ts';
import { POLICIES } from '../../src/services/policy.ts';

/** The ports of a way as `imaps/tcp`. */
function portsOf(way: Way): string[] {
  switch (way.kind) {
    case 'srv':
      return [`${way.port}/${way.below.endsWith('._udp') ? 'udp' : 'tcp'}`];
    case 'naptr':
      return Object.entries(way.services).map(
        ([field, port]) => `${port}/${/udp|D2U/.test(field) ? 'udp' : 'tcp'}`,
      );
    default:
      return [`${way.port}/tcp`];
  }
}

describe.each(SERVICES.map((service) => [service.name, service] as const))('%s', (_, service) => {
  it('has ports of the well-known table', () => {
    const ports = [...service.ways.flatMap(portsOf), ...(service.otherwise?.ports ?? [])];
    const strange = ports.filter((each) => {
      const [name, protocol] = each.split('/') as [string, PortProtocol];
      return servicePort(name, protocol) === undefined;
    });
    expect(strange).toEqual([]);
    expect(ports.length).toBeGreaterThan(0);
  });

  it('asks for names as RFC 2782 makes them', () => {
    const below = service.ways.flatMap((way) => (way.kind === 'srv' ? [way.below] : []));
    expect(below.filter((labels) => !/^_[a-z0-9-]+\._(tcp|udp)$/.test(labels))).toEqual([]);
  });
});

it('no two rows have one name, and no row that of a policy', () => {
  const names = [...SERVICES.map(({ name }) => name), ...Object.keys(POLICIES)];
  expect(names).toHaveLength(new Set(names).size);
});
