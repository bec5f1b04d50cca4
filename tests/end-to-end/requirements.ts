/**
 * What this suite needs of the machine: root rights, network namespaces, and the servers and tools of Debian's packages.
 */

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs, each with the Debian package that brings it. */
const PROGRAMS = {
  ip: 'iproute2',
  unshare: 'util-linux',
  nsd: 'nsd',
  unbound: 'unbound',
  dig: 'bind9-dnsutils',
} as const;

/** Those that the tests with many kinds of resolvers need besides. */
export const RESOLVER_PROGRAMS = {
  dnsmasq: 'dnsmasq-base',
  named: 'bind9',
  'ldns-keygen': 'ldnsutils',
  'ldns-signzone': 'ldnsutils',
} as const;

/** The daemons live where the PATH of an ordinary user does not lead. */
export const SEARCH_PATH = [process.env['PATH'] ?? '', '/usr/local/sbin', '/usr/sbin', '/sbin'].join(
  delimiter,
);

/** True where the suite cannot run here; what is missing is then said aloud, so that a skip is never silent. */
export function cannotRunHere(suite: string, more: Readonly<Record<string, string>> = {}): boolean {
  return saysWhatIsMissing(suite, missingHere({ ...PROGRAMS, ...more }));
}

/** The same for a suite that needs namespaces and no servers. */
export function cannotUnshareHere(suite: string): boolean {
  return saysWhatIsMissing(suite, missingHere({ unshare: PROGRAMS.unshare, mount: 'mount' }));
}

function saysWhatIsMissing(suite: string, missing: readonly string[]): boolean {
  if (missing.length > 0) console.warn(`SKIPPED ${suite}: missing ${missing.join('; ')}`);
  return missing.length > 0;
}

function missingHere(needed: Readonly<Record<string, string>>): string[] {
  const programs = Object.entries(needed)
    .filter(([program]) => !isInstalled(program))
    .map(([program, debianPackage]) => `the program ${program} (Debian package ${debianPackage})`);
  if (process.getuid?.() !== 0) return ['root rights', ...programs];
  return programs.length > 0 || canUnshare() ? programs : ['the right to make network namespaces'];
}

function isInstalled(program: string): boolean {
  return SEARCH_PATH.split(delimiter).some((folder) => folder !== '' && isExecutable(join(folder, program)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Root in a container may still not be allowed to. */
function canUnshare(): boolean {
  const { status } = spawnSync('unshare', ['--net', '--mount', 'true'], { env: { PATH: SEARCH_PATH } });
  return status === 0;
}
