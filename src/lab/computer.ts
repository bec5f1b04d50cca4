/**
 * The computer of a lab world: getaddrinfo and getnameinfo (RFC 3493 6) emulated over the world's own hosts
 * file, nsswitch.conf and resolv.conf, with the sources, the search list and their order as the GNU C library
 * has them. Its name servers are the world's.
 */

import { printIpv6, scanIpv6 } from '../message/kinds/addresses.ts';
import { printRdata } from '../message/record-text.ts';
import { rcodeOf } from '../message/message.ts';
import { ROOT } from '../message/name.ts';
import { CLASS_IN, RCODE, rcodeName } from '../message/codes.ts';
import type {
  AddressLookup,
  AddressQuestion,
  Computer,
  FileText,
  LibraryLookup,
} from '../system/computer.ts';
import { scanDottedAddress } from '../system/dotted-address.ts';
import { lookupErrorOf, NO_SERVER_ANSWERED, NO_SUCH_NAME, serverFailure } from '../system/lookup-errors.ts';
import { readLookupSettings } from '../system/lookup-settings.ts';
import { searchNames } from '../system/search-list.ts';
import { byPrecedence } from './address-order.ts';
import type { LabStub } from './computer-resolver.ts';
import {
  addressSourceOf,
  isInstalled,
  nameSourceOf,
  type LabPlace,
  type SourceResult,
} from './computer-sources.ts';

export interface LabComputerSetting {
  /** By their paths; a text, or why there is none. */
  readonly files: Readonly<Record<string, string | FileText>>;
  /** Where its symbolic links lead, by their paths. */
  readonly links?: Readonly<Record<string, string>>;
  readonly hostname: string;
  readonly environment?: Computer['environment'];
  /** The families that it has an address of, other than loopback: both by default. */
  readonly families?: readonly (4 | 6)[];
  /** Who answers multicast DNS on its link: names without their final dot, and addresses. */
  readonly neighbours?: Readonly<Record<string, readonly string[]>>;
  readonly stub: LabStub;
}

export function labComputer(setting: LabComputerSetting): Computer {
  const { files, links = {}, hostname, stub, environment = {}, families = [4, 6], neighbours = {} } = setting;
  const readFile = async (path: string): Promise<FileText> => {
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    return typeof file === 'string' ? { text: file } : (file ?? { missing: true });
  };
  const place = async (): Promise<LabPlace> => ({
    settings: await readLookupSettings(computer, ROOT),
    hostname,
    neighbours,
    stub,
  });
  const computer: Computer = {
    hostname,
    environment,
    platform: 'linux',
    readFile,
    linkTarget: async (path) => (Object.hasOwn(links, path) ? links[path] : undefined),
    lookup: async (name, question) =>
      lookUp(name, question === 'configured' ? configured(families) : question, place),
    reverse: async (address) => {
      const here = await place();
      const { found, error } = await goThrough(here, (source) => nameSourceOf(source)(address, here));
      return { names: found, error };
    },
    resolve: async (name, type) => resolveAsLibrary(name, type, await place()),
    libraryServers: async () => [],
    hasSource: async (source) => isInstalled(source),
    run: async ([command = '']) => ({ unreadable: `there is no ${command} in a lab` }),
  };
  return computer;
}

type Narrowed = Exclude<AddressQuestion, 'configured'>;

/** The address filter leaves one family alone where the computer has addresses of that one only. */
function configured(families: readonly (4 | 6)[]): Narrowed {
  const [only, ...others] = new Set(families);
  return only === undefined || others.length > 0 ? 'any' : only;
}

async function lookUp(
  name: string,
  question: Narrowed,
  placeOf: () => Promise<LabPlace>,
): Promise<AddressLookup> {
  const literal = literalAddress(name);
  if (literal) {
    const { family, address } = literal;
    if (question === 'any' || family === question) return answered([address]);
    if (question === 'mapped') return answered([family === 6 ? address : mapped(address)]);
    if (question === 4 && isMapped(address)) return answered([address.slice(MAPPED.length)]);
    return { addresses: [], error: lookupErrorOf('EAI_ADDRFAMILY') };
  }
  const place = await placeOf();
  const { found, error } = await goThrough(place, async (source) => {
    const ask = addressSourceOf(source);
    if (question !== 'mapped') return ask(name, question, place);
    const ipv6 = await ask(name, 6, place);
    // Beside IPv6 addresses no mapped ones are given, not even those that somebody wrote as such.
    if (ipv6.status === 'success')
      return { ...ipv6, found: ipv6.found.filter((address) => !isMapped(address)) };
    const ipv4 = await ask(name, 4, place);
    return { ...ipv4, found: ipv4.found.map(mapped) };
  });
  return { addresses: byPrecedence(found), error };
}

const answered = (addresses: readonly string[]): AddressLookup => ({ addresses, error: null });
const MAPPED = '::ffff:';
const mapped = (ipv4: string): string => MAPPED + ipv4;
const isMapped = (address: string): boolean => address.startsWith(MAPPED) && address.includes('.');

interface Gathered {
  readonly found: readonly string[];
  readonly error: string | null;
}

/** Asks the sources of nsswitch.conf in turn until one says by its action that the search ends. */
async function goThrough(
  { settings }: LabPlace,
  ask: (source: string) => Promise<SourceResult>,
): Promise<Gathered> {
  const { sources, problem } = settings.nsswitch;
  if (problem !== null || settings.blocked !== null) return { found: [], error: lookupErrorOf('EINVAL') };
  let last: SourceResult = { status: 'notfound', found: [] };
  for (const { name, actions } of sources) {
    // What an earlier source found is forgotten where its action says to go on.
    last = await ask(name);
    // The C library cannot merge host entries: what `merge` does after a success is its accident.
    if (actions[last.status] !== 'continue') break;
  }
  if (last.found.length > 0) return { found: last.found, error: null };
  return { found: [], error: lookupErrorOf(last.mayComeBack ? 'EAI_AGAIN' : 'ENOTFOUND') };
}

/** A name that reads as an address is one: nothing is looked up. A scope is kept on a link-local address. */
function literalAddress(name: string): { family: 4 | 6; address: string } | undefined {
  const ipv4 = scanDottedAddress(name);
  if (ipv4 !== undefined) return { family: 4, address: ipv4 };
  const [address = '', scope] = name.split('%', 2);
  const isWhole = scope === undefined || (scope !== '' && /^fe[89ab]/i.test(address));
  const octets = isWhole ? scanIpv6(address) : undefined;
  return octets && { family: 6, address: printIpv6(octets) + (scope === undefined ? '' : `%${scope}`) };
}

/** As c-ares: the very name, of the name servers alone. */
async function resolveAsLibrary(
  name: string,
  type: number,
  { settings, stub }: LabPlace,
): Promise<LibraryLookup> {
  const { nameServers: servers } = settings.resolvConf;
  const [asked] = searchNames(name.endsWith('.') ? name : `${name}.`, settings.resolvConf);
  if (asked === undefined) return { servers, values: [], error: NO_SUCH_NAME };
  let error = NO_SERVER_ANSWERED;
  for (const server of servers) {
    const reply = await stub(server, asked, type);
    if (!reply) continue;
    const rcode = rcodeOf(reply);
    const records = reply.answers.filter((record) => record.type === type && record.class === CLASS_IN);
    if (records.length > 0) return { servers, values: records.map(printRdata), error: null };
    if (rcode === RCODE.NOERROR || rcode === RCODE.NXDOMAIN)
      return { servers, values: [], error: NO_SUCH_NAME };
    error = serverFailure(rcodeName(rcode));
  }
  return { servers, values: [], error };
}
