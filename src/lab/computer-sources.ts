/**
 * The sources that nsswitch.conf of a lab computer can name: the hosts file, the name servers, the computer's
 * own names and multicast DNS, which its neighbours answer. A source that is not here is one that is not
 * installed.
 */

import type { Message } from '../message/message.ts';
import { recordsOf } from '../message/message.ts';
import { lowerCased, sameName, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { CNAME } from '../message/records/cname.ts';
import { PTR } from '../message/records/ptr.ts';
import { reverseName } from '../message/reverse-name.ts';
import { hostsAddresses, hostsLineOf } from '../system/hosts-file.ts';
import { isHostName, isLocalName, isMulticastName } from '../system/local-names.ts';
import type { LookupSettings } from '../system/lookup-settings.ts';
import type { LookupStatus } from '../system/nsswitch.ts';
import { resolveLike, type LabStub } from './computer-resolver.ts';

export interface SourceResult {
  readonly status: LookupStatus;
  readonly found: readonly string[];
  /** True where another time may bring an answer (EAI_AGAIN). */
  readonly mayComeBack?: boolean;
}

export interface LabPlace {
  readonly settings: LookupSettings;
  readonly hostname: string;
  /** Who answers multicast DNS: names without their final dot, and addresses. */
  readonly neighbours: Readonly<Record<string, readonly string[]>>;
  readonly stub: LabStub;
}

/** One family, or both at once: the C library asks for both in another way than for one after the other. */
type LabFamily = 4 | 6 | 'any';

type AddressSource = (name: string, family: LabFamily, place: LabPlace) => Promise<SourceResult>;
type NameSource = (address: string, place: LabPlace) => Promise<SourceResult>;

export function addressSourceOf(source: string): AddressSource {
  return ADDRESS_SOURCES.find(({ module }) => module.test(source))?.ask ?? (async () => UNAVAILABLE);
}

export function nameSourceOf(source: string): NameSource {
  return NAME_SOURCES.find(({ module }) => module.test(source))?.ask ?? (async () => UNAVAILABLE);
}

export function isInstalled(source: string): boolean {
  return ADDRESS_SOURCES.some(({ module }) => module.test(source));
}

const UNAVAILABLE: SourceResult = { status: 'unavail', found: [] };

const ADDRESS_SOURCES: readonly { module: RegExp; ask: AddressSource }[] = [
  { module: /^files$/, ask: async (name, family, { settings }) => addressesInHosts(name, family, settings) },
  { module: /^dns$/, ask: askDns },
  {
    module: /^myhostname$/,
    ask: async (name, family, { hostname }) => resultOf(ownAddresses(name, family, hostname)),
  },
  {
    // nss-mdns takes no interest in names outside .local.
    module: /^mdns/,
    ask: async (name, family, { neighbours }) =>
      isMulticastName(withDot(name)) ? resultOf(neighbourAddresses(name, family, neighbours)) : UNAVAILABLE,
  },
];

const NAME_SOURCES: readonly { module: RegExp; ask: NameSource }[] = [
  {
    module: /^files$/,
    ask: async (address, { settings: { hosts } }) =>
      hosts === null ? UNAVAILABLE : resultOf(hostsLineOf(hosts, address)?.names.slice(0, 1) ?? []),
  },
  { module: /^dns$/, ask: askDnsForName },
  {
    module: /^myhostname$/,
    ask: async (address, { hostname }) => resultOf(ownNames(hostname).get(address) ?? []),
  },
];

function addressesInHosts(name: string, family: LabFamily, settings: LookupSettings): SourceResult {
  const { hosts, hostConf } = settings;
  if (hosts === null) return UNAVAILABLE;
  return resultOf(hostsAddresses(hosts, name, family, hostConf.match).map(({ address }) => address));
}

async function askDns(name: string, family: LabFamily, place: LabPlace): Promise<SourceResult> {
  // A name that could not be a host's is not sent at all.
  if (!isHostName(name)) return resultOf([]);
  const { flags } = place.settings.resolvConf.options;
  const wanted = family === 4 ? [A] : family === 6 ? [AAAA] : [AAAA, A];
  const types = wanted.filter((type) => type === A || !flags.includes('no-aaaa'));
  if (types.length === 0) return resultOf([]);
  const codes = types.map(({ code }) => code);
  const { found, status, mayComeBack } = await resolveLike(name, codes, place, (replies, tried) => {
    const addresses = replies.flatMap((reply) => addressesIn(reply, tried, types));
    return addresses.length > 0 ? addresses : undefined;
  });
  return { status, found: found ?? [], mayComeBack };
}

function addressesIn(reply: Message, tried: Name, types: readonly (typeof A)[]): string[] {
  const owner = endOfAliases(reply, tried);
  return types.flatMap((type) =>
    recordsOf(reply.answers, type)
      .filter((record) => sameName(record.name, owner))
      .map(({ rdata }) => rdata.address),
  );
}

async function askDnsForName(address: string, place: LabPlace): Promise<SourceResult> {
  const name = reverseName(address.replace(/^::ffff:(?=.*\.)/i, ''));
  if (name === undefined) return resultOf([]);
  const { found, status, mayComeBack } = await resolveLike(name, [PTR.code], place, (replies) => {
    // As getnameinfo: one name, without its final dot.
    const [record] = replies.flatMap((reply) => recordsOf(reply.answers, PTR));
    return record?.rdata.target.replace(/(?<=.)\.$/, '');
  });
  return { status, found: found === undefined ? [] : [found], mayComeBack };
}

/** The name at the end of the CNAME records of a reply; a loop ends where it closes. */
function endOfAliases({ answers }: Message, name: Name): Name {
  const targets = new Map(
    recordsOf(answers, CNAME).map((record) => [lowerCased(record.name), record.rdata.target]),
  );
  let end = name;
  for (let i = 0; i < targets.size; i++) end = targets.get(lowerCased(end)) ?? end;
  return end;
}

function neighbourAddresses(name: string, family: LabFamily, neighbours: LabPlace['neighbours']): string[] {
  const [, addresses = []] =
    Object.entries(neighbours).find(([each]) => sameName(withDot(each), withDot(name))) ?? [];
  return addresses.filter((address) => family === 'any' || (family === 6) === address.includes(':'));
}

/** nss-myhostname(8): localhost is the loopback address, the computer's own name one beside it. */
function ownAddresses(name: string, family: LabFamily, hostname: string): string[] {
  if (!isLocalName(withDot(name), hostname) || name.startsWith('_')) return [];
  const ipv4 = sameName(withDot(name), withDot(hostname)) ? '127.0.0.2' : '127.0.0.1';
  return [...(family === 4 ? [] : ['::1']), ...(family === 6 ? [] : [ipv4])];
}

const ownNames = (hostname: string): ReadonlyMap<string, readonly string[]> =>
  new Map([
    ['127.0.0.1', ['localhost']],
    ['::1', ['localhost']],
    ['127.0.0.2', [hostname]],
  ]);

function resultOf(found: readonly string[]): SourceResult {
  return { status: found.length > 0 ? 'success' : 'notfound', found };
}

const withDot = (name: string): Name => (name.endsWith('.') ? name : `${name}.`);
