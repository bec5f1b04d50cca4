/** dnsmasq in a namespace: a forwarder as home routers have one, ready when its upstream answers through it. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Namespace } from '../namespace.ts';
import { unlessEnded, untilAnswered } from '../servers.ts';

export interface DnsmasqSetup {
  readonly name: string;
  readonly address: string;
  /** Where it forwards to. */
  readonly upstream: string;
  /** More lines of its configuration: `address=/example/192.0.2.1`. */
  readonly lines?: readonly string[];
}

export async function startDnsmasq(namespace: Namespace, setup: DnsmasqSetup): Promise<void> {
  const config = join(namespace.folder, `${setup.name}.conf`);
  writeFileSync(config, dnsmasqConfig(namespace, setup));
  const child = namespace.start('dnsmasq', ['--keep-in-foreground', `--conf-file=${config}`]);
  const answered = untilAnswered(namespace, setup.address, '.', 'status: NOERROR');
  await unlessEnded(child, setup.name, answered);
}

function dnsmasqConfig({ folder }: Namespace, { name, address, upstream, lines = [] }: DnsmasqSetup): string {
  const all = [
    `listen-address=${address}`,
    // Without it every address of the namespace would be taken.
    'bind-interfaces',
    'no-resolv',
    'no-hosts',
    `server=${upstream}`,
    'user=root',
    'pid-file=',
    `log-facility=${join(folder, `${name}.log`)}`,
    ...lines,
  ];
  return all.join('\n') + '\n';
}
