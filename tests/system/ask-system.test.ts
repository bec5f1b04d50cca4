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
type ByAddress = Readonly<Record<string, Reply | undefined>>;

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

  it('goes to every server at once, and takes the first in order that knows', async () => {
    const replies: ByAddress = {
      '192.0.2.1': undefined,
      '192.0.2.2': { rcode: 5 },
      '192.0.2.3': { rcode: 3 },
    };
    const exchange = pretendExchange((_, { server }) => replies[server.address]);
    const resolvConf = Object.keys(replies)
      .map((address) => `nameserver ${address}\n`)
      .join('');
    const computer = { files: { '/etc/resolv.conf': resolvConf } };
    const answer = await ask('x.test. MX', computer, {}, { exchange, nowMs: () => 0 });
    expect([answer.rcode, answer.server]).toEqual([3, '192.0.2.3#53']);
    // A datagram may be lost: silence is asked again with what is left of the two seconds.
    const timeouts = exchange.requests.map(({ server, timeoutMs }) => [server.address, timeoutMs]);
    expect(timeouts).toEqual([
      ['192.0.2.1', 800],
      ['192.0.2.2', 800],
      ['192.0.2.3', 800],
      ['192.0.2.1', 2000],
    ]);
    expect(answer.servers?.map(({ outcome, rcode }) => [outcome, rcode])).toEqual([
      ['silence', null],
      ['reply', 5],
      ['reply', 3],
    ]);
  });

  it('obeys use-vc', async () => {
    const exchange = pretendExchange(() => ({ rcode: 3 }));
    await ask('x.test. MX', { environment: { RES_OPTIONS: 'use-vc' } }, {}, { exchange });
    expect(exchange.requests.map(({ transport }) => transport)).toEqual(['tcp']);
  });
});

describe('what is known beside the answer', () => {
  const computer: Pretended = {
    files: {
      '/etc/hosts': '127.0.0.1 localhost\n\n10.9.8.7 www.example.com www\n2001:db8::7 WWW.example.com\n',
      '/etc/nsswitch.conf': '# sources\nhosts: mdns4_minimal [NOTFOUND=return] files nope dns myhostname\n',
      '/etc/resolv.conf':
        '# Generated by NetworkManager\nsearch a.test\nnameserver 192.0.2.53\nnameserver x\noptions ndots:2 inet6 lalala\n',
      '/etc/host.conf': 'multi on\n',
      '/home/aliases': 'shop www.example.com\n',
    },
    links: { '/etc/resolv.conf': '/run/NetworkManager/resolv.conf' },
    environment: { RES_OPTIONS: 'timeout:3', HOSTALIASES: '/home/aliases' },
    says: {
      'www.example.com 4': ['10.9.8.7'],
      'www.example.com any': ['2001:db8::7', '10.9.8.7'],
      'www.example.com configured': ['10.9.8.7'],
    },
    library: { 'www.example.com A': ['192.0.2.80'] },
    installed: ['files', 'dns', 'mdns4_minimal', 'myhostname'],
  };

  it('is what is set, and where', async () => {
    const { settings } = await ask('www.example.com. A', computer, web);
    expect(settings).toMatchObject({
      order: { from: { file: '/etc/nsswitch.conf', line: 2 } },
      nameServers: [
        { text: '192.0.2.53', use: 'used', from: { file: '/etc/resolv.conf', line: 3 } },
        { text: 'x', use: 'not an address', from: { line: 4 } },
      ],
      search: { domains: ['a.test'], from: { line: 2, text: 'search a.test' } },
      options: {
        ndots: 2,
        timeoutSeconds: 3,
        words: [
          { word: 'ndots:2', use: 'used', from: { line: 5 } },
          { word: 'inet6', use: 'without effect' },
          { word: 'lalala', use: 'unknown' },
          { word: 'timeout:3', use: 'used', from: { variable: 'RES_OPTIONS', text: 'timeout:3' } },
        ],
      },
      multi: { match: 'every line', from: { file: '/etc/host.conf', line: 1 } },
      hostAlias: null,
      resolvConfLink: '/run/NetworkManager/resolv.conf',
      managedBy: { program: 'NetworkManager', line: 1 },
    });
    expect(settings?.hostsLines.map(({ line }) => line)).toEqual([3, 4]);
    expect((await ask('shop. A', computer, {})).settings?.hostAlias).toEqual({
      target: 'www.example.com',
      evidence: { file: '/home/aliases', line: 1, text: 'shop www.example.com' },
    });
  });

  it('is what each source would say', async () => {
    const { sourceAnswers } = await ask('www.example.com. A', computer, web);
    expect(
      sourceAnswers?.map(({ source, status, action, values }) => [source, status, action, values]),
    ).toEqual([
      ['mdns4_minimal', 'unavail', 'continue', []],
      ['files', 'success', 'return', ['10.9.8.7']],
      ['nope', 'unavail', 'continue', []],
      ['dns', 'success', 'return', ['192.0.2.80']],
      ['myhostname', 'notfound', 'continue', []],
    ]);
    expect(sourceAnswers?.[2]?.detail).toBe('not installed: there is no libnss_nope.so.2');
    expect(sourceAnswers?.[1]?.evidence.map(({ line }) => line)).toEqual([3]);
  });

  it.each([
    ['files', 'localhost. A', undefined, ['success', ['127.0.0.1']]],
    ['files', 'nope.test. A', undefined, ['notfound', []]],
    ['dns', 'nope.test. A', undefined, ['unavail', []]],
    [
      'dns',
      'nope.test. A',
      { 'nope.test.': { rcode: 2 }, 'nope.test.a.test.': { rcode: 2 } },
      ['unavail', []],
    ],
    ['dns', 'nope.test. A', { 'nope.test.': { rcode: 3 } }, ['notfound', []]],
    ['dns', 'a\\@b.test. A', { 'a\\@b.test.': { rcode: 0 } }, ['notfound', []]],
    ['mdns4_minimal', 'printer.local. A', {}, ['unknown', []]],
    ['mdns4_minimal', 'a.printer.local. A', {}, ['unavail', []]],
    ['mdns4', 'a.printer.local. A', {}, ['unknown', []]],
    ['mdns4_minimal', 'printer.local. AAAA', {}, ['unavail', []]],
    ['mdns', 'printer.local. AAAA', {}, ['unknown', []]],
    ['myhostname', 'x.localhost. AAAA', {}, ['success', ['::1']]],
    ['myhostname', 'pc. A', {}, ['unknown', []]],
    ['resolve', 'x.test. A', {}, ['unavail', []]],
    ['wins', 'x.test. A', {}, ['unknown', []]],
    ['files', '7.8.9.10.in-addr.arpa. PTR', {}, ['success', ['www.example.com']]],
    [
      'dns',
      '7.8.9.10.in-addr.arpa. PTR',
      { '7.8.9.10.in-addr.arpa.': { answers: ['7.8.9.10.in-addr.arpa. 60 IN PTR www.test.'] } },
      ['success', ['www.test.']],
    ],
  ] as const)('by `hosts: %s` is for %s with %j: %j', async (source, text, replies, expected) => {
    const files = { ...computer.files, '/etc/nsswitch.conf': `hosts: ${source}\n` };
    const { installed: _, ...others } = computer;
    const { sourceAnswers } = await ask(text, { ...others, files }, replies);
    expect(sourceAnswers?.map(({ status, values }) => [status, values])).toEqual([expected]);
  });

  it('is both families, with and without the address filter', async () => {
    const { bothFamilies } = await ask('www.example.com. A', computer, web);
    expect(bothFamilies).toEqual({
      all: { addresses: ['2001:db8::7', '10.9.8.7'], error: null },
      configured: { addresses: ['10.9.8.7'], error: null },
    });
  });

  it('is each name of the search list with what became of it', async () => {
    const files = {
      ...computer.files,
      '/etc/resolv.conf': 'search a.test b.test c.test d.test\nnameserver 192.0.2.53\n',
    };
    const replies = {
      'web.a.test.': { rcode: 3 },
      'web.b.test.': {},
      'web.c.test.': { answers: ['web.c.test. 60 IN A 192.0.2.80'] },
    };
    const answer = await ask('web. A', { files, says: { 'web 4': ['192.0.2.80'] } }, replies);
    expect(answer.searchSteps?.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'web.a.test. no such name',
      'web.b.test. no data',
      'web.c.test. answer',
      'web.d.test. not asked',
      'web. not asked',
    ]);
  });

  it('is what c-ares says, if it does so in time', async () => {
    expect((await ask('www.example.com. A', computer, web)).library).toMatchObject({
      values: ['192.0.2.80'],
      error: null,
    });
    // It never answers here, and is told to stop.
    expect((await ask('other.example. A', computer, {})).library).toMatchObject({
      values: [],
      error: 'not waited for',
    });
  });
});

describe('a pipe in the place of a file', () => {
  it('keeps getaddrinfo and c-ares from being called', async () => {
    const calls: string[] = [];
    const computer = {
      ...pretendComputer({ files: files('files dns') }),
      readFile: async (path: string) =>
        path === '/etc/hosts'
          ? { unreadable: '/etc/hosts is not a regular file', blocks: true as const }
          : { text: files('files dns')[path] ?? '' },
      lookup: async (name: string) => {
        calls.push(name);
        return { addresses: [], error: 'x' };
      },
      resolve: async (name: string) => {
        calls.push(name);
        return undefined;
      },
    };
    const options = {
      exchange: pretendExchange(() => web['www.example.com.']),
      randomId: () => 7,
      timeoutMs: 1000,
    };
    const answer = await askSystem({ name: 'www.example.com.', type: 1, class: 1 }, computer, options);
    expect(answer.error).toBe('not asked: /etc/hosts is not a regular file');
    expect(answer.records).toHaveLength(1);
    expect([calls, answer.bothFamilies, answer.library]).toEqual([[], undefined, undefined]);
  });
});
