/**
 * Starts the authoritative servers in a namespace, NSD and the silent one, each with configuration of its own, and waits
 * until they answer. The resolvers stand in resolvers/.
 */

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Namespace } from './namespace.ts';

export const FIXTURES = join(import.meta.dirname, '../../fixtures/end-to-end');
/** Where the resolver of a namespace listens. */
export const RESOLVER = '127.0.0.53';

/**
 * An NSD: zones are names without the last dot, the root `.`; `pier.com=pier.com.old` is another version of one, the zone
 * and then its file. An unloadable zone makes it answer SERVFAIL.
 */
export interface AuthoritativeServer {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly zones: readonly string[];
  readonly unloadable?: readonly string[];
}

/** Zone files are `NAME.zone` in the folder; SIGHUP makes the process that comes back read changed ones again. */
export async function startNsd(
  namespace: Namespace,
  server: AuthoritativeServer,
  zoneFolder = FIXTURES,
): Promise<ChildProcess> {
  const file = (name: string): string => join(namespace.folder, `${server.name}-${name}`);
  const config = file('nsd.conf');
  writeFileSync(config, nsdConfig(server, file, zoneFolder));
  const nsd = namespace.start('nsd', ['-d', '-c', config]);
  const [zone = '.'] = server.zones.map(originOf);
  await Promise.all(server.addresses.map((address) => untilAnswered(namespace, address, zone, 'status: ')));
  return nsd;
}

/** Polls with dig: a closed port is refused at once, and dig itself is the pause between two tries. */
export async function untilAnswered(
  namespace: Namespace,
  address: string,
  name: string,
  expected: string,
): Promise<void> {
  const deadline = performance.now() + 20_000;
  const args = [`@${address}`, name, 'SOA', '+time=1', '+tries=1', '+noedns'];
  for (;;) {
    const { stdout } = await namespace.run('dig', args);
    if (stdout.includes(expected)) return;
    if (performance.now() > deadline) throw new Error(`${address} does not answer for ${name}:\n${stdout}`);
  }
}

function nsdConfig(server: AuthoritativeServer, file: (name: string) => string, zoneFolder: string): string {
  const lines = [
    'server:',
    ...server.addresses.map((address) => `  ip-address: ${address}`),
    `  pidfile: "${file('nsd.pid')}"`,
    `  zonelistfile: "${file('zone.list')}"`,
    `  xfrdfile: "${file('xfrd.state')}"`,
    `  logfile: "${file('nsd.log')}"`,
    '  username: ""',
    '  chroot: ""',
    '  database: ""',
    '  server-count: 1',
    '  verbosity: 0',
    '  rrl-ratelimit: 0',
    '  rrl-whitelist-ratelimit: 0',
    '  zonefiles-write: 0',
    'remote-control:',
    '  control-enable: no',
    ...server.zones.map((zone) => zoneClause(originOf(zone), join(zoneFolder, `${fileOf(zone)}.zone`))),
    ...(server.unloadable ?? []).map((name) => zoneClause(name, file('no-such.zone'))),
  ];
  return lines.join('\n') + '\n';
}

function originOf(zone: string): string {
  return zone.split('=')[0]!;
}

function fileOf(zone: string): string {
  return zone === '.' ? 'root' : zone.split('=').at(-1)!;
}

function zoneClause(name: string, path: string): string {
  return `zone:\n  name: "${name}"\n  zonefile: "${path}"`;
}

export async function startSilent(namespace: Namespace, addresses: readonly string[]): Promise<void> {
  const program = fileURLToPath(new URL('./silent-server.ts', import.meta.url));
  await startAndListen(namespace, program, addresses);
}

/** Starts a program of ours that prints a line once it listens. */
export async function startAndListen(
  namespace: Namespace,
  program: string,
  args: readonly string[],
): Promise<void> {
  const child = namespace.start(process.execPath, [program, ...args]);
  await unlessEnded(child, program, once(child.stdout!, 'data'));
}

/** Waits for the server to be ready; one that ends before is not waited for. */
export async function unlessEnded(child: ChildProcess, what: string, ready: Promise<unknown>): Promise<void> {
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${what} could not start`)));
  ended.catch(() => undefined);
  await Promise.race([ready, ended]);
}
