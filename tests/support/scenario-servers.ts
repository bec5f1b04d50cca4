/**
 * The servers of a replay scenario: which scripted exchange a query meets, and the octets of its reply, put together
 * from the recorded ones so that broken messages stay as broken as they were.
 */

import { typeName } from '../../src/message/codes.ts';
import { decode } from '../../src/message/decode.ts';
import { scanHex } from '../../src/message/hex.ts';
import { dissect } from '../../src/message/dissect.ts';
import { isRecord, type Message } from '../../src/message/message.ts';
import { isAtOrBelow, sameName, scanName } from '../../src/message/name.ts';
import { A } from '../../src/message/records/a.ts';
import { AAAA } from '../../src/message/records/aaaa.ts';
import type { Scenario, ScriptedExchange } from './scenario.ts';

const HEADER_OCTETS = 12;
const RCODE_SERVFAIL = 2;

/** The reply of the server at an address to a query; silence where the scenario says so or knows nothing. */
export function scriptedReply(
  { exchanges, unmatched }: Scenario,
  active: readonly number[],
  address: string,
  queryOctets: Uint8Array,
  transport: 'udp' | 'tcp',
): Uint8Array | 'silence' {
  const query = decode(queryOctets);
  const found = active
    .map((index) => exchanges[index]!)
    .find((each) => serves(each, address) && matches(each, query, queryOctets, transport));
  if (!found)
    return unmatched === 'timeout' ? 'silence' : withoutRecords(queryOctets, 0x8000 | RCODE_SERVFAIL);
  if (!found.reply || found.reply.noAnswer) return 'silence';
  const id = queryOctets.subarray(0, 2);
  if (found.reply.rawHex !== undefined) return joined(id, scanHex(found.reply.rawHex)!.subarray(2));
  const full = fullReply(found, query, queryOctets);
  const limit = Math.max(512, query.edns?.udpPayloadSize ?? 512);
  if (transport === 'tcp' || full.length <= limit) return full;
  return withoutRecords(queryOctets, flagsOf(full) | 0x0200);
}

/** Every address that a query may be sent to: those of the hints, of the exchanges, and of the records of replies. */
export function addressesNamed({ rootHints, exchanges }: Scenario): string[] {
  const hinted = rootHints.flatMap(({ addresses }) => addresses);
  const served = exchanges.flatMap(({ addresses }) => addresses);
  const told = exchanges.flatMap(({ reply }) =>
    reply?.wire === undefined ? [] : addressesIn(scanHex(reply.wire)!),
  );
  // Nobody can listen at the address of nobody, and whoever tries listens at all.
  return [...new Set([...hinted, ...served, ...told])].filter((address) => !/^(0\.|::$)/.test(address));
}

function addressesIn(octets: Uint8Array): string[] {
  const { message } = dissect(octets);
  if (!message) return [];
  const records = [...message.answers, ...message.authorities, ...message.additionals];
  return records.flatMap((record) =>
    isRecord(record, A) || isRecord(record, AAAA) ? [record.rdata.address] : [],
  );
}

function fullReply({ reply, adjust }: ScriptedExchange, query: Message, queryOctets: Uint8Array): Uint8Array {
  const plain = scanHex(reply!.wire!)!;
  const own = questionsOf(plain);
  const asked = questionsOf(queryOctets);
  const same = sameIgnoringCase(own, asked);
  const echo = adjust.includes('copy_query') || same;
  // Compression points into the question: only where that keeps its length do the pointers hold.
  const octets = same && reply!.wireCompressed ? scanHex(reply!.wireCompressed)! : plain;
  const counts = echo
    ? joined(queryOctets.subarray(4, 6), octets.subarray(6, HEADER_OCTETS))
    : octets.subarray(4, HEADER_OCTETS);
  const head = joined(queryOctets.subarray(0, 2), octets.subarray(2, 4), counts);
  const body = octets.subarray(HEADER_OCTETS + own.length);
  const message = joined(head, echo ? asked : own, body);
  return reply!.edns === 'mirror' && query.edns ? withOpt(message, query.edns.dnssecOk) : message;
}

function serves({ addresses, anyAddress }: ScriptedExchange, address: string): boolean {
  return anyAddress === true || addresses.length === 0 || addresses.includes(address);
}

function matches(
  { match }: ScriptedExchange,
  query: Message,
  queryOctets: Uint8Array,
  transport: 'udp' | 'tcp',
): boolean {
  const [question] = query.questions;
  if (!question) return false;
  const sameType = (): boolean => typeName(question.type) === match.qtype;
  const same = (): boolean => sameName(question.name, scanName(match.qname!));
  const holds: Readonly<Record<string, () => boolean>> = {
    opcode: () => ((queryOctets[2]! >> 3) & 15) === 0,
    qtype: sameType,
    qname: same,
    question: () => sameType() && same(),
    subdomain: () => isAtOrBelow(question.name, scanName(match.qname!)),
    qcase: () => question.name === scanName(match.qname!),
    UDP: () => transport === 'udp',
    TCP: () => transport === 'tcp',
    DO: () => query.edns?.dnssecOk === true,
    noedns: () => query.edns === undefined,
  };
  return match.keys.every((key) => {
    const test = holds[key];
    if (!test) throw new Error(`a scenario matches on ${key}, which this server does not know`);
    return test();
  });
}

/** The question section of a message whose names are not compressed before it. */
function questionsOf(octets: Uint8Array): Uint8Array {
  let at = HEADER_OCTETS;
  for (let count = octets[4]! * 256 + octets[5]!; count > 0; count--) {
    while (octets[at]! > 0) at += octets[at]! + 1;
    at += 5;
  }
  return octets.subarray(HEADER_OCTETS, at);
}

function withoutRecords(queryOctets: Uint8Array, flags: number): Uint8Array {
  const asked = questionsOf(queryOctets);
  const head = joined(queryOctets.subarray(0, 2), [flags >>> 8, flags & 255], queryOctets.subarray(4, 6));
  return joined(head, [0, 0, 0, 0, 0, 0], asked);
}

function flagsOf(octets: Uint8Array): number {
  return octets[2]! * 256 + octets[3]!;
}

/** An OPT record of 4096 octets behind all others (RFC 6891 6.1.2). */
function withOpt(message: Uint8Array, dnssecOk: boolean): Uint8Array {
  const opt = [0, 0, 41, 0x10, 0, 0, 0, dnssecOk ? 0x80 : 0, 0, 0, 0];
  const more = joined(message, opt);
  const count = more[10]! * 256 + more[11]! + 1;
  more[10] = count >>> 8;
  more[11] = count;
  return more;
}

/** Length octets are below 64, so lower-casing whole octets changes letters only. */
function sameIgnoringCase(a: Uint8Array, b: Uint8Array): boolean {
  const lower = (octet: number): number => (octet >= 65 && octet <= 90 ? octet + 32 : octet);
  return a.length === b.length && a.every((octet, at) => lower(octet) === lower(b[at]!));
}

function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
