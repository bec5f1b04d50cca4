/**
 * All that decides where this computer looks a name up, read from its files at once. A file that cannot be
 * read counts as an empty one, as it does for the C library, and leaves a note.
 */

import { HOST_CONF_PATH, HOSTS_PATH, NSSWITCH_PATH, RESOLV_CONF_PATH, type Computer } from './computer.ts';
import { parseHostConf } from './host-conf.ts';
import { parseHosts, type HostsLine, type HostsMatch } from './hosts-file.ts';
import { parseNsswitch, type Nsswitch } from './nsswitch.ts';
import { parseResolvConf, type ResolvConf } from './resolv-conf.ts';

export interface LookupSettings {
  readonly hosts: readonly HostsLine[];
  readonly match: HostsMatch;
  readonly nsswitch: Nsswitch;
  readonly resolvConf: ResolvConf;
  readonly notes: readonly string[];
}

export async function readLookupSettings(computer: Computer): Promise<LookupSettings> {
  const notes: string[] = [];
  const read = async (path: string): Promise<string> => {
    const file = await computer.readFile(path);
    if ('unreadable' in file) notes.push(file.unreadable);
    return 'text' in file ? file.text : '';
  };
  const [hosts, hostConf, nsswitchConf, resolvConf] = await Promise.all([
    read(HOSTS_PATH),
    read(HOST_CONF_PATH),
    read(NSSWITCH_PATH),
    read(RESOLV_CONF_PATH),
  ]);
  const nsswitch = parseNsswitch(nsswitchConf);
  if (nsswitch.problem !== null) notes.push(nsswitch.problem);
  return {
    hosts: parseHosts(hosts),
    match: parseHostConf(hostConf, computer.environment),
    nsswitch,
    resolvConf: parseResolvConf(resolvConf, computer),
    notes,
  };
}
