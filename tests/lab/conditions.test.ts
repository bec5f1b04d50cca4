/**
 * Conditions of a lab world besides its resolvers' habits: what lies on the way, who answers by place, and in which order
 * its computer gives addresses.
 */

import { afterAll, describe, expect, it } from 'vitest';
import { liveWorld } from '../../src/lookup/lab-surroundings.ts';
import { worldNamed } from '../../src/cli/lab.ts';
import { byPrecedence } from '../../src/lab/address-order.ts';
import { labComputer } from '../../src/lab/computer.ts';
import { optionOf } from '../../src/message/edns.ts';
import { recordsOf, type Message } from '../../src/message/message.ts';
import { CLIENT_SUBNET } from '../../src/message/options/client-subnet.ts';
import { encodeQuery, PLAIN_EDNS } from '../../src/message/query-message.ts';
import { A } from '../../src/message/records/a.ts';
import type { ExchangeResult } from '../../src/transport/exchange.ts';

const closing: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

async function exchangeIn(
  world: string,
): Promise<(address: string, name: string, subnet?: string, port?: number) => Promise<ExchangeResult>> {
  const { exchange, network } = liveWorld(await worldNamed(world));
  closing.push(() => network.close());
  return (address, name, subnet, port = 53) => {
    const [network24 = '', bits] = (subnet ?? '').split('/');
    const told = { family: 1, sourcePrefixLength: Number(bits), scopePrefixLength: 0, address: network24 };
    const options = subnet === undefined ? [] : [{ code: CLIENT_SUBNET.code, values: { subnet: told } }];
    const edns = { ...PLAIN_EDNS, options };
    const query = encodeQuery({ name, type: A.code, class: 1 }, { id: 3, recursionDesired: true, edns });
    return exchange({ server: { address, port }, transport: 'udp', query, timeoutMs: 30_000 });
  };
}

const messageOf = (result: ExchangeResult): Message | undefined =>
  result.kind === 'reply' ? result.message : undefined;
const addressesOf = (result: ExchangeResult): string[] =>
  recordsOf(messageOf(result)?.answers ?? [], A).map(({ rdata }) => rdata.address);

describe('somebody on the way', () => {
  it('answers where nobody is, and leaves the servers and other ports alone', async () => {
    const ask = await exchangeIn('intercepted');
    const nowhere = await ask('192.0.2.254', 'www.example.com.');
    expect(messageOf(nowhere)?.header).toMatchObject({ ra: true, aa: false });
    expect(addressesOf(nowhere)).toEqual(['192.0.2.80', '192.0.2.81']);
    expect(addressesOf(await ask('192.0.2.254', 'www.example.org.'))).toEqual(['203.0.113.66']);
    const authority = await ask('203.0.113.11', 'www.example.org.');
    expect(messageOf(authority)?.header).toMatchObject({ ra: false, aa: true });
    expect(addressesOf(authority)).toEqual(['198.51.100.90']);
    expect((await ask('192.0.2.254', 'www.example.org.', undefined, 853)).kind).toBe('unreachable');
  });

  it('is not in other worlds', async () => {
    const ask = await exchangeIn('internet');
    expect((await ask('192.0.2.254', 'www.example.com.')).kind).toBe('unreachable');
  });
});

it('a network of one family does not reach the other, and its resolver does', async () => {
  const ask = await exchangeIn('ipv6-only-path');
  const result = await ask('2001:db8:6::53', 'www.six.example.com.');
  expect(result).toMatchObject({ kind: 'unreachable', detail: 'this network has no IPv6' });
  expect(addressesOf(await ask('192.0.2.53', 'www.six.example.com.'))).toEqual(['192.0.2.66']);
});

describe('a server that answers by place', () => {
  it('says so, with the bits that decide', async () => {
    const ask = await exchangeIn('answer-by-place');
    const there = await ask('203.0.113.11', 'www.example.org.', '192.0.2.0/24');
    expect(addressesOf(there)).toEqual(['203.0.113.90']);
    expect(optionOf(messageOf(there)?.edns, CLIENT_SUBNET)?.subnet).toEqual({
      family: 1,
      sourcePrefixLength: 24,
      scopePrefixLength: 24,
      address: '192.0.2.0',
    });
    expect(addressesOf(await ask('203.0.113.11', 'www.example.org.', '198.51.100.0/24'))).toEqual([
      '198.51.100.90',
    ]);
    const untold = await ask('203.0.113.11', 'www.example.org.');
    expect(addressesOf(untold)).toEqual(['198.51.100.90']);
    expect(optionOf(messageOf(untold)?.edns, CLIENT_SUBNET)).toBeUndefined();
    // Its other names are the same for everybody.
    expect(addressesOf(await ask('203.0.113.11', 'example.org.', '192.0.2.0/24'))).toEqual(['198.51.100.90']);
  });

  it('may keep that to itself', async () => {
    const ask = await exchangeIn('answers-differ');
    const there = await ask('203.0.113.11', 'www.example.org.', '192.0.2.0/24');
    expect(addressesOf(there)).toEqual(['203.0.113.90']);
    expect(optionOf(messageOf(there)?.edns, CLIENT_SUBNET)).toBeUndefined();
  });
});

describe('the computer', () => {
  it('is answered by its neighbours, by multicast DNS', async () => {
    const computer = labComputer({
      files: { '/etc/nsswitch.conf': 'hosts: files mdns4_minimal [NOTFOUND=return] dns\n' },
      hostname: 'pc',
      neighbours: { 'printer.local': ['192.0.2.9', '2001:db8::9'] },
      stub: async () => undefined,
    });
    expect(await computer.lookup('Printer.local', 4)).toEqual({ addresses: ['192.0.2.9'], error: null });
    expect((await computer.lookup('printer.local', 'any')).addresses).toEqual(['2001:db8::9', '192.0.2.9']);
    expect((await computer.lookup('scanner.local', 4)).addresses).toEqual([]);
  });

  it('gives addresses in the order of RFC 6724', () => {
    const given = [
      '192.0.2.1',
      '2002:c000:201::1',
      'fd00::1',
      '2001::1',
      '2001:db8::2',
      '::1',
      '2001:db8::1',
    ];
    expect(byPrecedence(given)).toEqual([
      '::1',
      '2001:db8::2',
      '2001:db8::1',
      '192.0.2.1',
      '2002:c000:201::1',
      '2001::1',
      'fd00::1',
    ]);
    expect(byPrecedence(['::ffff:192.0.2.1', 'fe80::1%eth0'])).toEqual(['fe80::1%eth0', '::ffff:192.0.2.1']);
    expect(byPrecedence(['192.0.2.9', '192.0.2.1'])).toEqual(['192.0.2.9', '192.0.2.1']);
  });
});
