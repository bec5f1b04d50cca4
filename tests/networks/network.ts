/**
 * Small networks that misbehave, written as zones with the servers they are on and rules for what a server says
 * instead. The same servers answer a walk in virtual time and real resolvers over sockets.
 */

import { rcodeCode, typeCode, typeName } from '../../src/message/codes.ts';
import type { Message, ResourceRecord } from '../../src/message/message.ts';
import {
  isAtOrBelow,
  isBelow,
  labelsOf,
  ROOT,
  sameName,
  scanName,
  type Name,
} from '../../src/message/name.ts';
import { answer } from '../../src/zone/answer.ts';
import { parseMasterFile } from '../../src/zone/master-file.ts';
import { makeZone, type Zone } from '../../src/zone/zone.ts';
import type { Behaviour, FakeServer } from '../support/fake-network.ts';

export interface Network {
  readonly name: string;
  readonly question: { readonly name: string; readonly type: string };
  readonly hints: readonly { readonly name: string; readonly addresses: readonly string[] }[];
  readonly servers: Readonly<Record<string, FakeServer>>;
}

/** A zone without SOA record; the text in the parent and at the apex is made from `on` where it is not given. */
export interface ZoneText {
  /** Its name servers, each with its addresses parted by spaces. */
  readonly on: Readonly<Record<string, string>>;
  readonly has?: string;
  /** What the parent says of the zone, relative to the parent; empty: nothing. */
  readonly above?: string;
  /** What the zone itself says of its servers. */
  readonly apex?: string;
}

/** What a server says instead of what its zones have. */
export type Rule = readonly [pattern: string, reply: Reply];
export type Reply = (query: Message, honest: Behaviour, transport: 'udp' | 'tcp') => Behaviour;

/** What is there where a network does not say otherwise: the root, three top-level zones and one below each. */
const ORDINARY: Readonly<Record<string, ZoneText>> = {
  '.': { on: { 'a.root-servers.': '198.51.100.1' } },
  'com.': { on: { 'a.nic.com.': '198.51.100.2' } },
  'net.': { on: { 'a.nic.net.': '198.51.100.3' } },
  'org.': { on: { 'a.nic.org.': '198.51.100.4' } },
  'example.com.': {
    on: { 'ns1.example.com.': '192.0.2.1', 'ns2.example.com.': '192.0.2.2' },
    has: 'www A 203.0.113.80',
  },
  'example.net.': { on: { 'ns1.example.net.': '192.0.2.11' }, has: 'www A 203.0.113.90' },
  'example.org.': { on: { 'ns1.example.org.': '192.0.2.21' }, has: 'www A 203.0.113.100' },
};

/** A network with its question, `NAME TYPE`, the zones that are not ordinary, and rules by address, first match first. */
export function network(
  name: string,
  question: string,
  zones: Readonly<Record<string, Partial<ZoneText>>>,
  rules: Readonly<Record<string, readonly Rule[]>> = {},
): Network {
  const all: Record<string, ZoneText> = { ...ORDINARY };
  for (const [origin, text] of Object.entries(zones)) all[origin] = { on: {}, ...all[origin], ...text };
  const [asked = '', type = 'A'] = question.split(' ');
  const addresses = new Set([...Object.keys(rules), ...Object.values(all).flatMap(addressesOf)]);
  const servers = [...addresses].map((address) => {
    const origins = Object.keys(all).filter((origin) => addressesOf(all[origin]!).includes(address));
    const served = origins.map((origin) => zoneOf(origin, all));
    return [address, server(served, rules[address] ?? [])] as const;
  });
  return {
    name,
    question: { name: asked, type },
    hints: Object.entries(all['.']!.on).map(([server, list]) => ({
      name: server,
      addresses: list.split(' '),
    })),
    servers: Object.fromEntries(servers),
  };
}

function server(zones: readonly Zone[], rules: readonly Rule[]): FakeServer {
  return {
    reply: (query, { transport }) => {
      const honest = answer(zones, query);
      const over = transport === 'tcp' ? 'tcp' : 'udp';
      return rules.reduceRight<Behaviour>(
        (otherwise, [pattern, reply]) =>
          matches(pattern, query, over) ? reply(query, otherwise, over) : otherwise,
        honest,
      );
    },
  };
}

/** `*`, `udp`, `tcp`, `edns`, or `NAME`, `*.NAME` (at or below), each with an optional type. */
function matches(pattern: string, query: Message, transport: 'udp' | 'tcp'): boolean {
  const [question] = query.questions;
  if (!question) return false;
  const [name = '*', type] = pattern.split(' ');
  if (type !== undefined && typeName(question.type) !== type) return false;
  if (name === '*') return true;
  if (name === 'edns') return query.edns !== undefined;
  if (name === transport) return true;
  if (name.startsWith('*.')) return isAtOrBelow(question.name, scanName(name.slice(2)));
  return sameName(question.name, scanName(name));
}

function addressesOf({ on }: ZoneText): string[] {
  return Object.values(on).flatMap((addresses) => addresses.split(' ').filter(Boolean));
}

function zoneOf(origin: string, all: Readonly<Record<string, ZoneText>>): Zone {
  const text = all[origin]!;
  const below = Object.keys(all).filter((other) => parentIn(other, all) === origin);
  const lines = [
    '$TTL 300',
    `@ SOA ns.invalid. admin.invalid. 1 3600 600 86400 60`,
    text.apex ?? serversText(origin, text, origin),
    ...below.map((zone) => all[zone]!.above ?? serversText(zone, all[zone]!, origin)),
    text.has ?? '',
  ];
  const name = scanName(origin);
  return makeZone(name, parseMasterFile(lines.join('\n'), { origin: name }), { conflicts: 'keep' });
}

/** NS records, and the addresses of servers that the zone they stand in may speak of. */
function serversText(zone: string, { on }: ZoneText, within: string): string {
  const lines = Object.entries(on).flatMap(([server, addresses]) => [
    `${zone} NS ${server}`,
    ...(isAtOrBelow(server, within) ? addressLines(server, addresses) : []),
  ]);
  return lines.join('\n');
}

function addressLines(name: string, addresses: string): string[] {
  const each = addresses.split(' ').filter(Boolean);
  return each.map((address) => `${name} ${address.includes(':') ? 'AAAA' : 'A'} ${address}`);
}

function parentIn(zone: Name, all: Readonly<Record<string, ZoneText>>): string | undefined {
  if (zone === ROOT) return undefined;
  const above = Object.keys(all).filter((other) => isBelow(zone, other));
  return above.toSorted((a, b) => labelsOf(b).length - labelsOf(a).length)[0];
}

export interface Said {
  readonly rcode?: string;
  /** The flags beside QR, parted by spaces; `aa` where nothing is given. */
  readonly flags?: string;
  readonly answer?: string;
  readonly authority?: string;
  readonly additional?: string;
  /** Another question than the one asked; empty: none. */
  readonly question?: string;
  readonly edns?: 'mirrored' | 'left out';
}

/** A reply of records as text. */
export function says(said: Said): Reply {
  const flags = (said.flags ?? 'aa').split(' ');
  const rcode = rcodeCode(said.rcode ?? 'NOERROR')!;
  return (query) => {
    const { edns, ...plain } = query;
    const header = { ...query.header, qr: true, rcode: rcode & 15 };
    return {
      ...plain,
      header: { ...header, aa: flags.includes('aa'), ra: flags.includes('ra'), tc: flags.includes('tc') },
      questions: said.question === undefined ? query.questions : questions(said.question),
      answers: records(said.answer),
      authorities: records(said.authority),
      additionals: records(said.additional),
      ...(edns && said.edns !== 'left out'
        ? { edns: { ...edns, extendedRcode: rcode >> 4, options: [] } }
        : {}),
    };
  };
}

export const silence: Reply = () => 'silence';

/** Changes an honest reply. */
export function changed(change: (reply: Message, query: Message) => Behaviour): Reply {
  return (query, honest) =>
    typeof honest === 'string' || honest instanceof Uint8Array ? honest : change(honest, query);
}

export function records(text = ''): ResourceRecord[] {
  return parseMasterFile(`$TTL 300\n${text}\n`, { origin: ROOT });
}

function questions(text: string): Message['questions'] {
  const [name, type] = text.split(' ');
  return name ? [{ name: scanName(name), type: typeCode(type!)!, class: 1 }] : [];
}
