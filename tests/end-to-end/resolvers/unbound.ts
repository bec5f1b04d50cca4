/** Unbound in a namespace: started with configuration of its own, ready when it has found the root. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Namespace } from '../namespace.ts';
import { unlessEnded, untilAnswered } from '../servers.ts';

export interface UnboundSetup {
  /** Tells its files from those of others in the same namespace. */
  readonly name: string;
  readonly address: string;
  readonly rootHints: string;
  /** `iterator` by default: no validation, and nothing else that would change an answer. */
  readonly modules?: string;
  /** More lines of the `server:` clause. */
  readonly server?: readonly string[];
  /** Clauses after it: `rpz:`. */
  readonly clauses?: readonly string[];
}

export async function startUnbound(namespace: Namespace, setup: UnboundSetup): Promise<void> {
  const config = join(namespace.folder, `${setup.name}.conf`);
  writeFileSync(config, unboundConfig(namespace, setup));
  const child = namespace.start('unbound', ['-d', '-p', '-c', config]);
  const answered = untilAnswered(namespace, setup.address, '.', 'status: NOERROR');
  await unlessEnded(child, setup.name, answered);
}

function unboundConfig({ folder }: Namespace, setup: UnboundSetup): string {
  const lines = [
    'server:',
    `  interface: ${setup.address}`,
    '  access-control: 127.0.0.0/8 allow',
    `  root-hints: "${setup.rootHints}"`,
    `  module-config: "${setup.modules ?? 'iterator'}"`,
    '  do-not-query-localhost: no',
    `  directory: "${folder}"`,
    `  logfile: "${join(folder, `${setup.name}.log`)}"`,
    '  username: ""',
    '  chroot: ""',
    '  pidfile: ""',
    '  use-syslog: no',
    '  verbosity: 0',
    '  num-threads: 1',
    ...(setup.server ?? []).map((line) => `  ${line}`),
    'remote-control:',
    '  control-enable: no',
    ...(setup.clauses ?? []),
  ];
  return lines.join('\n') + '\n';
}
