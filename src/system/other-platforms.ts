/**
 * What decides where a name is looked up on macOS and Windows, in the shape that the files of a GNU system
 * have: there mDNSResponder and the DNS client service know what resolv.conf and nsswitch.conf say elsewhere.
 */

import type { Name } from '../message/name.ts';
import { HOSTS_PATH, type Computer, type FileText } from './computer.ts';
import type { LookupSettings } from './lookup-settings.ts';
import type { NameSource, Nsswitch } from './nsswitch.ts';
import { scanNameServer, type NameServerLine, type ResolvConf } from './resolv-conf.ts';
import { DEFAULT_OPTIONS } from './resolver-options.ts';
import { parseScutil, resolverFor, SCUTIL_COMMAND } from './scutil.ts';
import type { Origin } from './system-answer.ts';
import { listIn, parseRegistry, REGISTRY_COMMANDS, settingsNamed } from './windows-registry.ts';

/** `name` chooses the resolver: those of macOS have domains of their own. */
export async function readMacSettings(computer: Computer, name: Name): Promise<LookupSettings> {
  const [hosts, output] = await Promise.all([computer.readFile(HOSTS_PATH), computer.run(SCUTIL_COMMAND)]);
  const resolvers = parseScutil('text' in output ? output.text : '');
  const chosen = resolverFor(name, resolvers);
  const common = resolvers.find(({ domain }) => domain === null);
  const port = chosen && chosen.port !== DNS_PORT ? `#${chosen.port}` : '';
  const lines = chosen?.nameServers ?? [];
  const search = { domains: common?.search ?? [], from: common?.searchFrom ?? null };
  return settingsOf({
    hosts,
    hostsPath: HOSTS_PATH,
    sources: ['files', 'mdns', 'dns'],
    nameServers: serversOn(lines).map((address) => address + port),
    lines,
    search,
    notes: 'unreadable' in output ? [output.unreadable] : [],
  });
}

/**
 * The servers are those that c-ares has of the interfaces that are up, the registry says where they are set:
 * it keeps those of interfaces that are down as well.
 */
export async function readWindowsSettings(computer: Computer): Promise<LookupSettings> {
  const hostsPath = `${computer.environment['SystemRoot'] ?? 'C:\\Windows'}\\System32\\drivers\\etc\\hosts`;
  const [hosts, ...outputs] = await Promise.all([
    computer.readFile(hostsPath),
    ...REGISTRY_COMMANDS.map((command) => computer.run(command)),
  ]);
  const values = outputs.flatMap((output, index) =>
    'text' in output ? parseRegistry(output.text, REGISTRY_COMMANDS[index]!.join(' ')) : [],
  );
  const nameServers = await computer.libraryServers();
  const lines = settingsNamed(values, 'NameServer', 'DhcpNameServer').flatMap(({ data, from }) =>
    listIn(data).map((text): NameServerLine => {
      const isUp = nameServers.includes(scanNameServer(text) ?? text);
      return { text, use: isUp ? 'used' : 'surplus', from };
    }),
  );
  const list = values.find(({ name, place }) => name === 'SearchList' && place === 'Parameters');
  const domains = settingsNamed(values, 'Domain', 'DhcpDomain');
  const search = list
    ? { domains: listIn(list.data), from: list.from }
    : { domains: [...new Set(domains.map(({ data }) => data))], from: domains[0]?.from ?? null };
  const notes = outputs.flatMap((output) => ('unreadable' in output ? [output.unreadable] : []));
  return settingsOf({
    hosts,
    hostsPath,
    sources: ['files', 'dns'],
    nameServers,
    lines: lines.toSorted((a, b) => Number(b.use === 'used') - Number(a.use === 'used')),
    search,
    notes: [...new Set(notes)],
  });
}

const DNS_PORT = 53;

interface Found {
  readonly hosts: FileText;
  readonly hostsPath: string;
  readonly sources: readonly string[];
  readonly nameServers: readonly string[];
  readonly lines: readonly NameServerLine[];
  readonly search: { readonly domains: readonly string[]; readonly from: Origin | null };
  readonly notes: readonly string[];
}

function settingsOf({ hosts, hostsPath, sources, nameServers, lines, search, notes }: Found): LookupSettings {
  const nsswitch: Nsswitch = { sources: sources.map(sourceNamed), line: null, text: '', problem: null };
  const resolvConf: ResolvConf = {
    nameServers,
    search: search.domains,
    options: DEFAULT_OPTIONS,
    origins: { nameServers: lines, search: search.from, options: [] },
  };
  return {
    hosts: 'text' in hosts ? hosts.text : null,
    hostsPath,
    // Neither system has a host.conf: every line counts.
    hostConf: { match: 'every line', from: null },
    nsswitch,
    resolvConf,
    resolvConfText: '',
    resolvConfLink: undefined,
    aliases: null,
    blocked: 'unreadable' in hosts && hosts.blocks ? hosts.unreadable : null,
    notes: [...('unreadable' in hosts ? [hosts.unreadable] : []), ...notes],
  };
}

const sourceNamed = (name: string): NameSource => ({
  name,
  actions: { success: 'return', notfound: 'continue', unavail: 'continue', tryagain: 'continue' },
});

function serversOn(lines: readonly NameServerLine[]): string[] {
  return lines.flatMap(({ text }) => scanNameServer(text) ?? []);
}
