/**
 * Our reading of hosts, nsswitch.conf, host.conf and resolv.conf against the GNU C library's own, in a
 * network namespace with files of its own (`/etc/netns/NAME/`). Nothing leaves the namespace, which has only
 * loopback.
 */

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labComputer } from '../../src/lab/computer.ts';
import type { AddressLookup, NameLookup } from '../../src/system/computer.ts';
import { hostsLineOf } from '../../src/system/hosts-file.ts';
import { parseResolvConf } from '../../src/system/resolv-conf.ts';
import { searchNames } from '../../src/system/search-list.ts';

const namespace = `rootwalk-files-${process.pid}-${randomBytes(3).toString('hex')}`;
const folder = `/etc/netns/${namespace}`;
const skipped = whyNot();
if (skipped !== null) console.warn(`the C library comparison is skipped: ${skipped}`);

const fixture = (name: string): string => new URL(`../../fixtures/system/${name}`, import.meta.url).pathname;

describe.skipIf(skipped !== null)('files against the GNU C library', () => {
  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    execFileSync('ip', ['netns', 'add', namespace]);
    execFileSync('ip', ['netns', 'exec', namespace, 'ip', 'link', 'set', 'lo', 'up']);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    execFileSync('ip', ['netns', 'del', namespace]);
  });

  const HOSTS_CASES: readonly (readonly [title: string, hosts: string, hostConf: string])[] = [
    ['odd lines, first line', readFileSync(fixture('odd-hosts'), 'utf8'), ''],
    ['odd lines, every line', readFileSync(fixture('odd-hosts'), 'utf8'), 'multi on\n'],
    ['an empty file', '', ''],
    ['no newline at the end', '10.0.0.1 one.test', '# multi on\nmulti off\n'],
    ['a very long line', `10.0.0.1 ${'n '.repeat(40_000)}one.test\n10.0.0.2 last.test\n`, ''],
    ['many lines', `${'10.0.0.1 other.test\n'.repeat(200_000)}10.0.0.2 one.test\n`, ''],
    [
      'two lines each',
      '10.0.0.1 one.test\n::1 one.test\n10.0.0.2 one.test\n2001:db8::1 one.test\n',
      'Multi\tON x',
    ],
  ];

  it.each(HOSTS_CASES)('hosts: %s', async (_, hosts, hostConf) => {
    const files = { hosts, 'host.conf': hostConf, 'nsswitch.conf': 'hosts: files\n', 'resolv.conf': '' };
    const names = [...new Set(hosts.split(/\s+/))]
      // Node.js changes names outside ASCII before the C library sees them.
      .filter((name) => /^[\x21-\x7e]+$/.test(name) && !name.includes('#') && isIP(name) === 0)
      .slice(0, 50);
    const more = [
      'one.test',
      'one.test.',
      'b.nul.test',
      'scoped.test',
      'short.test',
      'y.test',
      'bracket.test',
      'LEAD.TEST',
    ];
    const questions = [...names, ...more].flatMap((name) => [[name, 4] as const, [name, 6] as const]);
    expect(await emulated(files, questions)).toEqual(askReal(files, questions).map(unordered));
  });

  it('names addresses alike', () => {
    const hosts = readFileSync(fixture('odd-hosts'), 'utf8');
    const written = hosts.split('\n').map((line) => line.trim().split(/\s/)[0]!);
    const addresses = [...written.filter((word) => isIP(word) > 0), '10.99.99.99', '2001:db8::99'];
    const files = { hosts, 'host.conf': '', 'nsswitch.conf': 'hosts: files\n', 'resolv.conf': '' };
    const real = askReal(
      files,
      addresses.map((address) => [address] as const),
    ) as NameLookup[];
    const ours = addresses.map((address) => hostsLineOf(hosts, address)?.names.slice(0, 1) ?? []);
    expect(ours).toEqual(real.map(({ names }) => names));
  });

  // The name server of this namespace does not exist, so `dns` alone fails.
  it.each([
    '',
    'passwd: files\n',
    'hosts: dns\n',
    'hosts: dns',
    'hosts: dns files\n',
    'hosts: files dns\n',
    'hosts: dns\nhosts: files\n',
    'hosts: files\nhosts: dns\n',
    'hosts : dns\n',
    'hosts dns\n',
    'hosts\n',
    'hosts:\n',
    'HOSTS: dns\n',
    ' \thosts:files\r\n',
    'hosts: dns # files\n',
    'hosts: dns #files\n',
    'hosts: dns#files\n',
    '#hosts: dns\n',
    'hosts: nope [UNAVAIL=return] files\n',
    'hosts: nope [NOTFOUND=return] files\n',
    'hosts: nope [!UNAVAIL=return] files\n',
    'hosts: nope [ !SUCCESS = Return ] files\n',
    'hosts: nope[UNAVAIL=return UNAVAIL=continue]files\n',
    'hosts: nope [UNAVAIL=merge] files\n',
    'hosts: [NOTFOUND=return] files\n',
    'hosts: files [NOTFOUND=return] dns\n',
    'hosts: files [SUCCESS=continue]\n',
    'hosts: dns [X=return]\n',
    'hosts: dns [UNAVAIL=return\n',
    'hosts: dns []\n',
    'hosts: files\npasswd: files [X=return]\n',
    'sudoers: files [X=return]\nhosts: files\n',
    'hosts: fi\0les\n',
  ])('nsswitch.conf: %j', async (nsswitch) => {
    const files = {
      hosts: '10.0.0.1 one.test\n',
      'host.conf': '',
      'nsswitch.conf': nsswitch,
      'resolv.conf': 'options attempts:1 timeout:1\n',
    };
    const questions = [['one.test', 4] as const, ['absent.test', 4] as const];
    expect(await emulated(files, questions)).toEqual(askReal(files, questions).map(unordered));
  });

  describe('resolv.conf', () => {
    let recorder: ChildProcess;
    const seen: string[] = [];
    let isReady: () => void;
    const ready = new Promise<void>((resolve) => (isReady = resolve));

    beforeAll(async () => {
      const command = ['netns', 'exec', namespace, process.execPath, fixture('query-recorder.ts')];
      recorder = spawn('ip', command, { stdio: ['ignore', 'pipe', 'inherit'] });
      createInterface({ input: recorder.stdout! }).on('line', (line) =>
        line === 'ready' ? isReady() : seen.push(line),
      );
      await ready;
    });
    afterAll(() => recorder.kill());

    it.each([
      ['nameserver 127.0.0.1\nsearch a.test b.test\n', 'www'],
      ['nameserver 127.0.0.1\nsearch a.test b.test\n', 'www.'],
      ['nameserver 127.0.0.1\nsearch a.test b.test\n', 'www.x'],
      ['nameserver 127.0.0.1\nsearch a.test\noptions ndots:2\n', 'www.x'],
      ['nameserver 127.0.0.1\nsearch a.test\noptions ndots:2\n', 'www.x.'],
      ['nameserver 127.0.0.1\nsearch a.test\ndomain d.test e.test\n', 'www'],
      ['nameserver 127.0.0.1\ndomain d.test\nsearch a.test\n', 'www'],
      ['nameserver 127.0.0.1\nsearch .\n', 'www'],
      ['nameserver 127.0.0.1\nsearch a.test. .\n', 'www'],
      ['nameserver 127.0.0.1\r\nsearch a.test\r\n', 'www'],
      ['nameserver 127.0.0.2\t# x\nnameserver 127.0.0.1\n', 'www'],
      [' nameserver 127.0.0.2\nNAMESERVER 127.0.0.3\n', 'www'],
      ['nameserver ::1%lo\n', 'www'],
      ['nameserver 127.2\nsearch\nsearch   \n', 'www'],
      ['', 'www'],
      [';nameserver 127.0.0.2\n#nameserver 127.0.0.3', 'www'],
      ['nameserver 127.0.0.3 \noptions ndots:0\nsearch a.test\n', 'www'],
      ['search a.test\noptions ndots:-1\n', 'a.b.c.d.e'],
      ['search a.test\noptions ndots:99\n', 'a.b.c.d.e'],
      ['search a.test\noptions ndots:2 rotate\noptions ndots:1\n', 'a.b'],
      ['search a.test\noptions no-tld-query\n', 'www'],
      ['search a.test\noptions ndots:2', 'www', { RES_OPTIONS: 'ndots:0' }],
      ['search a.test\n', 'www', { LOCALDOMAIN: 'x.test y.test' }],
      ['search a.test\n', 'www', { LOCALDOMAIN: '' }],
      ['search a.test\0b.test\nnameserver 127.0.0.2\0\n', 'www'],
    ] as const)('%j for %s', (resolvConf, name, overrides?: Files) => {
      const environment = overrides ?? {};
      const files = {
        hosts: '',
        'host.conf': '',
        'nsswitch.conf': 'hosts: dns\n',
        'resolv.conf': resolvConf,
      };
      const conf = parseResolvConf(resolvConf, { environment, hostname: hostname() });
      const expected = searchNames(name, conf).map((tried) => `${conf.nameServers[0]} ${tried}`);
      seen.length = 0;
      askReal(files, [[name, 4] as const], environment);
      return expect.poll(() => seen).toEqual(expected);
    });
  });
});

type Files = Readonly<Record<string, string>>;
type Questions = readonly (readonly [subject: string, family?: 4 | 6])[];

/** What the C library says in the namespace with these files. */
function askReal(
  files: Files,
  questions: Questions,
  environment: Files = {},
): (AddressLookup | NameLookup)[] {
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}`, text);
  const command = [
    'netns',
    'exec',
    namespace,
    process.execPath,
    fixture('ask-computer.ts'),
    JSON.stringify(questions),
  ];
  const { LOCALDOMAIN: _, RES_OPTIONS: __, RESOLV_MULTI: ___, ...inherited } = process.env;
  const output = execFileSync('ip', command, {
    env: { ...inherited, ...environment },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(output) as (AddressLookup | NameLookup)[];
}

/** What our own emulation says, with a name server that is silent. */
async function emulated(files: Files, questions: Questions): Promise<unknown[]> {
  const paths = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/etc/${name}`, text]));
  const computer = labComputer({ files: paths, hostname: hostname(), stub: async () => undefined });
  const answers = [];
  for (const [name, family] of questions) answers.push(unordered(await computer.lookup(name, family!)));
  return answers;
}

/** getaddrinfo sorts addresses by its own rules (RFC 6724), which are not those of the file. */
function unordered(answer: AddressLookup | NameLookup): unknown {
  return 'addresses' in answer ? { ...answer, addresses: [...new Set(answer.addresses)].toSorted() } : answer;
}

function whyNot(): string | null {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it needs root rights, for a network namespace of its own';
  if (!existsSync('/etc/resolv.conf') || !existsSync('/etc/host.conf'))
    return 'there are no files to put its own over';
  try {
    execFileSync('ip', ['netns', 'list'], { stdio: 'ignore' });
    return execFileSync('getconf', ['GNU_LIBC_VERSION'], { encoding: 'utf8' }).startsWith('glibc')
      ? null
      : 'the C library is not the GNU one';
  } catch {
    return 'there is no ip(8), or the C library is not the GNU one';
  }
}
