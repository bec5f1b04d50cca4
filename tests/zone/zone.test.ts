import { describe, expect, test } from 'vitest';
import { scanRecord } from '../../src/message/record-text.ts';
import { ZoneError, makeZone } from '../../src/zone/zone.ts';
import { zoneFrom } from './ask.ts';

const SOA = '@ 300 SOA ns1 hostmaster 1 7200 900 1209600 60\n';

test('owners are found in lower case and keep their own', () => {
  const zone = zoneFrom('Example.', `${SOA}WWW A 192.0.2.1`);
  expect(zone.nodes.get('www.example.')?.owner).toBe('WWW.Example.');
  expect(zone.soa.rdata.minimum).toBe(60);
});

test('names between an owner and the apex exist, empty', () => {
  const zone = zoneFrom('example.', `${SOA}a.b.c A 192.0.2.1`);
  expect([...zone.nodes.keys()].toSorted()).toEqual([
    'a.b.c.example.',
    'b.c.example.',
    'c.example.',
    'example.',
  ]);
  expect(zone.nodes.get('b.c.example.')?.rrsets.size).toBe(0);
});

test('NS records below the apex make a zone cut, those at the apex none', () => {
  const zone = zoneFrom('example.', `${SOA}@ NS ns1\nsub NS ns1\nother A 192.0.2.1`);
  const cuts = [...zone.nodes.values()].filter((node) => node.isCut).map((node) => node.owner);
  expect(cuts).toEqual(['sub.example.']);
});

test('an RRset has each data once, with the lowest TTL (RFC 2181 5)', () => {
  const zone = zoneFrom(
    'example.',
    `${SOA}a 60 A 192.0.2.1\nA 30 A 192.0.2.2\na 50 A 192.0.2.1\na 40 A 192.0.2.3`,
  );
  const rrset = zone.nodes.get('a.example.')!.rrsets.get(1)!;
  expect(rrset.map(({ ttl, rdata }) => [ttl, rdata['address']])).toEqual([
    [30, '192.0.2.1'],
    [30, '192.0.2.2'],
    [30, '192.0.2.3'],
  ]);
});

test('many records at one name are no trouble', () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => `a A 10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`);
  expect(
    zoneFrom('example.', SOA + lines.join('\n'))
      .nodes.get('a.example.')!
      .rrsets.get(1),
  ).toHaveLength(20_000);
});

describe('what makes no zone', () => {
  test.each([
    ['a 1 A 192.0.2.1', 'the zone example. has no SOA record'],
    [
      `${SOA}@ SOA ns1 hostmaster 2 7200 900 1209600 60`,
      'the zone example. has 2 SOA records: one is right (RFC 1035 5.2)',
    ],
    [
      `${SOA}sub SOA ns1 hostmaster 1 7200 900 1209600 60`,
      'the SOA record of sub.example. is not at the apex of example.',
    ],
    [`${SOA}host.other. A 192.0.2.1`, 'host.other. A is outside the zone example.'],
    [`${SOA}notexample. A 192.0.2.1`, 'notexample. A is outside the zone example.'],
    [`${SOA}a CH TXT x`, 'a.example. TXT is of class CH, the zone example. of class IN (RFC 1035 5.2)'],
    [`${SOA}a CNAME b\na CNAME c`, 'a.example. has 2 different CNAME records: one is the most'],
    [`${SOA}a DNAME b\na DNAME c`, 'a.example. has 2 different DNAME records: one is the most'],
    [
      `${SOA}a CNAME b\na A 192.0.2.1`,
      'a.example. has a CNAME record beside A: an alias has no other data (RFC 2181 10.1)',
    ],
    [`${SOA}@ CNAME b`, 'example. has a CNAME record beside SOA: an alias has no other data (RFC 2181 10.1)'],
  ])('%j', (text, message) => {
    expect(() => zoneFrom('example.', text)).toThrow(new ZoneError(message));
  });

  test('a record of a known type whose octets do not fit it', () => {
    const soa = scanRecord('example. 1 SOA a. b. 1 2 3 4 5');
    const bad = { name: 'example.', type: 2, class: 1, ttl: 1, rdata: { octets: Uint8Array.of(5, 1) } };
    expect(() => makeZone('example.', [soa, bad])).toThrow(ZoneError);
    const good = { ...bad, rdata: { octets: Uint8Array.of(1, 0x61, 0) } };
    expect(makeZone('example.', [soa, good]).nodes.get('example.')!.rrsets.get(2)![0]!.rdata).toEqual({
      nameServer: 'a.',
    });
  });
});

describe('conflicts', () => {
  test('the same CNAME twice is one, and DNSSEC records may stand beside it', () => {
    expect(() => zoneFrom('example.', `${SOA}a CNAME b\na CNAME b\na NSEC \\# 4 00 00 01 40`)).not.toThrow();
  });

  test('are kept where asked for', () => {
    const zone = zoneFrom('example.', `${SOA}a CNAME b\na CNAME c\na A 192.0.2.1`, { conflicts: 'keep' });
    expect(zone.nodes.get('a.example.')!.rrsets.get(5)).toHaveLength(2);
  });
});
