/**
 * What our parsers and the lab computer make of odd files against what the GNU C library makes of them: `getent` in a
 * network namespace with name servers of its own, which the lab computer asks as well.
 */

import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labComputer } from '../../src/lab/computer.ts';
import type { LabStub } from '../../src/lab/computer-resolver.ts';
import type { AddressLookup, Computer } from '../../src/system/computer.ts';
import { runWithEtc } from './etc-folder.ts';
import { DATABASES, LOOKUP_CASES, USUAL_FILES, type Database, type LookupCase } from './getent-cases.ts';
import { startLookupPlace, type LookupPlace } from './lookup-place.ts';
import { Namespace } from './namespace.ts';
import { cannotRunHere } from './requirements.ts';

/** Asks all databases, in `$0`, for all names. */
const SCRIPT = `
for name; do
  for database in $0; do
    echo "> $database $name"
    getent "$database" "$name"
  done
done
true`;

describe.skipIf(cannotRunHere('the comparison with getent'))('the GNU C library', () => {
  let place: LookupPlace;
  beforeAll(async () => {
    place = await startLookupPlace();
  });
  afterAll(() => place?.close());
  const stub: LabStub = (server, name, type) => place.ask(server, name, type);

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
    const theirs = askGetent(place.namespace, present, each);
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
      const other = new Namespace({});
      try {
        if (addresses.length > 0) other.configure(addresses);
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
        const script = 'exec "$0" "$@"';
        const words = [process.execPath, program, questions];
        const output = await runWithEtc(other.name, files, { script, words });
        const theirs = JSON.parse(output) as AddressLookup[];
        const unordered = (answer: AddressLookup): AddressLookup => ({
          ...answer,
          addresses: sorted(answer.addresses),
        });
        expect(ours.map(unordered)).toEqual(theirs.map(unordered));
      } finally {
        other.close();
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
  const output = await runWithEtc(namespace, Object.fromEntries(files), {
    script: SCRIPT,
    words: [databases.join(' '), ...names],
    ...(environment ? { environment } : {}),
  });
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
