/**
 * What our parsers and the lab computer make of odd files against what the GNU C library makes of them: `getent` in a
 * network namespace with name servers of its own, which the lab computer asks as well.
 */

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labComputer } from '../../src/lab/computer.ts';
import type { LabStub } from '../../src/lab/computer-resolver.ts';
import { decode } from '../../src/message/decode.ts';
import type { Message } from '../../src/message/message.ts';
import type { AddressLookup, Computer } from '../../src/system/computer.ts';
import { DATABASES, LOOKUP_CASES, USUAL_FILES, type Database, type LookupCase } from './getent-cases.ts';
import { Namespace } from './namespace.ts';
import { cannotRunHere } from './requirements.ts';

/** Puts the files of a folder in the place of all of /etc, for what runs after it in this shell alone. */
const WITH_ETC = 'mount -t tmpfs none /etc && cp -R "$ETC"/. /etc/ || exit 9;';

/** Asks all databases, in `$0`, for all names. */
const SCRIPT = `${WITH_ETC}
for name; do
  for database in $0; do
    echo "> $database $name"
    getent "$database" "$name"
  done
done
true`;

const PROGRAM_SCRIPT = `${WITH_ETC} exec "$0" "$@"`;

describe.skipIf(cannotRunHere('the comparison with getent'))('the GNU C library', () => {
  let namespace: Namespace;
  let servers: ChildProcess;
  const waiting = new Map<number, (reply: Message | undefined) => void>();

  beforeAll(async () => {
    namespace = new Namespace({});
    namespace.configure([
      // getent uses the address filter: without addresses beside loopback nothing would come through it.
      'address add 192.0.2.100/32 dev lo',
      'address add 2001:db8::100/128 dev lo nodad',
      'address add fe80::53/64 dev lo nodad',
    ]);
    const program = new URL('../../fixtures/system/name-servers.ts', import.meta.url).pathname;
    servers = spawn('ip', ['netns', 'exec', namespace.name, process.execPath, program], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await new Promise<void>((ready, fail) => {
      servers.once('exit', () => fail(new Error('the name servers could not start')));
      createInterface({ input: servers.stdout! }).on('line', (line) => {
        if (line === 'ready') return ready();
        const { id, reply } = JSON.parse(line) as { id: number; reply: string | null };
        waiting.get(id)?.(reply === null ? undefined : decode(Buffer.from(reply, 'base64')));
        waiting.delete(id);
      });
    });
  });
  afterAll(() => {
    servers?.stdin?.end();
    namespace?.close();
  });

  let lastId = 0;
  const stub: LabStub = (server, name, type) =>
    new Promise((resolve) => {
      const id = ++lastId;
      waiting.set(id, resolve);
      servers.stdin!.write(`${JSON.stringify({ id, server, name, type })}\n`);
    });

  it.concurrent.each(LOOKUP_CASES)('$title', async (each) => {
    const files = Object.entries({ ...USUAL_FILES, ...each.files });
    const present = files.filter((entry): entry is [string, string] => entry[1] !== null);
    const computer = labComputer({
      files: Object.fromEntries(present.map(([name, text]) => [`/etc/${name}`, text])),
      hostname: hostname(),
      environment: each.environment ?? {},
      stub,
    });
    const ours: Record<string, readonly string[]> = {};
    const theirs = askGetent(namespace.name, present, each);
    for (const name of each.names) {
      for (const database of each.databases ?? DATABASES)
        ours[`${database} ${name}`] = await emulated(computer, database, name);
    }
    expect(ours).toEqual(await theirs);
  });

  it.concurrent.each([
    [
      [4, 6],
      ['address add 192.0.2.100/32 dev lo', 'address add 2001:db8::100/128 dev lo nodad'],
    ],
    [[4], ['address add 192.0.2.100/32 dev lo']],
    [[6], ['address add 2001:db8::100/128 dev lo nodad']],
    [[], []],
  ] as const)(
    'filters addresses alike where the computer has addresses of %j',
    async (families, addresses) => {
      const place = new Namespace({});
      try {
        if (addresses.length > 0) place.configure(addresses);
        const hosts = '203.0.113.1 a.test b.test\n2001:db8::1 a.test c.test\n203.0.113.2 a.test\n';
        const files = { hosts, 'nsswitch.conf': 'hosts: files\n' };
        const names = ['a.test', 'b.test', 'c.test'];
        const texts = { '/etc/hosts': hosts, '/etc/nsswitch.conf': files['nsswitch.conf'] };
        const computer = labComputer({ files: texts, hostname: hostname(), families, stub });
        const ours = [];
        for (const name of names) ours.push(await computer.lookup(name, 'configured'));
        // getent asks for mapped addresses too; this asks for the filter alone.
        const program = new URL('../../fixtures/system/ask-computer.ts', import.meta.url).pathname;
        const questions = JSON.stringify(names.map((name) => [name, 'configured']));
        const shell = ['-c', PROGRAM_SCRIPT, process.execPath, program, questions];
        const theirs = JSON.parse(
          await runWith(place.name, Object.entries(files), {}, shell),
        ) as AddressLookup[];
        const unordered = (answer: AddressLookup): AddressLookup => ({
          ...answer,
          addresses: sorted(answer.addresses),
        });
        expect(ours.map(unordered)).toEqual(theirs.map(unordered));
      } finally {
        place.close();
      }
    },
  );

  it('has been compared on more than sixty odd files, each once', () => {
    expect(LOOKUP_CASES.length).toBeGreaterThan(60);
    expect(new Set(LOOKUP_CASES.map(({ title }) => title)).size).toBe(LOOKUP_CASES.length);
  });
});

/** What getent prints by each of its databases: addresses, or for an address the name. */
async function askGetent(
  namespace: string,
  files: readonly (readonly [string, string])[],
  { names, environment, databases = DATABASES }: LookupCase,
): Promise<Record<string, readonly string[]>> {
  const shell = ['-c', SCRIPT, databases.join(' '), ...names];
  const output = await runWith(namespace, files, environment ?? {}, shell);
  const sections = output
    .split(/^> /m)
    .slice(1)
    .map((section) => section.split('\n'));
  return Object.fromEntries(
    sections.map(([key = '', ...lines]) => {
      const [database, name = ''] = key.split(' ');
      const column = database === 'hosts' && isIP(name) > 0 ? 1 : 0;
      return [key, sorted(lines.filter(Boolean).flatMap((line) => line.split(/\s+/)[column] || []))];
    }),
  );
}

/** Runs a shell in the namespace; the folder with the files is its `$ETC`. */
async function runWith(
  namespace: string,
  files: readonly (readonly [string, string])[],
  environment: Readonly<Record<string, string>>,
  shell: readonly string[],
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rootwalk-etc-'));
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text, 'latin1');
    const env = { PATH: process.env['PATH'], LC_ALL: 'C', ETC: folder, ...environment };
    const command = ['netns', 'exec', namespace, 'sh', ...shell];
    return (await promisify(execFile)('ip', command, { env })).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same by our own emulation. getent asks for the address filter; the namespace has both families. */
async function emulated(computer: Computer, database: Database, name: string): Promise<readonly string[]> {
  if (database !== 'hosts') {
    const questions = { ahosts: 'configured', ahostsv4: 4, ahostsv6: 'mapped' } as const;
    return sorted((await computer.lookup(name, questions[database])).addresses);
  }
  if (isIP(name) > 0) return (await computer.reverse(name)).names;
  // gethostbyname for IPv6, and where that has nothing for IPv4.
  const ipv6 = name.includes('%') ? [] : (await computer.lookup(name, 6)).addresses;
  const found = ipv6.length > 0 || name.includes('%') ? ipv6 : (await computer.lookup(name, 4)).addresses;
  return sorted(found);
}

/** getaddrinfo sorts by rules of its own (RFC 6724), and prints a scope by its number. */
function sorted(addresses: readonly string[]): readonly string[] {
  return [...new Set(addresses.map((address) => address.replace(/%.*$/, '')))].toSorted();
}
