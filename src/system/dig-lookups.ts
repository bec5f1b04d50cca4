/**
 * What `dig +trace` asks of this computer: the root servers from its name server, and the addresses of every name
 * server from getaddrinfo, hosts file included. Only what dig and the computer would ask anyway is asked.
 */

import { CLASS_IN, rcodeName } from '../message/codes.ts';
import { rcodeOf, recordsOf } from '../message/message.ts';
import { ROOT, type Name } from '../message/name.ts';
import { NS } from '../message/records/ns.ts';
import type { AskSystemOptions } from './ask-system.ts';
import type { AddressLookup, Computer } from './computer.ts';
import { waitAtMost } from './give-up.ts';
import { hostsAddresses } from './hosts-file.ts';
import { plainTextOf } from './local-names.ts';
import { readLookupSettings, type LookupSettings } from './lookup-settings.ts';
import { nameServersOf } from './name-servers.ts';
import { askInTurn } from './stub-query.ts';

type Options = Pick<AskSystemOptions, 'exchange' | 'signal' | 'timeoutMs' | 'randomId'>;

/** What dig starts from. */
export interface LocalRoot {
  /** The name servers of this computer, as dig asks them. */
  readonly nameServers: readonly string[];
  readonly rootServers: readonly Name[];
  /** Why there are no root servers, in words; null where there are. */
  readonly error: string | null;
}

export interface LocalServer {
  readonly name: Name;
  readonly addresses: readonly LocalAddress[];
  readonly error: string | null;
}

interface LocalAddress {
  readonly address: string;
  /** The line of the hosts file that it stands in, `/etc/hosts:4`; null for what the name server says. */
  readonly place: string | null;
}

export async function localRoot(computer: Computer, options: Options): Promise<LocalRoot> {
  const settings = await readLookupSettings(computer, ROOT);
  const servers = await nameServersOf(computer, settings);
  const listed = servers.filter(({ role }) => role === 'listed');
  const { nameServers } = settings.resolvConf;
  const nowMs = (): number => performance.now();
  const question = { name: ROOT, type: NS.code, class: CLASS_IN };
  const { exchange, signal, randomId } = options;
  const deps = { exchange, signal, randomId, nowMs, transport: 'udp' } as const;
  const reply = await askInTurn(question, listed, nowMs() + options.timeoutMs, deps);
  if (!reply) return { nameServers, rootServers: [], error: `no reply from ${nameServers.join(', ')}` };
  const rootServers = recordsOf(reply.message.answers, NS).map(({ rdata }) => rdata.nameServer);
  const rcode = rcodeName(rcodeOf(reply.message));
  const error =
    rootServers.length > 0 ? null : `${reply.server} answers ${rcode} without any name server of the root`;
  return { nameServers, rootServers, error };
}

/** The addresses of each server in both families, as getaddrinfo gives them to dig. */
export async function localServers(
  names: readonly Name[],
  computer: Computer,
  options: Options,
): Promise<LocalServer[]> {
  const settings = await readLookupSettings(computer, names[0] ?? ROOT);
  return Promise.all(names.map((name) => localServer(name, computer, settings, options)));
}

async function localServer(
  name: Name,
  computer: Computer,
  settings: LookupSettings,
  { timeoutMs, signal }: Options,
): Promise<LocalServer> {
  const typed = plainTextOf(name);
  if (typed === undefined) return { name, addresses: [], error: 'getaddrinfo cannot be asked for this name' };
  if (settings.blocked !== null) return { name, addresses: [], error: `not asked: ${settings.blocked}` };
  const families = [4, 6] as const;
  const lookups = Promise.all(families.map((family) => computer.lookup(typed, family)));
  const waited = await waitAtMost(lookups, timeoutMs, signal);
  if ('gaveUp' in waited) return { name, addresses: [], error: `no answer within ${timeoutMs / 1000} s` };
  const addresses = families.flatMap((family, at) => placed(typed, family, waited.value[at]!, settings));
  const error = addresses.length > 0 ? null : waited.value.find((each) => each.error !== null)?.error;
  return { name, addresses, error: error ?? null };
}

function placed(
  typed: string,
  family: 4 | 6,
  { addresses }: AddressLookup,
  { hosts, hostsPath, hostConf }: LookupSettings,
): LocalAddress[] {
  const hits = hostsAddresses(hosts ?? '', typed, family, hostConf.match);
  return addresses.map((address) => {
    const hit = hits.find((each) => each.address === address);
    return { address, place: hit ? `${hostsPath}:${hit.line.number}` : null };
  });
}
