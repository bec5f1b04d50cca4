/**
 * Plays a replay scenario of another resolver (see the corpora's FORMAT.md): its servers become an exchange port in
 * virtual time, and each of its questions a walk.
 */

import { readFileSync } from 'node:fs';
import { classCode, rcodeName, typeCode, typeName } from '../../src/message/codes.ts';
import { decode } from '../../src/message/decode.ts';
import { encode } from '../../src/message/encode.ts';
import { scanHex } from '../../src/message/hex.ts';
import type { Message, Question, ResourceRecord } from '../../src/message/message.ts';
import { isAtOrBelow, lowerCased, sameName, scanName } from '../../src/message/name.ts';
import { printRdata, scanRecord } from '../../src/message/record-text.ts';
import type { Ending, Hop, WalkEvent, ZoneServer } from '../../src/resolver/events.ts';
import { Memory } from '../../src/resolver/memory.ts';
import { walk, type WalkOptions } from '../../src/resolver/walk.ts';
import type { ExchangeRequest } from '../../src/transport/exchange.ts';
import { FakeNetwork, type Behaviour } from './fake-network.ts';

export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly rootHints: readonly { readonly name: string; readonly addresses: readonly string[] }[];
  readonly trustAnchors: readonly string[];
  readonly resolver: { readonly ipv4?: boolean; readonly ipv6?: boolean };
  readonly steps: readonly Step[];
  readonly exchanges: readonly ScriptedExchange[];
  readonly unmatched: 'timeout' | 'servfail';
}

interface Step {
  readonly question: { readonly name: string; readonly type: string; readonly class: string };
  readonly expect: {
    readonly rcode: string;
    readonly answer: readonly string[];
    readonly matchOn: readonly string[];
  } | null;
  readonly exchanges: readonly number[];
}

interface ScriptedExchange {
  readonly addresses: readonly string[];
  readonly anyAddress?: boolean;
  readonly match: {
    readonly keys: readonly string[];
    readonly qname?: string;
    readonly qtype?: string;
    readonly opcode?: string;
  };
  readonly adjust: readonly string[];
  readonly reply: {
    readonly wire?: string;
    readonly rawHex?: string;
    readonly edns?: unknown;
    readonly noAnswer?: boolean;
  } | null;
}

export function loadScenario(path: string): Scenario {
  return JSON.parse(readFileSync(path, 'utf8')) as Scenario;
}

export interface Played {
  readonly question: Question;
  readonly ending: Ending;
  readonly hops: readonly Hop[];
  readonly expected: { readonly rcode: string; readonly answer: readonly string[] };
  readonly seen: { readonly rcode: string; readonly answer: readonly string[] };
}

/** Walks every question of a scenario that has an expectation, with what the ones before it left in memory. */
export async function playScenario(scenario: Scenario, options: WalkOptions = {}): Promise<Played[]> {
  let scripted: readonly ScriptedExchange[] = [];
  const network = new FakeNetwork((address) => ({
    reply: (query, request) => replyOf(scenario, scripted, address, query, request),
  }));
  const hints: ZoneServer[] = scenario.rootHints.map(({ name, addresses }) => ({
    name: scanName(name),
    addresses: addresses.map((address) => ({ address, source: 'hints' })),
  }));
  const families = ([4, 6] as const).filter((family) => scenario.resolver[`ipv${family}`] !== false);
  const memory = new Memory();
  const played: Played[] = [];
  for (const step of scenario.steps) {
    if (step.expect === null) continue;
    const { name, type, class: questionClass } = step.question;
    const question = { name: scanName(name), type: typeCode(type)!, class: classCode(questionClass)! };
    scripted = step.exchanges.map((index) => scenario.exchanges[index]!);
    const events: WalkEvent[] = [];
    for await (const event of walk(question, network, { hints, families, memory, ...options }))
      events.push(event);
    const { ending } = events.find((event) => event.type === 'end')!;
    const hops = events.flatMap((event) => (event.type === 'hop' ? [event.hop] : []));
    const expected = {
      rcode: step.expect.rcode,
      answer: canonical(step.expect.answer.map((line) => scanRecord(line))),
    };
    const seen = {
      rcode: rcodeName(ending.rcode),
      answer: canonical(ending.status === 'failure' ? [] : ending.answers),
    };
    played.push({ question, ending, hops, expected, seen });
  }
  return played;
}

function replyOf(
  scenario: Scenario,
  scripted: readonly ScriptedExchange[],
  address: string,
  query: Message,
  request: ExchangeRequest,
): Behaviour {
  const found = scripted.find((each) => serves(each, address) && matches(each, query, request));
  if (!found?.reply) {
    if (scenario.unmatched === 'timeout' || found) return 'silence';
    return { ...query, header: { ...query.header, qr: true, rcode: 2 } };
  }
  const { reply, adjust } = found;
  if (reply.noAnswer) return 'silence';
  if (reply.rawHex !== undefined) return withId(scanHex(reply.rawHex)!, query.header.id);
  const message = decode(scanHex(reply.wire!)!);
  const [own] = message.questions;
  const [asked] = query.questions;
  const echo =
    adjust.includes('copy_query') ||
    (own && asked && own.type === asked.type && sameName(own.name, asked.name));
  const { edns: ownEdns, ...plain } = message;
  const edns = reply.edns === 'mirror' ? query.edns && { ...query.edns, udpPayloadSize: 4096 } : ownEdns;
  const full = {
    ...plain,
    header: { ...message.header, id: query.header.id },
    questions: echo ? query.questions : message.questions,
    ...(edns ? { edns } : {}),
  };
  const limit = Math.max(512, query.edns?.udpPayloadSize ?? 512);
  if (request.transport === 'tcp' || encode(full).length <= limit) return full;
  return { ...full, header: { ...full.header, tc: true }, answers: [], authorities: [], additionals: [] };
}

function serves({ addresses, anyAddress }: ScriptedExchange, address: string): boolean {
  return anyAddress === true || addresses.length === 0 || addresses.includes(address);
}

function matches({ match }: ScriptedExchange, query: Message, { transport }: ExchangeRequest): boolean {
  const [question] = query.questions;
  const sameType = (): boolean => typeName(question!.type) === match.qtype;
  const same = (): boolean => sameName(question!.name, scanName(match.qname!));
  const holds: Readonly<Record<string, () => boolean>> = {
    opcode: () => match.opcode === 'QUERY',
    qtype: sameType,
    qname: same,
    question: () => sameType() && same(),
    subdomain: () => isAtOrBelow(question!.name, scanName(match.qname!)),
    qcase: () => question!.name === scanName(match.qname!),
    UDP: () => transport === 'udp',
    TCP: () => transport === 'tcp',
    DO: () => query.edns?.dnssecOk === true,
    noedns: () => query.edns === undefined,
  };
  return match.keys.every((key) => holds[key]?.() ?? true);
}

function withId(octets: Uint8Array, id: number): Uint8Array {
  const copy = Uint8Array.from(octets);
  copy[0] = id >>> 8;
  copy[1] = id;
  return copy;
}

/** The answer as a set: owner lower-cased, type, RDATA; signatures apart, since nobody asked for them. */
function canonical(records: readonly ResourceRecord[]): string[] {
  const lines = records
    .filter(({ type }) => typeName(type) !== 'RRSIG')
    .map(
      (record) => `${lowerCased(record.name)} ${typeName(record.type)} ${printRdata(record).toLowerCase()}`,
    );
  return [...new Set(lines)].toSorted();
}
