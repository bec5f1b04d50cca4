/**
 * Odd files, for comparing how we read them with how the GNU C library does: hosts, nsswitch.conf, resolv.conf,
 * host.conf and the environment, each case with the names that are looked up under it.
 */

export interface LookupCase {
  readonly title: string;
  /** By their names under /etc; null for a file that is not there. What is not named is as in `USUAL_FILES`. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly names: readonly string[];
  /** Where gethostbyname, which `getent hosts` uses, goes another way than getaddrinfo, which we emulate. */
  readonly databases?: readonly Database[];
}

export const DATABASES = ['ahosts', 'ahostsv4', 'ahostsv6', 'hosts'] as const;
export type Database = (typeof DATABASES)[number];

const QUICK = 'options timeout:1 attempts:1\n';
const SERVER = `nameserver 127.0.0.1\n${QUICK}`;

export const USUAL_FILES: LookupCase['files'] = {
  hosts: '',
  'nsswitch.conf': 'hosts: files dns\n',
  'resolv.conf': SERVER,
  'host.conf': '',
};

const hosts = (title: string, text: string | null, ...names: string[]): LookupCase => ({
  title: `hosts: ${title}`,
  files: { hosts: text, 'nsswitch.conf': 'hosts: files\n' },
  names,
});

const resolvConf = (title: string, text: string | null, ...names: string[]): LookupCase => ({
  title: `resolv.conf: ${title}`,
  files: { 'resolv.conf': text },
  names,
});

/** With a hosts file that has other addresses than the name servers. */
const order = (line: string, ...names: string[]): LookupCase => ({
  title: `nsswitch.conf: ${JSON.stringify(line)}`,
  files: { 'nsswitch.conf': line, hosts: '203.0.113.1 one.test\n2001:db8:1::1 other.test\n' },
  names: names.length > 0 ? names : ['one.test', 'other.test', 'six.test', 'absent.test'],
});

const environment = (
  variables: Readonly<Record<string, string>>,
  files: LookupCase['files'],
  ...names: string[]
): LookupCase => ({ title: `with ${JSON.stringify(variables)}`, files, environment: variables, names });

const DEAD = [66, 67, 68, 69].map((last) => `nameserver 127.0.0.${last}\n`);

export const LOOKUP_CASES: readonly LookupCase[] = [
  hosts(
    'tabs, carriage returns and spaces',
    '\t203.0.113.1\ta.test\r\n  203.0.113.2   b.test \r\n',
    'a.test',
    'b.test',
  ),
  hosts(
    'a comment in the middle',
    '203.0.113.1 a.test#b.test\n203.0.113.2 c.test # d.test\n',
    'a.test',
    'b.test',
    'd.test',
  ),
  hosts(
    'many aliases',
    `203.0.113.1 ${Array.from({ length: 60 }, (_, i) => `n${i}.test`).join(' ')}\n`,
    'n0.test',
    'n59.test',
  ),
  hosts(
    'a name on many lines',
    '203.0.113.1 a.test\n2001:db8::1 a.test\n203.0.113.2 b.test a.test\n2001:db8::2 a.test\n',
    'a.test',
    'b.test',
  ),
  hosts(
    'mapped addresses',
    '::ffff:203.0.113.1 a.test\n203.0.113.2 a.test\n::ffff:cb00:7103 b.test\n',
    'a.test',
    'b.test',
  ),
  hosts(
    'scopes',
    'fe80::1%lo a.test\nfe80::2 b.test\nfe80::3%1 c.test\n',
    'a.test',
    'b.test',
    'c.test',
    'fe80::4%lo',
  ),
  hosts('upper case', '203.0.113.1 A.TEST b.Test\n2001:DB8::A c.test\n', 'a.test', 'B.tEST', 'c.test'),
  hosts('final dots', '203.0.113.1 a.test.\n203.0.113.2 b.test\n', 'a.test', 'a.test.', 'b.test', 'b.test.'),
  hosts('underscores and dashes', '203.0.113.1 a_b.test _c.test d-.test\n', 'a_b.test', '_c.test', 'd-.test'),
  hosts(
    'IPv6 lines for a question of IPv4',
    '2001:db8::1 a.test\n::1 b.test\n::2 c.test\n',
    'a.test',
    'b.test',
    'c.test',
  ),
  hosts('localhost over IPv6 alone', '::1 localhost ip6-localhost\n', 'localhost', 'ip6-localhost'),
  hosts(
    'localhost on two lines',
    '127.0.0.1 localhost\n::1 localhost\n',
    'localhost',
    'localhost.',
    'x.localhost',
  ),
  hosts('no localhost', '203.0.113.1 a.test\n', 'localhost', 'a.test'),
  hosts(
    'short and hexadecimal addresses',
    '127.1 a.test\n0x7f.0.0.1 b.test\n2130706433 c.test\n',
    'a.test',
    'b.test',
    'c.test',
  ),
  hosts(
    'octal addresses',
    '010.0.0.1 a.test\n10.0.0.01 b.test\n10.0.0.1 c.test\n',
    'a.test',
    'b.test',
    'c.test',
  ),
  hosts(
    'invalid addresses',
    '256.0.0.1 a.test\n203.0.113.1.1 a.test\nx a.test\n1::2::3 a.test\n203.0.113.1/24 a.test\n203.0.113.9 a.test\n',
    'a.test',
  ),
  hosts('an address alone', '203.0.113.1\n203.0.113.1 a.test\n', 'a.test', '203.0.113.1'),
  hosts(
    'a name that is also a comment',
    '# 203.0.113.1 a.test\n#203.0.113.2 a.test\n ; 203.0.113.3 a.test\n',
    'a.test',
    ';',
  ),
  hosts('no final newline', '203.0.113.1 a.test\n203.0.113.2 b.test', 'a.test', 'b.test'),
  hosts('vertical tabs and form feeds', '203.0.113.1\va.test\fb.test\n', 'a.test', 'b.test'),
  hosts('the same address twice', '203.0.113.1 a.test\n203.0.113.1 a.test\n', 'a.test', '203.0.113.1'),
  hosts('binary rubbish', '\x01\x02\x7f\n\x80 a.test\n203.0.113.1 a.test\n', 'a.test'),
  hosts(
    'a very long line',
    `203.0.113.1 ${'x'.repeat(20_000)} a.test\n203.0.113.2 b.test\n`,
    'a.test',
    'b.test',
  ),
  hosts('an empty file', '', 'a.test', 'localhost'),
  hosts('no file', null, 'a.test', 'localhost'),
  hosts(
    'addresses asked for',
    '203.0.113.1 a.test b.test\n2001:db8::1 c.test\n',
    '203.0.113.1',
    '2001:db8::1',
    '2001:DB8:0::1',
  ),
  {
    title: 'hosts: `multi on`',
    files: {
      hosts: '203.0.113.1 a.test\n203.0.113.2 a.test b.test\n2001:db8::1 a.test\n',
      'host.conf': 'multi on\n',
    },
    names: ['a.test', 'b.test'],
  },
  {
    title: 'hosts: `multi off` at last',
    files: { hosts: '203.0.113.1 a.test\n203.0.113.2 a.test\n', 'host.conf': 'multi on\n  MULTI\toff # x\n' },
    names: ['a.test'],
  },
  {
    title: 'hosts: no host.conf',
    files: { hosts: '203.0.113.1 a.test\n203.0.113.2 a.test\n', 'host.conf': null },
    names: ['a.test'],
  },
  {
    title: 'hosts: before DNS, in one family',
    files: { hosts: '203.0.113.1 one.test\n' },
    names: ['one.test', 'six.test'],
  },
  {
    title: 'hosts: an alias that DNS knows as well',
    files: { hosts: '203.0.113.1 own.test alias.test\n' },
    names: ['alias.test', 'chain.test'],
  },

  resolvConf('no search list', SERVER, 'one.test', 'one.test.', 'www', 'www.', 'absent.test'),
  resolvConf('a search list', `${SERVER}search a.test b.test\n`, 'www', 'only4', 'www.', 'one.test', 'x.y'),
  resolvConf('ndots:0', `${SERVER}search a.test\noptions ndots:0\n`, 'www', 'x.y'),
  resolvConf('ndots:1', `${SERVER}search a.test\noptions ndots:1\n`, 'www', 'x.y'),
  resolvConf('ndots:2', `${SERVER}search a.test\noptions ndots:2\n`, 'x.y', 'x.y.', 'one.test'),
  resolvConf('ndots:5', `${SERVER}search a.test\noptions ndots:5\n`, 'a.b.c.d.e', 'x.y'),
  resolvConf('ndots:4', `${SERVER}search a.test\noptions ndots:4\n`, 'a.b.c.d.e'),
  resolvConf('ndots:15 and 16', `${SERVER}search a.test\noptions ndots:15\noptions ndots:16\n`, 'a.b.c.d.e'),
  resolvConf('odd ndots', `${SERVER}search a.test\noptions ndots: ndots:x ndots\n`, 'x.y', 'www'),
  resolvConf(
    'options in odd syntax',
    `${SERVER}options\toptions ndots:2x , rotate;edns0\n search b.test\nsearch a.test\nOPTIONS ndots:9\n`,
    'x.y',
    'www',
  ),
  resolvConf(
    'many domains',
    `${SERVER}search 1.test 2.test 3.test 4.test 5.test 6.test 7.test g.test a.test\n`,
    'seven',
    'www',
    'nope',
  ),
  resolvConf('domain, then search', `${SERVER}domain b.test\nsearch a.test\n`, 'www', 'only4'),
  resolvConf('search, then domain', `${SERVER}search a.test\ndomain b.test a.test\n`, 'www', 'only4'),
  resolvConf('two search lines', `${SERVER}search a.test\nsearch b.test\n`, 'www', 'only4'),
  resolvConf('an empty search line', `${SERVER}search b.test\nsearch\nsearch \n`, 'www'),
  resolvConf('the root to search', `${SERVER}search .\n`, 'www', 'x.y'),
  resolvConf('the root between', `${SERVER}search a.test . b.test\n`, 'only4', 'www', 'seven'),
  resolvConf('domains with dots around', `${SERVER}search .a.test b.test.\n`, 'www', 'only4'),
  resolvConf('a domain that is no name', `${SERVER}search a..test ${'x'.repeat(70)}.test b.test\n`, 'www'),
  resolvConf('carriage returns', 'nameserver 127.0.0.1\r\nsearch a.test\r\n', 'www', 'one.test'),
  resolvConf('no file', null, 'one.test', 'www'),
  resolvConf('an empty file', '', 'one.test'),
  resolvConf(
    'comments',
    `# nameserver 127.0.0.66\n;nameserver 127.0.0.67\nnameserver 127.0.0.1 # 127.0.0.68\nsearch b.test # a.test\n`,
    'www',
    'only4',
  ),
  resolvConf(
    'a server with a port',
    `nameserver 127.0.0.66#53\nnameserver 127.0.0.67:53\nnameserver [::1]:53\n${SERVER}`,
    'one.test',
  ),
  resolvConf('a server with a scope', `nameserver ::1%lo\n${QUICK}`, 'one.test'),
  resolvConf('a link-local server', `nameserver fe80::53%lo\n${QUICK}`, 'one.test'),
  resolvConf('a server by another spelling', `nameserver 127.1\n${QUICK}`, 'one.test'),
  resolvConf('a server that is no address', `nameserver localhost\nnameserver\n${SERVER}`, 'one.test'),
  resolvConf('a dead first server', `${DEAD[0]}${SERVER}`, 'one.test', 'absent.test'),
  resolvConf('a silent first server', `nameserver 127.0.0.9\n${SERVER}`, 'one.test'),
  resolvConf('a failing first server', `nameserver 127.0.0.7\n${SERVER}`, 'one.test', 'absent.test'),
  resolvConf('a refusing first server', `nameserver 127.0.0.8\n${SERVER}`, 'one.test', 'absent.test'),
  resolvConf(
    'only servers that fail',
    `nameserver 127.0.0.7\nnameserver 127.0.0.8\n${QUICK}search a.test\n`,
    'one.test',
    'www',
  ),
  resolvConf('the third server', `${DEAD[0]}${DEAD[1]}${SERVER}`, 'one.test'),
  resolvConf('the fourth server', `${DEAD[0]}${DEAD[1]}${DEAD[2]}${SERVER}`, 'one.test'),
  resolvConf(
    'three invalid servers before it',
    `nameserver a\nnameserver b\nnameserver c\n${SERVER}`,
    'one.test',
  ),
  resolvConf('no-aaaa', `${SERVER}options no-aaaa\nsearch b.test\n`, 'one.test', 'six.test', 'www'),
  resolvConf(
    'use-vc, rotate, edns0, trust-ad, single-request',
    `${SERVER}options use-vc rotate edns0 trust-ad single-request\n`,
    'one.test',
    'six.test',
  ),
  resolvConf(
    'aliases and odd names',
    SERVER,
    'alias.test',
    'chain.test',
    'dangling.test',
    'under_score.test',
    'x.wild.test',
    'mapped.test',
    'text.test',
  ),
  resolvConf('no-tld-query', `${SERVER}options no-tld-query\nsearch a.test\n`, 'www', 'host', 'x.y'),
  resolvConf('addresses for names', SERVER, '127.1', '0', '1.2.3', '2001:db8::1', '::ffff:192.0.2.1'),

  order('hosts: dns files\n'),
  order('hosts: files\n'),
  order('hosts: dns\n'),
  order('hosts: files [NOTFOUND=return] dns\n'),
  order('hosts: dns [NOTFOUND=return] files\n'),
  order('hosts: dns [!UNAVAIL=return] files\n'),
  order('hosts: files [SUCCESS=continue] dns\n'),
  order('hosts: dns [SUCCESS=continue] files\n'),
  order('hosts: files [success=continue notfound=return] dns\n'),
  order('hosts: mdns4_minimal [NOTFOUND=return] files dns\n'),
  order('hosts: resolve [!UNAVAIL=return] files dns myhostname\n'),
  order('hosts: nonsense files\n'),
  order('hosts: nonsense [UNAVAIL=return] files\n'),
  order('hosts: files nonsense\n'),
  order('hosts: dns nonsense [UNAVAIL=continue]\n'),
  { ...order('hosts: files [SUCCESS=continue] nonsense\n'), databases: ['ahosts', 'ahostsv4', 'ahostsv6'] },
  order('hosts:\n'),
  order('passwd: files\n'),
  order('hosts: dns\nhosts: files\n'),
  order('# hosts: dns\nhosts: files # dns\n'),
  order('HOSTS: dns\n'),
  order('hosts: FILES DNS\n'),
  order('hosts: files [NOTFOUND=retrun] dns\n'),
  order('hosts: dns'),
  {
    title: 'nsswitch.conf: none',
    files: { 'nsswitch.conf': null, hosts: '203.0.113.1 one.test\n' },
    names: ['one.test', 'six.test'],
  },
  {
    title: 'nsswitch.conf: UNAVAIL for want of a hosts file',
    files: { 'nsswitch.conf': 'hosts: files [UNAVAIL=return] dns\n', hosts: null },
    names: ['one.test'],
  },
  {
    title: 'nsswitch.conf: a hosts file that is missing is not NOTFOUND',
    files: { 'nsswitch.conf': 'hosts: files [NOTFOUND=return] dns\n', hosts: null },
    names: ['one.test'],
  },
  ...['127.0.0.7', '127.0.0.8', '127.0.0.9', '127.0.0.66'].flatMap((server) =>
    ['UNAVAIL', 'TRYAGAIN', 'NOTFOUND'].map((status): LookupCase => ({
      title: `nsswitch.conf: [${status}=return] after the server ${server}`,
      files: {
        'nsswitch.conf': `hosts: dns [${status}=return] files\n`,
        'resolv.conf': `nameserver ${server}\n${QUICK}`,
        hosts: '203.0.113.1 one.test\n',
      },
      names: ['one.test'],
    })),
  ),

  environment({ RES_OPTIONS: 'ndots:2' }, { 'resolv.conf': `${SERVER}search a.test\n` }, 'x.y', 'www'),
  environment(
    { RES_OPTIONS: 'no-aaaa ndots:0' },
    { 'resolv.conf': `${SERVER}search b.test\n` },
    'www',
    'six.test',
  ),
  environment({ RES_OPTIONS: '' }, { 'resolv.conf': `${SERVER}search a.test\noptions ndots:2\n` }, 'x.y'),
  environment(
    { LOCALDOMAIN: 'b.test a.test' },
    { 'resolv.conf': `${SERVER}search a.test\n` },
    'www',
    'only4',
    'seven',
  ),
  environment({ LOCALDOMAIN: '' }, { 'resolv.conf': `${SERVER}search a.test\n` }, 'www', 'only4'),
  environment({ LOCALDOMAIN: 'b.test', RES_OPTIONS: 'ndots:9' }, {}, 'www', 'x.y', 'one.test'),
  environment({ RESOLV_MULTI: 'on' }, { hosts: '203.0.113.1 a.test\n203.0.113.2 a.test\n' }, 'a.test'),
  environment(
    { RESOLV_HOST_CONF: '/etc/other.conf' },
    { hosts: '203.0.113.1 a.test\n203.0.113.2 a.test\n', 'other.conf': 'multi on\n' },
    'a.test',
  ),
  ...(
    [
      ['shop real.test\nweb one.test.\n', 'shop', 'web', 'shop.test', 'SHOP'],
      ['# shop one.test\nshop real.test extra words\nshop one.test\n', 'shop'],
      ['a b\nb real.test\n', 'a', 'b'],
      ['a www\n', 'a', 'www'],
      ['shop\treal.test', 'shop'],
      ['shop\n one.test\nweb real.test\n', 'shop', 'web'],
      [' shop real.test\nweb real.test\n', 'shop', 'web'],
      ['shop. real.test\n', 'shop', 'shop.'],
      ['lonely', 'lonely', 'www'],
      ['shop.test real.test\n', 'shop.test'],
    ] as const
  ).map(([text, ...names]) => ({
    title: `HOSTALIASES: ${JSON.stringify(text)}`,
    files: { 'host.aliases': text, 'resolv.conf': `${SERVER}search a.test\n` },
    environment: { HOSTALIASES: '/etc/host.aliases' },
    names,
  })),
  {
    title: 'HOSTALIASES: not for the hosts file',
    files: { 'host.aliases': 'shop own.test\n', hosts: '203.0.113.1 own.test\n203.0.113.2 www\n' },
    environment: { HOSTALIASES: '/etc/host.aliases' },
    names: ['shop', 'www'],
  },
  {
    title: 'HOSTALIASES: no file',
    files: { 'resolv.conf': `${SERVER}search a.test\n` },
    environment: { HOSTALIASES: '/etc/no-such-file' },
    names: ['www'],
  },
];
