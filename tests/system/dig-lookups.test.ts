import { describe, expect, it } from 'vitest';
import { localRoot, localServers } from '../../src/system/dig-lookups.ts';
import { pretendComputer, pretendExchange } from './pretend-computer.ts';

const files = {
  '/etc/resolv.conf': 'nameserver 192.0.2.53\n',
  '/etc/hosts': '127.0.0.1 localhost\n\n192.0.2.99 ns1.example.com ns1\n',
};
const options = { timeoutMs: 1000, randomId: () => 7 };

describe('the root servers that dig starts from', () => {
  it('are what the name server of this computer says, asked for recursion', async () => {
    const exchange = pretendExchange(() => ({
      answers: ['. 60 IN NS a.root.example.', '. 60 IN NS b.root.example.'],
    }));
    expect(await localRoot(pretendComputer({ files }), { ...options, exchange })).toEqual({
      nameServers: ['192.0.2.53'],
      rootServers: ['a.root.example.', 'b.root.example.'],
      error: null,
    });
    expect(exchange.requests.map(({ server }) => server.address)).toEqual(['192.0.2.53']);
  });

  it.each([
    ['silent', undefined, 'no reply from 192.0.2.53'],
    ['refuses', { rcode: 5 }, '192.0.2.53#53 answers REFUSED without any name server of the root'],
    ['says nothing', {}, '192.0.2.53#53 answers NOERROR without any name server of the root'],
  ])('are missing where it is %s', async (_, reply, error) => {
    const exchange = pretendExchange(() => reply);
    const root = await localRoot(pretendComputer({ files }), { ...options, exchange });
    expect(root).toMatchObject({ rootServers: [], error });
  });
});

describe('the addresses of name servers, as dig finds them', () => {
  const exchange = pretendExchange(() => undefined);

  it('come from getaddrinfo in both families, with their line of the hosts file', async () => {
    const says = {
      'ns1.example.com 4': ['192.0.2.99'],
      'ns2.example.com 4': ['192.0.2.2'],
      'ns2.example.com 6': ['2001:db8::2'],
    };
    const names = ['ns1.example.com.', 'ns2.example.com.', 'ns3.example.com.', 'a\\.b.example.com.'];
    expect(await localServers(names, pretendComputer({ files, says }), { ...options, exchange })).toEqual([
      { name: names[0], addresses: [{ address: '192.0.2.99', place: '/etc/hosts:3' }], error: null },
      {
        name: names[1],
        addresses: [
          { address: '192.0.2.2', place: null },
          { address: '2001:db8::2', place: null },
        ],
        error: null,
      },
      { name: names[2], addresses: [], error: 'no such name' },
      { name: names[3], addresses: [], error: 'getaddrinfo cannot be asked for this name' },
    ]);
    expect(exchange.requests).toEqual([]);
  });

  it('are not waited for without end', async () => {
    const stuck = { ...pretendComputer({ files }), lookup: () => new Promise<never>(() => {}) };
    expect(await localServers(['ns1.example.com.'], stuck, { ...options, timeoutMs: 10, exchange })).toEqual([
      { name: 'ns1.example.com.', addresses: [], error: 'no answer within 0.01 s' },
    ]);
  });
});
