/**
 * The real resolvers that the networks are shown to, each from a cold start, without validation, and otherwise as it
 * comes: how each is started, and on which address it answers.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether servers see whole names, or no more of them than they need (RFC 9156), as resolvers do unless told otherwise. */
export type Names = 'whole' | 'minimised';

export interface Resolver {
  readonly name: string;
  readonly debianPackage: string;
  readonly address: string;
  /** Writes its configuration and gives the command that runs it in the foreground. */
  readonly prepare: (folder: string, hintsFile: string, address: string, names: Names) => readonly string[];
}

export const RESOLVERS: readonly Resolver[] = [
  { name: 'unbound', debianPackage: 'unbound', address: '127.0.1.1', prepare: unbound },
  { name: 'kresd', debianPackage: 'knot-resolver', address: '127.0.1.2', prepare: kresd },
  { name: 'named', debianPackage: 'bind9', address: '127.0.1.3', prepare: named },
  { name: 'pdns', debianPackage: 'pdns-recursor', address: '127.0.1.4', prepare: pdns },
];

function unbound(folder: string, hintsFile: string, address: string, names: Names): readonly string[] {
  const file = join(folder, 'unbound.conf');
  const lines = [
    'server:',
    ` interface: ${address}`,
    ' access-control: 127.0.0.0/8 allow',
    ` root-hints: "${hintsFile}"`,
    ' module-config: "iterator"',
    ' do-not-query-localhost: no',
    ' use-syslog: no',
    ` qname-minimisation: ${names === 'whole' ? 'no' : 'yes'}`,
    ` logfile: "${join(folder, 'unbound.log')}"`,
    ...['username', 'chroot', 'pidfile'].map((option) => ` ${option}: ""`),
    'remote-control:',
    ' control-enable: no',
  ];
  writeFileSync(file, lines.join('\n') + '\n');
  return ['unbound', '-d', '-p', '-c', file];
}

function kresd(folder: string, hintsFile: string, address: string, names: Names): readonly string[] {
  const file = join(folder, 'kresd.conf');
  const lines = [
    `net.listen('${address}', 53, { kind = 'dns' })`,
    "trust_anchors.remove('.')",
    "modules = { 'hints' }",
    `hints.root_file('${hintsFile}')`,
    'cache.size = 10 * MB',
    ...(names === 'whole' ? ["policy.add(policy.all(policy.FLAGS('NO_MINIMIZE')))"] : []),
  ];
  writeFileSync(file, lines.join('\n') + '\n');
  return ['kresd', '-n', '-c', file, folder];
}

function named(folder: string, hintsFile: string, address: string, names: Names): readonly string[] {
  const file = join(folder, 'named.conf');
  const text = `options {
  directory "${folder}"; pid-file none; session-keyfile none;
  listen-on { ${address}; }; listen-on-v6 { none; };
  qname-minimization ${names === 'whole' ? 'off' : 'relaxed'}; recursion yes; allow-query { any; }; dnssec-validation no; empty-zones-enable no;
};
controls { };
zone "." { type hint; file "${hintsFile}"; };
`;
  writeFileSync(file, text);
  return ['named', '-g', '-n', '1', '-c', file];
}

function pdns(folder: string, hintsFile: string, address: string, names: Names): readonly string[] {
  const options = {
    'config-dir': folder,
    'local-address': address,
    'hint-file': hintsFile,
    'socket-dir': folder,
    // Documentation addresses are what these networks are made of.
    'dont-query': '',
    'query-local-address': '0.0.0.0, ::',
    dnssec: 'off',
    daemon: 'no',
    setuid: '',
    setgid: '',
    'disable-syslog': 'yes',
    'security-poll-suffix': '',
    threads: '1',
    'qname-minimization': names === 'whole' ? 'no' : 'yes',
  };
  return ['pdns_recursor', ...Object.entries(options).map(([option, value]) => `--${option}=${value}`)];
}
