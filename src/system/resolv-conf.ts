/**
 * resolv.conf(5) as the GNU C library reads it, with LOCALDOMAIN and RES_OPTIONS from the environment: the
 * name servers, the search list and the options that change which names are tried.
 */

import { printIpv6, scanIpv6 } from '../message/kinds/addresses.ts';
import { scanDottedAddress } from './dotted-address.ts';
import { linesOf } from './file-lines.ts';

export interface ResolvConf {
  /** At most three. A scope stays on a link-local address alone: `fe80::1%eth0`. */
  readonly nameServers: readonly string[];
  /** As written, to be put behind a name. */
  readonly search: readonly string[];
  readonly options: ResolverOptions;
}

interface ResolverOptions {
  /** A name with at least this many dots is first tried as it is. */
  readonly ndots: number;
  readonly timeoutSeconds: number;
  readonly attempts: number;
  /** The words of the file that are on: `rotate`, `edns0`, `trust-ad`, `use-vc`, `no-tld-query` … */
  readonly flags: readonly string[];
}

export interface ResolvConfSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What follows its first dot is the search list where the file has none. */
  readonly hostname: string;
}

export function parseResolvConf(file: string, { environment, hostname }: ResolvConfSurroundings): ResolvConf {
  const nameServers: string[] = [];
  let search: readonly string[] | undefined;
  let options = DEFAULT_OPTIONS;
  for (const { text } of linesOf(file)) {
    // Keywords start in the first column, in lower case; a carriage return is no space here.
    const line = /^(nameserver|domain|search|options)[ \t]+(.*)$/s.exec(text);
    const words = (line?.[2] ?? '').split(/[ \t]+/).filter(Boolean);
    if (line?.[1] === 'options') options = words.reduce(withOption, options);
    if (words[0] === undefined) continue;
    if (line?.[1] === 'nameserver') nameServers.push(...nameServerOf(words[0]));
    // `domain` and `search` are one setting: the last line of either kind counts.
    if (line?.[1] === 'domain') search = [words[0]];
    if (line?.[1] === 'search') search = words;
  }
  const { LOCALDOMAIN: domains, RES_OPTIONS: more } = environment;
  return {
    // No server at all means one on this computer.
    nameServers: nameServers.length > 0 ? nameServers.slice(0, MAXIMUM_NAME_SERVERS) : ['127.0.0.1'],
    search:
      domains === undefined ? (search ?? domainOf(hostname)) : domains.split(/[ \t\n]+/).filter(Boolean),
    options: (more ?? '').split(/[ \t]+/).reduce(withOption, options),
  };
}

const MAXIMUM_NAME_SERVERS = 3;
const DEFAULT_OPTIONS: ResolverOptions = { ndots: 1, timeoutSeconds: 5, attempts: 2, flags: [] };

/** The limits of the C library: RES_MAXNDOTS, RES_MAXRETRANS, RES_MAXRETRY. */
const MAXIMUM = { ndots: 15, timeoutSeconds: 30, attempts: 5 };

/** Longer words first: an option counts when the text starts with its word. */
const FLAGS = `single-request-reopen single-request rotate edns0 no-tld-query no_tld_query no-reload
   use-vc trust-ad no-aaaa inet6`.split(/\s+/);

function withOption(options: ResolverOptions, word: string): ResolverOptions {
  const number = /^(ndots|timeout|attempts):(.*)$/s.exec(word);
  if (number) {
    const key = number[1] === 'timeout' ? 'timeoutSeconds' : (number[1] as 'ndots' | 'attempts');
    return { ...options, [key]: limited(leadingNumber(number[2]!), key) };
  }
  const flag = FLAGS.find((known) => word.startsWith(known))?.replaceAll('_', '-');
  return flag === undefined || options.flags.includes(flag)
    ? options
    : { ...options, flags: [...options.flags, flag] };
}

/** As atoi: no digits are 0. */
function leadingNumber(text: string): number {
  return Number(/^[+-]?\d+/.exec(text)?.[0] ?? 0);
}

/** A negative number of dots wraps round in its four bits, so that it comes out large. */
function limited(value: number, key: keyof typeof MAXIMUM): number {
  if (key === 'ndots') return value < 0 ? value & MAXIMUM.ndots : Math.min(value, MAXIMUM.ndots);
  return Math.min(Math.max(value, 1), MAXIMUM[key]);
}

function nameServerOf(text: string): string[] {
  const ipv4 = scanDottedAddress(text);
  if (ipv4 !== undefined) return [ipv4];
  const [address = '', scope] = text.split('%', 2);
  const octets = scanIpv6(address);
  if (!octets) return [];
  const isLinkLocal = octets[0] === 0xfe && (octets[1]! & 0xc0) === 0x80;
  return [scope !== undefined && isLinkLocal ? `${printIpv6(octets)}%${scope}` : printIpv6(octets)];
}

function domainOf(hostname: string): string[] {
  const dot = hostname.indexOf('.');
  return dot >= 0 && dot + 1 < hostname.length ? [hostname.slice(dot + 1)] : [];
}
