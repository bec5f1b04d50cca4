import { describe, expect, it } from 'vitest';
import { labComputer, type LabComputerSetting } from '../../src/lab/computer.ts';
import type { LabStub } from '../../src/lab/computer-resolver.ts';
import { typeCode, typeName } from '../../src/message/codes.ts';
import type { Message } from '../../src/message/message.ts';
import { scanRecord } from '../../src/message/record-text.ts';
import type { Computer } from '../../src/system/computer.ts';

type Replies = Readonly<Record<string, readonly string[] | number | undefined>>;

/** A lab computer whose name server has `replies`: records, or a response code; undefined is silence. */
function computerWith(
  files: Readonly<Record<string, string>>,
  replies: Replies,
  more: Partial<LabComputerSetting> = {},
): { computer: Computer; asked: string[] } {
  const asked: string[] = [];
  const stub: LabStub = async (_, name, type) => {
    const key = `${name} ${typeName(type)}`;
    asked.push(key);
    return computerReply(replies, key);
  };
  return { computer: labComputer({ files, hostname: 'pc', stub, ...more }), asked };
}

function computerReply(replies: Replies, key: string): Message | undefined {
  const reply = key in replies ? replies[key] : 3;
  if (reply === undefined) return undefined;
  const flags = { qr: true, aa: false, tc: false, rd: true, ra: true, z: false, ad: false, cd: false };
  const header = { id: 1, opcode: 0, rcode: typeof reply === 'number' ? reply : 0, ...flags };
  const answers = typeof reply === 'number' ? [] : reply.map((line) => scanRecord(line));
  const [name = '', type = ''] = key.split(' ');
  const questions = [{ name, type: typeCode(type)!, class: 1 }];
  return { header, questions, answers, authorities: [], additionals: [] };
}

const FILES = {
  '/etc/hosts': '127.0.0.1 localhost\n10.9.8.7 www.example.com\n10.9.8.8\n',
  '/etc/nsswitch.conf': 'hosts: files dns\n',
  '/etc/resolv.conf': 'nameserver 192.0.2.53\nsearch a.test example.com\n',
};

const REPLIES: Replies = {
  'www.example.com. A': ['www.example.com. 60 IN A 192.0.2.80'],
  'www.example.com. AAAA': ['www.example.com. 60 IN AAAA 2001:db8::80'],
  'mail.example.com. A': [
    'mail.example.com. 60 IN CNAME x.test.',
    'x.test. 60 IN A 192.0.2.25',
    'y.test. 60 IN A 192.0.2.99',
  ],
  'loop.example.com. A': ['loop.example.com. 60 IN CNAME l.test.', 'l.test. 60 IN CNAME loop.example.com.'],
  'broken.example.com. A': 2,
  'silent.example.com. A': undefined,
  '80.2.0.192.in-addr.arpa. PTR': ['80.2.0.192.in-addr.arpa. 60 IN PTR www.example.com.'],
  '81.2.0.192.in-addr.arpa. PTR': 2,
};

describe('the computer of a lab world', () => {
  it.each([
    ['www.example.com', 4, ['10.9.8.7'], null, []],
    ['www.example.com.', 4, ['192.0.2.80'], null, ['www.example.com. A']],
    ['www.example.com', 6, ['2001:db8::80'], null, ['www.example.com. AAAA']],
    ['www', 4, ['192.0.2.80'], null, ['www.a.test. A', 'www.example.com. A']],
    ['mail', 4, ['192.0.2.25'], null, ['mail.a.test. A', 'mail.example.com. A']],
    [
      'loop.example.com',
      4,
      [],
      'no such name',
      ['loop.example.com. A', 'loop.example.com.a.test. A', 'loop.example.com.example.com. A'],
    ],
    ['nope.', 4, [], 'no such name', ['nope. A']],
    ['broken.example.com.', 4, [], 'no name server answered', ['broken.example.com. A']],
    ['silent.example.com', 4, [], 'no name server answered', ['silent.example.com. A']],
    ['127.1', 4, ['127.0.0.1'], null, []],
    ['127.1', 6, [], 'no address of this family', []],
    ['2001:db8::1', 6, ['2001:db8::1'], null, []],
  ] as const)('looks %s up in family %i: %j %s', async (name, family, addresses, error, queries) => {
    const { computer, asked } = computerWith(FILES, REPLIES);
    expect(await computer.lookup(name, family)).toEqual({ addresses, error });
    expect(asked).toEqual(queries);
  });

  it.each([
    ['dns files', 'www.example.com', ['192.0.2.80'], null],
    ['files [NOTFOUND=return] dns', 'mail.example.com', [], 'no such name'],
    ['nope [UNAVAIL=return] files', 'www.example.com', [], 'no such name'],
    ['nope [NOTFOUND=return] files', 'www.example.com', ['10.9.8.7'], null],
    ['files mdns4_minimal [NOTFOUND=return] dns', 'printer.local', [], 'no such name'],
    ['files mdns4_minimal [NOTFOUND=return] dns', 'mail.example.com', ['192.0.2.25'], null],
    ['dns myhostname', 'a.localhost', ['127.0.0.1'], null],
    ['myhostname dns', 'pc', ['127.0.0.2'], null],
    ['dns [X=return]', 'mail.example.com', [], expect.stringMatching(/^the system cannot look this up/)],
  ])('obeys `hosts: %s` for %s', async (sources, name, addresses, error) => {
    const files = { ...FILES, '/etc/nsswitch.conf': `hosts: ${sources}\n` };
    expect(await computerWith(files, REPLIES).computer.lookup(name, 4)).toEqual({ addresses, error });
  });

  it('obeys `multi on`', async () => {
    const files = { '/etc/hosts': '10.0.0.1 a\n10.0.0.2 a\n', '/etc/host.conf': 'multi on\n' };
    expect((await computerWith(files, {}).computer.lookup('a', 4)).addresses).toEqual([
      '10.0.0.1',
      '10.0.0.2',
    ]);
  });

  it.each([
    ['10.9.8.7', ['www.example.com'], null],
    ['10.9.8.8', [], 'no such name'],
    ['192.0.2.80', ['www.example.com'], null],
    ['192.0.2.81', [], 'no name server answered'],
    ['192.0.2.82', [], 'no such name'],
    ['nonsense', [], 'no such name'],
  ] as const)('names %s %j', async (address, names, error) => {
    expect(await computerWith(FILES, REPLIES).computer.reverse(address)).toEqual({ names, error });
  });

  it('obeys its environment, with aliases for names without dots', async () => {
    const files = { ...FILES, '/home/aliases': 'shop www.example.com\nlocal x\n' };
    const environment = { HOSTALIASES: '/home/aliases', LOCALDOMAIN: 'b.test', RES_OPTIONS: 'ndots:9' };
    const { computer, asked } = computerWith(files, REPLIES, { environment });
    // The alias is for name servers alone: the hosts file has the other name.
    expect((await computer.lookup('shop', 4)).addresses).toEqual(['192.0.2.80']);
    expect(asked).toEqual(['www.example.com.b.test. A', 'www.example.com. A']);
  });

  it('asks for both families at once, and filters what it has no address of', async () => {
    const both = ['2001:db8::80', '192.0.2.80'];
    const files = { ...FILES, '/etc/hosts': '' };
    const lookups = async (families: readonly (4 | 6)[]): Promise<unknown> => {
      const { computer } = computerWith(files, REPLIES, { families });
      const { addresses } = await computer.lookup('www.example.com', 'configured');
      return [addresses, (await computer.lookup('www.example.com', 'any')).addresses];
    };
    expect(await lookups([4, 6])).toEqual([both, both]);
    expect(await lookups([4])).toEqual([['192.0.2.80'], both]);
    expect(await lookups([6])).toEqual([['2001:db8::80'], both]);
    expect(await lookups([])).toEqual([both, both]);
  });

  it('maps IPv4 addresses into IPv6 where there are no others', async () => {
    const { computer } = computerWith(FILES, REPLIES);
    const mapped = async (name: string): Promise<readonly string[]> =>
      (await computer.lookup(name, 'mapped')).addresses;
    expect(await mapped('www.example.com')).toEqual(['::ffff:10.9.8.7']);
    expect(await mapped('www.example.com.')).toEqual(['2001:db8::80']);
    expect(await mapped('192.0.2.1')).toEqual(['::ffff:192.0.2.1']);
  });

  it('asks its name servers in turn until one knows', async () => {
    const files = {
      '/etc/resolv.conf': ['7', '8', '9', '10'].map((n) => `nameserver 192.0.2.${n}\n`).join(''),
    };
    const asked: string[] = [];
    const says: Readonly<Record<string, number | undefined>> = { '192.0.2.7': undefined, '192.0.2.8': 5 };
    const stub: LabStub = async (server, name) => {
      asked.push(server);
      const key = `${name} A`;
      return computerReply(server in says ? { [key]: says[server] } : REPLIES, key);
    };
    const computer = labComputer({ files, hostname: 'pc', stub });
    expect((await computer.lookup('www.example.com', 4)).addresses).toEqual(['192.0.2.80']);
    expect(asked).toEqual(['192.0.2.7', '192.0.2.8', '192.0.2.9']);
  });

  it('answers as c-ares from name servers alone', async () => {
    const { computer } = computerWith(FILES, REPLIES);
    const resolve = async (name: string): Promise<unknown> => {
      const said = await computer.resolve(name, 1, new AbortController().signal);
      return [said?.values, said?.error];
    };
    expect(await resolve('www.example.com')).toEqual([['192.0.2.80'], null]);
    expect(await resolve('www')).toEqual([[], 'no such name']);
    expect(await resolve('broken.example.com')).toEqual([[], 'the name server answered SERVFAIL']);
    expect(await resolve('silent.example.com')).toEqual([[], 'no name server answered']);
  });

  it('has only the files of its world', async () => {
    const { computer } = computerWith(FILES, {});
    expect(await computer.readFile('/etc/hosts')).toEqual({ text: FILES['/etc/hosts'] });
    expect(await computer.readFile('/etc/passwd')).toEqual({ missing: true });
    expect(await computer.readFile('constructor')).toEqual({ missing: true });
  });
});
