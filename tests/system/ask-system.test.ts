import { describe, expect, it } from 'vitest';
import { typeCode } from '../../src/message/codes.ts';
import { decode } from '../../src/message/decode.ts';
import { printRecord } from '../../src/message/record-text.ts';
import { askSystem, type AskSystemOptions } from '../../src/system/ask-system.ts';
import type { SystemAnswer } from '../../src/system/system-answer.ts';
import { pretendComputer, pretendExchange, type Pretended, type Reply } from './pretend-computer.ts';

const HOSTS = '127.0.0.1 localhost\n10.9.8.7 www.example.com www\n';
const RESOLV = 'nameserver 192.0.2.53\nsearch example.com\n';
const files = (nsswitch: string): Record<string, string> => ({
  '/etc/hosts': HOSTS,
  '/etc/nsswitch.conf': `hosts: ${nsswitch}\n`,
  '/etc/resolv.conf': RESOLV,
});

type ByName = Readonly<Record<string, Reply>>;

function ask(
  text: string,
  computer: Pretended,
  replies: ByName | undefined,
  more: Partial<AskSystemOptions> = {},
): Promise<SystemAnswer> {
  const [name = '', type = ''] = text.split(' ');
  const exchange = pretendExchange((query) => replies && (replies[query.questions[0]!.name] ?? { rcode: 3 }));
  const question = { name, type: typeCode(type)!, class: 1 };
  return askSystem(question, pretendComputer(computer), {
    exchange,
    timeoutMs: 5000,
    randomId: () => 7,
    ...more,
  });
}

const web: ByName = { 'www.example.com.': { answers: ['www.example.com. 60 IN A 192.0.2.80'] } };

describe('where an answer comes from', () => {
  it('is the hosts file, with the line', async () => {
    const says = { 'www.example.com 4': ['10.9.8.7'] };
    expect(await ask('www.example.com. A', { files: files('files dns'), says }, web)).toMatchObject({
      source: 'hosts',
      addresses: ['10.9.8.7'],
      evidence: [{ file: '/etc/hosts', line: 2, text: '10.9.8.7 www.example.com www' }],
      tried: ['www.example.com.'],
      rcode: 0,
      server: '192.0.2.53#53',
      error: null,
      sources: ['files', 'dns'],
      nameServers: ['192.0.2.53'],
    });
  });

  it.each([
    ['www.example.com. A', 'files dns', '192.0.2.80', 'dns'],
    ['www.example.com. A', 'dns files', '192.0.2.80', 'dns'],
    ['www.example.com. A', 'resolve files dns', '10.9.8.7', 'hosts'],
    ['www.example.com. A', 'resolve [!UNAVAIL=return] dns', '192.0.2.80', 'resolve'],
    ['www.example.com. A', 'nis', '10.1.1.1', 'unknown'],
    ['localhost. A', 'files myhostname', '127.0.0.1', 'hosts'],
    ['x.localhost. A', 'files myhostname dns', '127.0.0.1', 'myhostname'],
    ['pc. A', 'files dns myhostname', '127.0.0.2', 'myhostname'],
    ['printer.local. A', 'files mdns4_minimal [NOTFOUND=return] dns', '10.0.0.9', 'mdns'],
    ['127.1. A', 'files dns', '127.0.0.1', 'literal'],
  ])('%s with %s and %s is %s', async (text, nsswitch, address, source) => {
    const says = { [`${text.split(' ')[0]!.slice(0, -1)} 4`]: [address] };
    const answer = await ask(text, { files: files(nsswitch), says }, web);
    expect([answer.source, answer.addresses]).toEqual([source, [address]]);
  });

  it('is the hosts file where that comes after a name server that has nothing', async () => {
    const says = { 'www.example.com 4': ['10.9.8.7'] };
    const computer = { files: files('dns files'), says };
    expect((await ask('www.example.com. A', computer, { 'www.example.com.': { rcode: 3 } })).source).toBe(
      'hosts',
    );
    expect((await ask('www.example.com. A', computer, undefined)).source).toBe('hosts');
  });

  it('is not the hosts file where that has only the other family', async () => {
    const says = { 'www.example.com 6': ['2001:db8::80'] };
    const replies = { 'www.example.com.': { answers: ['www.example.com. 60 IN AAAA 2001:db8::80'] } };
    const answer = await ask('www.example.com. AAAA', { files: files('files dns'), says }, replies);
    expect([answer.source, answer.addresses, answer.evidence]).toEqual(['dns', ['2001:db8::80'], []]);
  });

  it('is nobody where nsswitch.conf ends the search, though DNS has the name', async () => {
    const answer = await ask(
      'mail.example.com. A',
      { files: files('files [NOTFOUND=return] dns') },
      {
        'mail.example.com.': { answers: ['mail.example.com. 60 IN A 192.0.2.25'] },
      },
    );
    expect(answer).toMatchObject({ source: 'none', addresses: [], rcode: 0, error: 'no such name' });
    expect(answer.records.map(printRecord)).toEqual(['mail.example.com. 60 IN A 192.0.2.25']);
  });
});

describe('the search list', () => {
  it('shows the names up to the one that answered', async () => {
    const computer = {
      files: {
        ...files('files dns'),
        '/etc/hosts': '',
        '/etc/resolv.conf': 'search a.test example.com b.test\n',
      },
      says: { 'www 4': ['192.0.2.80'] },
    };
    const answer = await ask('www. A', computer, web);
    expect(answer.tried).toEqual(['www.a.test.', 'www.example.com.']);
    expect(answer).toMatchObject({ source: 'dns', rcode: 0 });
  });

  it('shows all where none did, and the response code of the name itself', async () => {
    const computer = { files: { ...files('dns'), '/etc/resolv.conf': 'search a.test\n' } };
    const answer = await ask('nope. A', computer, { 'nope.a.test.': { rcode: 0 }, 'nope.': { rcode: 3 } });
    expect(answer).toMatchObject({
      tried: ['nope.a.test.', 'nope.'],
      rcode: 3,
      error: 'no such name',
      source: 'none',
    });
  });

  it('is not used for a name typed with its final dot, which the hosts file does not know either', async () => {
    const says = { 'www. 4': ['192.0.2.80'], 'www 4': ['10.9.8.7'] };
    const answer = await ask(
      'www. A',
      { files: files('files dns'), says },
      { 'www.': { rcode: 3 } },
      { typed: 'www.' },
    );
    expect(answer).toMatchObject({ addresses: ['192.0.2.80'], tried: ['www.'], evidence: [] });
    const escaped = await ask('www\\.. A', { files: files('files dns'), says }, {}, { typed: 'www\\.' });
    expect(escaped.error).toBe('getaddrinfo cannot be asked for a name with these octets');
  });
});

describe('reverse names', () => {
  it('are asked of getnameinfo', async () => {
    const says = { '10.9.8.7': ['WWW.example.com'], '192.0.2.80': ['web.example.com'] };
    const computer = { files: files('files dns'), says };
    expect(await ask('7.8.9.10.in-addr.arpa. PTR', computer, {})).toMatchObject({
      source: 'hosts',
      names: ['www.example.com.'],
      evidence: [{ line: 2 }],
    });
    const replies = {
      '80.2.0.192.in-addr.arpa.': { answers: ['80.2.0.192.in-addr.arpa. 60 IN PTR web.example.com.'] },
    };
    expect(await ask('80.2.0.192.in-addr.arpa. PTR', computer, replies)).toMatchObject({
      source: 'dns',
      names: ['web.example.com.'],
      rcode: 0,
    });
  });

  it('that stand for no address are asked of the name servers', async () => {
    const replies = {
      '2.0.192.in-addr.arpa.': { answers: ['2.0.192.in-addr.arpa. 60 IN PTR net.example.'] },
    };
    const answer = await ask('2.0.192.in-addr.arpa. PTR', { files: files('files dns') }, replies);
    expect([answer.names, answer.records.length, answer.source]).toEqual([[], 1, 'dns']);
  });
});

describe('other types', () => {
  it.each([
    [{ answers: ['example.com. 60 IN MX 10 mx.example.com.'] }, 'dns', null],
    [{ answers: ['example.com. 60 IN CNAME other.example.'] }, 'none', 'no MX record for this name'],
    [{}, 'none', 'no MX record for this name'],
    [{ rcode: 3 }, 'none', 'no such name'],
    [{ rcode: 2 }, 'none', 'the name server answered SERVFAIL'],
    [undefined, 'none', 'no name server answered'],
  ] as const)('with the reply %j come from %s: %s', async (reply, source, error) => {
    const answer = await ask(
      'example.com. MX',
      { files: files('files dns') },
      reply && { 'example.com.': reply },
    );
    expect([answer.source, answer.error, answer.tried]).toEqual([source, error, ['example.com.']]);
    expect(answer.rcode).toBe(reply ? ('rcode' in reply ? reply.rcode : 0) : null);
  });
});

const reply = (rcode: number): ByName => ({ 'x.test.': { rcode }, 'x.test.example.com.': { rcode } });

describe('failures', () => {
  it('come in exact words', async () => {
    const computer = { files: files('dns'), says: { 'x.test 4': 'no name server answered' } };
    expect((await ask('x.test. A', computer, reply(2))).error).toBe('the name server answered SERVFAIL');
    expect((await ask('x.test. A', computer, undefined)).error).toBe('no name server answered');
    expect((await ask('x.test. AAAA', computer, reply(0))).error).toBe('no IPv6 address for this name');
  });

  it('of time and patience are told apart', async () => {
    const slow = { ...pretendComputer({ files: files('dns') }), lookup: () => new Promise<never>(() => {}) };
    const question = { name: 'x.test.', type: 1, class: 1 };
    const exchange = pretendExchange(() => undefined);
    const options = { exchange, randomId: () => 7, timeoutMs: 20 };
    expect((await askSystem(question, slow, options)).error).toBe('no answer within 0.02 s');
    const aborted = { ...options, timeoutMs: 60_000, signal: AbortSignal.abort() };
    expect((await askSystem(question, slow, aborted)).error).toBe('interrupted before there was an answer');
  });

  it('of files leave a note', async () => {
    const computer = pretendComputer({ files: { '/etc/nsswitch.conf': 'hosts: files [X]\n' } });
    const unreadable = {
      ...computer,
      readFile: async (path: string) =>
        path === '/etc/hosts'
          ? { unreadable: '/etc/hosts cannot be read (EACCES)' }
          : computer.readFile(path),
    };
    const options = { exchange: pretendExchange(() => undefined), randomId: () => 7, timeoutMs: 1000 };
    const answer = await askSystem({ name: 'x.test.', type: 1, class: 1 }, unreadable, options);
    expect(answer.notes).toEqual([
      '/etc/hosts cannot be read (EACCES)',
      'there is no /etc/resolv.conf, so that the name server is taken to be 127.0.0.1',
      'line 1 of nsswitch.conf is not valid',
    ]);
    expect(answer.sources).toEqual([]);
  });
});

describe('the stub query', () => {
  it('asks with RD and EDNS, and over TCP where the reply is truncated', async () => {
    const exchange = pretendExchange((_, { transport }) =>
      transport === 'udp' ? { tc: true } : { answers: ['example.com. 60 IN MX 10 mx.example.com.'] },
    );
    const answer = await ask('example.com. MX', { files: files('dns') }, {}, { exchange });
    expect(answer.records).toHaveLength(1);
    expect(exchange.requests.map(({ transport }) => transport)).toEqual(['udp', 'tcp']);
    const { header, edns } = decode(exchange.requests[0]!.query);
    expect([header.rd, header.id, edns?.udpPayloadSize]).toEqual([true, 7, 1232]);
  });

  it('goes without EDNS to a server that does not know it', async () => {
    const exchange = pretendExchange(({ edns }) => (edns ? { rcode: 1 } : { rcode: 3 }));
    expect((await ask('x.test. MX', { files: files('dns') }, {}, { exchange })).rcode).toBe(3);
    expect(exchange.requests).toHaveLength(2);
  });

  it('goes to the next server after silence or a failure, within two seconds in all', async () => {
    const exchange = pretendExchange((_, { server }) =>
      server.address === '192.0.2.3'
        ? { rcode: 3 }
        : server.address === '192.0.2.2'
          ? { rcode: 5 }
          : undefined,
    );
    const resolvConf = 'nameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver 192.0.2.3\n';
    const computer = { files: { '/etc/resolv.conf': resolvConf } };
    const answer = await ask('x.test. MX', computer, {}, { exchange, nowMs: () => 0 });
    expect([answer.rcode, answer.server]).toEqual([3, '192.0.2.3#53']);
    expect(exchange.requests.map(({ timeoutMs }) => Math.round(timeoutMs))).toEqual([667, 1000, 2000]);
  });

  it('obeys use-vc', async () => {
    const exchange = pretendExchange(() => ({ rcode: 3 }));
    await ask('x.test. MX', { environment: { RES_OPTIONS: 'use-vc' } }, {}, { exchange });
    expect(exchange.requests.map(({ transport }) => transport)).toEqual(['tcp']);
  });
});
