/**
 * The built program on computers in an odd state: files that are missing, no files at all, pipes, or very long; name
 * servers that are silent or fail. It always ends, soon and with words.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWithEtc } from './etc-folder.ts';
import { startLookupPlace, type LookupPlace } from './lookup-place.ts';
import { cannotRunHere } from './requirements.ts';

const PROGRAM = new URL('../../dist/rootwalk.js', import.meta.url).pathname;
const SERVER = 'nameserver 127.0.0.1\n';
/** The servers of the namespace know the root zone too. */
const HINTS = '. 3600 IN NS a.root.\na.root. 3600 IN A 127.0.0.1\n';

interface System {
  readonly source: string;
  readonly addresses: readonly string[];
  readonly error: string | null;
  readonly notes?: readonly string[];
  readonly evidence: readonly { readonly file: string; readonly line: number }[];
  readonly elapsedMs: number;
  readonly bothFamilies?: { readonly all: { readonly addresses: readonly string[] } };
  readonly library?: { readonly values: readonly string[] };
  readonly servers: readonly {
    readonly server: string;
    readonly outcome: string;
    readonly rcode: string | null;
    readonly detail: string;
    readonly role: string;
    readonly program: string | null;
  }[];
  readonly searchSteps: readonly { readonly name: string; readonly outcome: string }[];
}

describe.skipIf(cannotRunHere('odd computers'))('a computer', () => {
  let place: LookupPlace;
  beforeAll(async () => {
    place = await startLookupPlace();
  });
  afterAll(() => place?.close());

  /** `prepare`: shell commands that make of /etc what files alone cannot. */
  async function trace(
    name: string,
    files: Readonly<Record<string, string>>,
    prepare = '',
    ...options: string[]
  ): Promise<System> {
    const script = `${prepare}\n"$@" || exit 0`;
    const words = ['sh', process.execPath, PROGRAM, 'trace', name, '--format', 'json'];
    const output = await runWithEtc(
      place.namespace,
      { ...files, 'root.hints': HINTS },
      { script, words: [...words, '--root-hints', '/etc/root.hints', ...options] },
    );
    return (JSON.parse(output) as { system: System }).system;
  }

  it('without any file asks the name server on itself', async () => {
    const system = await trace('one.test', {});
    expect(system).toMatchObject({
      source: 'dns',
      notes: ['there is no /etc/resolv.conf, so that the name server is taken to be 127.0.0.1'],
      servers: [{ server: '127.0.0.1#53', outcome: 'reply', rcode: 'NOERROR' }],
    });
    expect(system.addresses.toSorted()).toEqual(['192.0.2.11', '192.0.2.12']);
    expect(system.bothFamilies?.all.addresses).toContain('2001:db8::11');
    expect(system.library?.values.toSorted()).toEqual(['192.0.2.11', '192.0.2.12']);
  });

  it('without any resolver says so at once', async () => {
    const system = await trace('one.test', { 'resolv.conf': 'nameserver 127.0.0.66\n' });
    expect(system).toMatchObject({ source: 'none', error: 'no name server answered' });
    expect(system.servers).toMatchObject([{ outcome: 'unreachable' }]);
  });

  it.each([
    ['hosts', 'mkfifo /etc/hosts'],
    ['hosts', 'ln -s /dev/zero /etc/hosts'],
    ['resolv.conf', 'rm /etc/resolv.conf; mkfifo /etc/resolv.conf'],
    ['nsswitch.conf', 'mkfifo /etc/nsswitch.conf'],
    ['host.conf', 'mkfifo /etc/host.conf'],
  ])('with a pipe or a device for %s does not wait for it: %s', async (file, prepare) => {
    const system = await trace('one.test', { 'resolv.conf': SERVER }, prepare);
    const words = `/etc/${file} is not a regular file`;
    expect(system).toMatchObject({ source: 'none', error: `not asked: ${words}` });
    expect(system.notes).toContain(words);
    expect(system.servers).toMatchObject([{ outcome: 'reply', rcode: 'NOERROR' }]);
  });

  it.each([
    ['the null device for hosts', 'ln -s /dev/null /etc/hosts', undefined],
    ['rubbish in hosts', 'head -c 1000000 /dev/urandom > /etc/hosts', undefined],
    ['a link that leads nowhere for hosts', 'ln -s nowhere /etc/hosts', undefined],
    [
      'a link in a circle for host.conf',
      'ln -s host.conf /etc/host.conf',
      ['/etc/host.conf cannot be read (ELOOP)'],
    ],
  ])('with %s goes on to DNS', async (_, prepare, notes) => {
    const system = await trace('six.test', { 'resolv.conf': SERVER }, prepare, '-t', 'AAAA');
    expect(system).toMatchObject({ source: 'dns', addresses: ['2001:db8::66'], error: null });
    expect(system.notes).toEqual(notes);
  });

  it('finds the line in a hosts file of 200,000 lines', async () => {
    const lines = Array.from({ length: 199_999 }, (_, i) => `0.0.0.0 ads${i}.example`).join('\n');
    const files = { hosts: `${lines}\n203.0.113.9 own.test\n`, 'resolv.conf': SERVER };
    const system = await trace('own.test', files);
    expect(system).toMatchObject({ source: 'hosts', evidence: [{ file: '/etc/hosts', line: 200_000 }] });
  });

  it('hears of every server, though one is silent and one fails', async () => {
    const servers = ['127.0.0.1', '127.0.0.7', '127.0.0.9'].map((each) => `nameserver ${each}\n`).join('');
    const system = await trace('one.test', { 'resolv.conf': servers });
    expect(system).toMatchObject({ source: 'dns', error: null });
    expect(system.servers.map(({ outcome, rcode }) => [outcome, rcode])).toEqual([
      ['reply', 'NOERROR'],
      ['reply', 'SERVFAIL'],
      ['silence', null],
    ]);
    expect(system.servers[2]?.detail).toMatch(/^no reply within [12]\.\d s$/);
  });

  it('has upstreams behind its own resolver, which are asked too', async () => {
    const prepare = `
mount -t tmpfs none /run && mkdir -p /run/systemd/resolve
echo 'nameserver 192.0.2.100' > /run/systemd/resolve/resolv.conf`;
    const system = await trace('one.test', { 'resolv.conf': 'nameserver 127.0.0.53\n' }, prepare);
    expect(
      system.servers.map(({ server, role, program, outcome }) => [server, role, program, outcome]),
    ).toEqual([
      ['127.0.0.53#53', 'listed', 'systemd-resolved', 'reply'],
      ['192.0.2.100#53', 'upstream', 'systemd-resolved', 'unreachable'],
    ]);
  });

  it('shows each name of the search list', async () => {
    const files = { 'resolv.conf': `${SERVER}search g.test a.test b.test\n` };
    const { searchSteps } = await trace('www', files);
    expect(searchSteps.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'www.g.test. no such name',
      'www.a.test. answer',
      'www.b.test. not asked',
      'www. not asked',
    ]);
  });

  it('with a folder for hosts says what the C library makes of that', async () => {
    // It fails for one family alone, and goes on to DNS for both.
    const system = await trace('six.test', { 'resolv.conf': SERVER }, 'mkdir /etc/hosts', '-t', 'AAAA');
    expect(system.notes).toEqual(['/etc/hosts is not a regular file']);
    expect(system.error).toMatch(/^the system cannot look this up: a folder stands/);
    expect(system.bothFamilies?.all.addresses).toEqual(['2001:db8::66']);
  });

  it('is asked nothing with --no-system', async () => {
    expect(await trace('one.test', { 'resolv.conf': SERVER }, '', '--no-system')).toBeNull();
  });
});
