import { describe, expect, it } from 'vitest';
import {
  portsNamed,
  portsNumbered,
  serviceName,
  servicePort,
  WELL_KNOWN_PORTS,
  wellKnownPort,
} from '../../src/message/well-known-ports.ts';

describe('well-known ports', () => {
  it.each([
    [13, 'tcp', 'daytime'],
    [21, 'tcp', 'ftp'],
    [23, 'tcp', 'telnet'],
    [25, 'tcp', 'smtp'],
    [53, 'udp', 'domain'],
    [53, 'tcp', 'domain'],
    [67, 'udp', 'bootps'],
    [80, 'tcp', 'http'],
    [109, 'tcp', 'pop2'],
    [110, 'tcp', 'pop3'],
    [119, 'tcp', 'nntp'],
    [443, 'tcp', 'https'],
    [514, 'tcp', 'shell'],
    [514, 'udp', 'syslog'],
    [853, 'tcp', 'domain-s'],
  ] as const)('%i over %s is %s, both ways', (port, protocol, name) => {
    expect(serviceName(port, protocol)).toBe(name);
    expect(servicePort(name.toUpperCase(), protocol)).toBe(port);
  });

  it('know other names, and only the protocol that is used', () => {
    expect(servicePort('www', 'tcp')).toBe(80);
    expect(servicePort('Mail', 'tcp')).toBe(25);
    expect(servicePort('smtp', 'udp')).toBeUndefined();
    expect(servicePort('no-such-service', 'tcp')).toBeUndefined();
    expect(serviceName(25, 'udp')).toBeUndefined();
    expect(serviceName(65_535, 'tcp')).toBeUndefined();
    expect(portsNumbered(514).map(({ name }) => name)).toEqual(['shell', 'syslog']);
    expect(portsNamed('POP').map(({ port }) => port)).toEqual([110]);
    expect(wellKnownPort(123, 'udp')?.rfc).toBe('RFC 5905');
  });

  it('are in order, each number and name once for a protocol, each with a sentence', () => {
    const keys = (pick: (row: (typeof WELL_KNOWN_PORTS)[number]) => readonly string[]): string[] =>
      WELL_KNOWN_PORTS.flatMap((row) =>
        row.protocols.flatMap((protocol) => pick(row).map((key) => `${key}/${protocol}`)),
      );
    const numbers = keys(({ port }) => [String(port)]);
    const names = keys(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const order = WELL_KNOWN_PORTS.map(({ port }) => port);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    for (const { name, aliases, meaning, rfc } of WELL_KNOWN_PORTS) {
      expect(meaning).toMatch(/^\S.*\.$/);
      expect(rfc).toMatch(/^(RFC \d+( [\d.]+)?)?$/);
      for (const each of [name, ...aliases]) expect(each).toMatch(/^[a-z\d][a-z\d.-]*$/);
    }
  });
});
