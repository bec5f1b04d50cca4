/**
 * All that decides where this computer looks a name up, read from its files at once. A file that cannot be
 * read counts as an empty one, as it mostly does for the C library, and leaves a note.
 */

import {
  HOST_CONF_PATH,
  HOSTS_PATH,
  NSSWITCH_PATH,
  RESOLV_CONF_PATH,
  type Computer,
  type FileText,
} from './computer.ts';
import { parseHostConf, type HostConf } from './host-conf.ts';
import type { Name } from '../message/name.ts';
import { readMacSettings, readWindowsSettings } from './other-platforms.ts';
import { parseNsswitch, type Nsswitch } from './nsswitch.ts';
import { parseResolvConf, type ResolvConf } from './resolv-conf.ts';

export interface LookupSettings {
  /** The text of the hosts file; null where there is none to read. */
  readonly hosts: string | null;
  readonly hostsPath: string;
  readonly hostConf: HostConf;
  readonly nsswitch: Nsswitch;
  readonly resolvConf: ResolvConf;
  readonly resolvConfText: string;
  readonly resolvConfLink: string | undefined;
  /** The file that HOSTALIASES names, where it can be read. */
  readonly aliases: { readonly path: string; readonly text: string } | null;
  /** Why getaddrinfo would wait for ever, in words: it must not be called. Null where it would not. */
  readonly blocked: string | null;
  readonly notes: readonly string[];
}

/** For a look-up of `name`, by the rules of the computer's own system. */
export async function readLookupSettings(computer: Computer, name: Name): Promise<LookupSettings> {
  if (computer.platform === 'darwin') return readMacSettings(computer, name);
  return computer.platform === 'win32' ? readWindowsSettings(computer) : readGnuSettings(computer);
}

async function readGnuSettings(computer: Computer): Promise<LookupSettings> {
  const { environment } = computer;
  const { HOSTALIASES: aliasesPath = '', RESOLV_HOST_CONF: hostConfPath = HOST_CONF_PATH } = environment;
  const [hosts, hostConf, nsswitchConf, resolvConf, aliases, resolvConfLink] = await Promise.all([
    computer.readFile(HOSTS_PATH),
    computer.readFile(hostConfPath),
    computer.readFile(NSSWITCH_PATH),
    computer.readFile(RESOLV_CONF_PATH),
    aliasesPath === '' ? undefined : computer.readFile(aliasesPath),
    computer.linkTarget(RESOLV_CONF_PATH),
  ]);
  const files = [hosts, hostConf, nsswitchConf, resolvConf, ...(aliases ? [aliases] : [])];
  const nsswitch = parseNsswitch(textOf(nsswitchConf));
  const unreadable = files.flatMap((file) => ('unreadable' in file ? [file] : []));
  return {
    hosts: 'text' in hosts ? hosts.text : null,
    hostsPath: HOSTS_PATH,
    hostConf: parseHostConf(textOf(hostConf), environment, hostConfPath),
    nsswitch,
    resolvConf: parseResolvConf(textOf(resolvConf), computer),
    resolvConfText: textOf(resolvConf),
    resolvConfLink,
    aliases: aliases && 'text' in aliases ? { path: aliasesPath, text: aliases.text } : null,
    blocked: unreadable.find(({ blocks }) => blocks)?.unreadable ?? null,
    notes: [
      ...unreadable.map((file) => file.unreadable),
      ...('missing' in resolvConf ? [NO_RESOLV_CONF] : []),
      ...(nsswitch.problem === null ? [] : [nsswitch.problem]),
    ],
  };
}

const NO_RESOLV_CONF = `there is no ${RESOLV_CONF_PATH}, so that the name server is taken to be 127.0.0.1`;

const textOf = (file: FileText): string => ('text' in file ? file.text : '');
