/**
 * resolv.conf(5) as the GNU C library reads it, with LOCALDOMAIN and RES_OPTIONS from the environment: the
 * name servers, the search list and the options, each with the place that it is from.
 */

import { printIpv6, scanIpv6 } from '../message/kinds/addresses.ts';
import { RESOLV_CONF_PATH } from './computer.ts';
import { scanDottedAddress } from './dotted-address.ts';
import { excerptOf, linesOf } from './file-lines.ts';
import { DEFAULT_OPTIONS, withOption, type OptionWord, type ResolverOptions } from './resolver-options.ts';
import type { Origin } from './system-answer.ts';

export interface ResolvConf {
  /** At most three. A scope stays on a link-local address alone: `fe80::1%eth0`. */
  readonly nameServers: readonly string[];
  /** As written, to be put behind a name. */
  readonly search: readonly string[];
  readonly options: ResolverOptions;
  readonly origins: {
    /** Every line that names a server, used or not. */
    readonly nameServers: readonly NameServerLine[];
    /** Null where the search list is made of the host name, or empty. */
    readonly search: Origin | null;
    /** Every word of the options, in the order in which they count. */
    readonly options: readonly OptionWord[];
  };
}

export interface NameServerLine {
  /** As in the file. */
  readonly text: string;
  /** `surplus`: the C library takes three servers and no more. */
  readonly use: 'used' | 'surplus' | 'not an address';
  readonly from: Origin;
}

export interface ResolvConfSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What follows its first dot is the search list where the file has none. */
  readonly hostname: string;
  /** The name of the file, for the origins. */
  readonly path?: string;
}

export function parseResolvConf(file: string, surroundings: ResolvConfSurroundings): ResolvConf {
  const { environment, hostname, path = RESOLV_CONF_PATH } = surroundings;
  const nameServers: string[] = [];
  const serverLines: NameServerLine[] = [];
  const words: OptionWord[] = [];
  let search: { readonly domains: readonly string[]; readonly from: Origin | null } | undefined;
  for (const { number, text } of linesOf(file)) {
    // Keywords start in the first column, in lower case; a carriage return is no space here.
    const line = /^(nameserver|domain|search|options)[ \t]+(.*)$/s.exec(text);
    const [first, ...others] = (line?.[2] ?? '').split(/[ \t]+/).filter(Boolean);
    if (first === undefined) continue;
    const from = { file: path, line: number, text: excerptOf(text) };
    if (line?.[1] === 'options') words.push(...[first, ...others].map((word) => ({ word, from })));
    // `domain` and `search` are one setting: the last line of either kind counts.
    if (line?.[1] === 'domain') search = { domains: [first], from };
    if (line?.[1] === 'search') search = { domains: [first, ...others], from };
    if (line?.[1] !== 'nameserver') continue;
    const address = scanNameServer(first);
    const isSurplus = nameServers.length === MAXIMUM_NAME_SERVERS;
    serverLines.push({ text: excerptOf(first), use: useOf(address, isSurplus), from });
    if (address !== undefined && !isSurplus) nameServers.push(address);
  }
  const { LOCALDOMAIN: domains, RES_OPTIONS: more } = environment;
  if (domains !== undefined) {
    const from = { variable: 'LOCALDOMAIN', text: excerptOf(domains) };
    search = { domains: domains.split(/[ \t\n]+/).filter(Boolean), from };
  }
  const variable = { variable: 'RES_OPTIONS', text: excerptOf(more ?? '') };
  words.push(
    ...(more ?? '')
      .split(/[ \t]+/)
      .filter(Boolean)
      .map((word) => ({ word, from: variable })),
  );
  search ??= { domains: domainOf(hostname), from: null };
  return {
    // No server at all means one on this computer.
    nameServers: nameServers.length > 0 ? nameServers : ['127.0.0.1'],
    search: search.domains,
    options: words.reduce((options, { word }) => withOption(options, word), DEFAULT_OPTIONS),
    origins: { nameServers: serverLines, search: search.from, options: words },
  };
}

/** MAXNS of the C library. */
const MAXIMUM_NAME_SERVERS = 3;

function useOf(address: string | undefined, isSurplus: boolean): NameServerLine['use'] {
  if (address === undefined) return 'not an address';
  return isSurplus ? 'surplus' : 'used';
}

/** An address without a port; the scope of any but a link-local address is dropped. */
export function scanNameServer(text: string): string | undefined {
  const ipv4 = scanDottedAddress(text);
  if (ipv4 !== undefined) return ipv4;
  const [address = '', scope] = text.split('%', 2);
  const octets = scanIpv6(address);
  if (!octets) return undefined;
  const isLinkLocal = octets[0] === 0xfe && (octets[1]! & 0xc0) === 0x80;
  return scope !== undefined && isLinkLocal ? `${printIpv6(octets)}%${scope}` : printIpv6(octets);
}

function domainOf(hostname: string): string[] {
  const dot = hostname.indexOf('.');
  return dot >= 0 && dot + 1 < hostname.length ? [hostname.slice(dot + 1)] : [];
}
