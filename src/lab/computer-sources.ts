/**
 * The sources that nsswitch.conf of a lab computer can name: the hosts file, the name server, the computer's
 * own names and multicast DNS, which nobody answers in a lab. A source that is not here is one that is not
 * installed.
 */

import { RCODE } from '../message/codes.ts';
import { rcodeOf, recordsOf, type Message } from '../message/message.ts';
import { lowerCased, sameName, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { CNAME } from '../message/records/cname.ts';
import { PTR } from '../message/records/ptr.ts';
import { reverseName } from '../message/reverse-name.ts';
import { hostsAddresses, hostsLineOf } from '../system/hosts-file.ts';
import { isLocalName, isMulticastName } from '../system/local-names.ts';
import type { LookupSettings } from '../system/lookup-settings.ts';
import type { LookupStatus } from '../system/nsswitch.ts';

import { searchNames } from '../system/search-list.ts';

/** Asks the computer's name server; undefined where it is silent. */
export type LabStub = (name: Name, type: number) => Promise<Message | undefined>;

export interface SourceResult {
  readonly status: LookupStatus;
  readonly found: readonly string[];
}

interface LabPlace {
  readonly settings: LookupSettings;
  readonly hostname: string;
  readonly stub: LabStub;
}

type AddressSource = (name: string, family: 4 | 6, place: LabPlace) => Promise<SourceResult>;
type NameSource = (address: string, place: LabPlace) => Promise<SourceResult>;

export function addressSourceOf(source: string): AddressSource {
  return ADDRESS_SOURCES.find(({ module }) => module.test(source))?.ask ?? (async () => UNAVAILABLE);
}

export function nameSourceOf(source: string): NameSource {
  return NAME_SOURCES.find(({ module }) => module.test(source))?.ask ?? (async () => UNAVAILABLE);
}

const UNAVAILABLE: SourceResult = { status: 'unavail', found: [] };

const ADDRESS_SOURCES: readonly { module: RegExp; ask: AddressSource }[] = [
  {
    module: /^files$/,
    ask: async (name, family, { settings }) =>
      resultOf(hostsAddresses(settings.hosts, name, family, settings.match).map(({ address }) => address)),
  },
  { module: /^dns$/, ask: askDns },
  {
    module: /^myhostname$/,
    ask: async (name, family, { hostname }) => resultOf(ownAddresses(name, family, hostname)),
  },
  {
    // nss-mdns takes no interest in names outside .local.
    module: /^mdns/,
    ask: async (name) => (isMulticastName(withDot(name)) ? resultOf([]) : UNAVAILABLE),
  },
];

const NAME_SOURCES: readonly { module: RegExp; ask: NameSource }[] = [
  {
    module: /^files$/,
    ask: async (address, { settings }) =>
      resultOf(hostsLineOf(settings.hosts, address)?.names.slice(0, 1) ?? []),
  },
  { module: /^dns$/, ask: askDnsForName },
  {
    module: /^myhostname$/,
    ask: async (address, { hostname }) => resultOf(ownNames(hostname).get(address) ?? []),
  },
];

/** The names of the search list in turn, until one has an address. */
async function askDns(name: string, family: 4 | 6, { settings, stub }: LabPlace): Promise<SourceResult> {
  const type = family === 4 ? A : AAAA;
  let status: LookupStatus = 'notfound';
  for (const tried of searchNames(name, settings.resolvConf)) {
    const reply = await stub(tried, type.code);
    // A silent name server is silent for the next name too.
    if (!reply) return { status: 'tryagain', found: [] };
    const owner = endOfAliases(reply, tried);
    const addresses = recordsOf(reply.answers, type).filter((record) => sameName(record.name, owner));
    if (addresses.length > 0) return resultOf(addresses.map(({ rdata }) => rdata.address));
    if (!DENIALS.has(rcodeOf(reply))) status = 'tryagain';
  }
  return { status, found: [] };
}

async function askDnsForName(address: string, { stub }: LabPlace): Promise<SourceResult> {
  const name = reverseName(address);
  if (name === undefined) return resultOf([]);
  const reply = await stub(name, PTR.code);
  if (!reply) return { status: 'tryagain', found: [] };
  // As getnameinfo: one name, without its final dot.
  const names = recordsOf(reply.answers, PTR).map(({ rdata }) => rdata.target.replace(/(?<=.)\.$/, ''));
  if (names.length === 0 && !DENIALS.has(rcodeOf(reply))) return { status: 'tryagain', found: [] };
  return resultOf(names.slice(0, 1));
}

const DENIALS: ReadonlySet<number> = new Set([RCODE.NOERROR, RCODE.NXDOMAIN]);

/** The name at the end of the CNAME records of a reply; a loop ends where it closes. */
function endOfAliases({ answers }: Message, name: Name): Name {
  const targets = new Map(
    recordsOf(answers, CNAME).map((record) => [lowerCased(record.name), record.rdata.target]),
  );
  let end = name;
  for (let i = 0; i < targets.size; i++) end = targets.get(lowerCased(end)) ?? end;
  return end;
}

/** nss-myhostname(8): localhost is the loopback address, the computer's own name one beside it. */
function ownAddresses(name: string, family: 4 | 6, hostname: string): string[] {
  if (!isLocalName(withDot(name), hostname) || name.startsWith('_')) return [];
  if (family === 6) return ['::1'];
  return [sameName(withDot(name), withDot(hostname)) ? '127.0.0.2' : '127.0.0.1'];
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
