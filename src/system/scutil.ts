/**
 * What `scutil --dns` prints on macOS: the resolvers of mDNSResponder, each with its domain, its name servers
 * and the interface it belongs to. /etc/resolv.conf is only a copy of the first there.
 */

import { isAtOrBelow, NameError, scanName, type Name } from '../message/name.ts';
import { excerptOf, linesOf } from './file-lines.ts';
import type { NameServerLine } from './resolv-conf.ts';
import type { Evidence } from './system-answer.ts';

export interface MacResolver {
  /** Names at or below it are this resolver's; null for the one that has all others. */
  readonly domain: Name | null;
  readonly search: readonly string[];
  readonly searchFrom: Evidence | null;
  readonly nameServers: readonly NameServerLine[];
  readonly port: number;
  /** Names of this domain are asked by multicast. */
  readonly isMulticast: boolean;
  /** The smaller, the sooner asked. */
  readonly order: number;
}

export const SCUTIL_COMMAND = ['/usr/sbin/scutil', '--dns'] as const;
const SOURCE = SCUTIL_COMMAND.join(' ');

/** The resolvers for all programs; those for queries bound to one interface are left out. */
export function parseScutil(output: string): MacResolver[] {
  const resolvers: Building[] = [];
  let isScoped = false;
  let current: Building | undefined;
  for (const { number, text } of linesOf(output)) {
    if (text.startsWith('DNS configuration')) isScoped = text.includes('scoped');
    if (/^resolver #\d+/.test(text)) {
      current = { ...EMPTY, search: [], nameServers: [] };
      if (!isScoped) resolvers.push(current);
    }
    const [, key = '', value = ''] = /^\s+([a-z_ ]+?(?:\[\d+\])?)\s*: (.*?)\s*$/.exec(text) ?? [];
    if (current && key !== '')
      take(current, key, value, { file: SOURCE, line: number, text: excerptOf(text) });
  }
  return resolvers;
}

/** The resolver that a name is asked of: that of the longest domain, and of several the first by order. */
export function resolverFor(name: Name, resolvers: readonly MacResolver[]): MacResolver | undefined {
  return resolvers
    .filter(
      ({ domain, isMulticast, nameServers }) => domain === null || isMulticast || nameServers.length > 0,
    )
    .filter(({ domain }) => domain === null || isAtOrBelow(name, domain))
    .toSorted((a, b) => (b.domain?.length ?? 0) - (a.domain?.length ?? 0) || a.order - b.order)[0];
}

type Building = { -readonly [K in keyof MacResolver]: MacResolver[K] } & {
  search: string[];
  nameServers: NameServerLine[];
};

const DNS_PORT = 53;
const EMPTY: MacResolver = {
  domain: null,
  search: [],
  searchFrom: null,
  nameServers: [],
  port: DNS_PORT,
  isMulticast: false,
  order: 0,
};

function take(resolver: Building, key: string, value: string, from: Evidence): void {
  if (key === 'domain') resolver.domain = domainFrom(value);
  if (key.startsWith('search domain')) {
    resolver.search.push(value);
    resolver.searchFrom ??= from;
  }
  if (key.startsWith('nameserver')) resolver.nameServers.push({ text: value, use: 'used', from });
  if (key === 'port') resolver.port = Number.parseInt(value, 10) || DNS_PORT;
  if (key === 'options') resolver.isMulticast = value.includes('mdns');
  if (key === 'order') resolver.order = Number.parseInt(value, 10) || 0;
}

function domainFrom(text: string): Name | null {
  try {
    return scanName(text.endsWith('.') ? text : `${text}.`);
  } catch (error) {
    if (error instanceof NameError) return null;
    throw error;
  }
}
