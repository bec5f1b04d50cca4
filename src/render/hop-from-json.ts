/**
 * A hop from its JSON: the inverse of `hopJson`, member by member in its order. What the reply says is decoded again from
 * its octets. A member that is added after the first release must be optional here: older documents have none.
 */

import { decode } from '../message/decode.ts';
import { encode } from '../message/encode.ts';
import type { JsonPlace } from '../message/json-place.ts';
import type { Message, Question } from '../message/message.ts';
import { scanRecord } from '../message/record-text.ts';
import { WireError } from '../message/wire-error.ts';
import type {
  AddressSource,
  DropReason,
  Dropped,
  Hop,
  HopStart,
  Lameness,
  Outcome,
  Purpose,
} from '../resolver/events.ts';
import { readInOwnLetters } from '../resolver/mixed-letters.ts';
import type { Rejection, RejectionReason, TransportName } from '../transport/exchange.ts';
import { messageOfReply } from '../transport/reply.ts';
import {
  address,
  listOf,
  matching,
  member,
  memberOr,
  milliseconds,
  name,
  octets,
  orNull,
  question,
  rcode,
  scanned,
  text,
  whole,
  wordOf,
} from './json-reading.ts';

export function hopFromJson(place: JsonPlace): Hop {
  const start = hopStartFromJson(place);
  const most = longestMessage(start.transport);
  const hop = {
    ...start,
    outcome: member(place, 'outcome', outcome),
    rcode: member(place, 'rcode', orNull(rcode)),
    flags: member(place, 'flags', listOf(flag)),
    rttMs: member(place, 'rttMs', orNull(milliseconds)),
    elapsedMs: memberOr(place, 'elapsedMs', milliseconds, 0),
    verdict: memberOr(place, 'verdict', text, 'no sentence was saved.'),
    reply: member(place, 'reply', orNull(octets(most))),
    rejected: member(place, 'rejected', listOf(rejectionFromJson)),
    dropped: member(place, 'dropped', listOf(droppedFromJson)),
    next: member(place, 'next', orNull(nextFromJson)),
    bytesSent: memberOr(place, 'bytesSent', whole(), start.query.length),
    bytesReceived: memberOr(place, 'bytesReceived', whole(), 0),
    lameness: memberOr(place, 'lameness', orNull(lameness), null),
  };
  return { ...hop, message: messageOf(hop) };
}

export function hopStartFromJson(place: JsonPlace): HopStart {
  const start = {
    id: member(place, 'id', whole()),
    parent: member(place, 'parent', orNull(whole())),
    purpose: member(place, 'purpose', purpose),
    zone: member(place, 'zone', name),
    question: member(place, 'question', question),
    server: member(place, 'server', serverFromJson),
    transport: member(place, 'transport', transport),
    startMs: memberOr(place, 'startMs', milliseconds, 0),
    why: memberOr(place, 'why', text, ''),
  };
  return { ...start, query: member(place, 'query', octets(longestMessage(start.transport))) };
}

export const addressSource = wordOf<AddressSource>({ hints: 1, glue: 1, lookup: 1, cache: 1, option: 1 });

export const purpose = wordOf<Purpose>({
  answer: 1,
  'nameserver-address': 1,
  priming: 1,
  dnssec: 1,
  survey: 1,
});

const transport = wordOf<TransportName>({ udp: 1, tcp: 1, tls: 1, https: 1 });

const outcome = wordOf<Outcome>({
  referral: 1,
  answer: 1,
  alias: 1,
  nodata: 1,
  nxdomain: 1,
  refused: 1,
  servfail: 1,
  formerr: 1,
  notimp: 1,
  lame: 1,
  truncated: 1,
  timeout: 1,
  unreachable: 1,
  malformed: 1,
  useless: 1,
});

const lameness = wordOf<Lameness>({
  'no-authority': 1,
  'refers-to-itself': 1,
  'refers-upwards': 1,
  'refers-sideways': 1,
});

const rejectionReason = wordOf<RejectionReason>({
  'wrong-source': 1,
  'too-short': 1,
  'wrong-id': 1,
  'not-a-response': 1,
  'wrong-opcode': 1,
  'wrong-question': 1,
  'wrong-case': 1,
  'wrong-cookie': 1,
  'no-cookie': 1,
});

const dropReason = wordOf<DropReason>({
  'out-of-bailiwick': 1,
  unrelated: 1,
  'wrong-class': 1,
  'forbidden-address': 1,
});

const flag = matching(/^[a-z]{1,4}$/, 'flag');

/** RFC 768 and RFC 791 3.1: a datagram has 65535 octets with its headers. RFC 1035 4.2.2: a length of 16 bits. */
function longestMessage(carrier: TransportName): number {
  return carrier === 'udp' ? LONGEST_DATAGRAM : 0xffff;
}
const LONGEST_DATAGRAM = 0xffff - 28;

function serverFromJson(place: JsonPlace): Hop['server'] {
  return {
    name: member(place, 'name', name),
    address: member(place, 'address', address),
    port: member(place, 'port', whole(0xffff)),
    source: member(place, 'source', addressSource),
  };
}

function rejectionFromJson(place: JsonPlace): Rejection {
  return {
    reason: member(place, 'reason', rejectionReason),
    from: memberOr(place, 'from', text, 'an unknown place'),
    octets: member(place, 'octets', octets(LONGEST_DATAGRAM)),
  };
}

function droppedFromJson(place: JsonPlace): Dropped {
  return {
    record: member(place, 'record', (at) => scanned(at, (line) => scanRecord(line))),
    reason: member(place, 'reason', dropReason),
  };
}

function nextFromJson(place: JsonPlace): NonNullable<Hop['next']> {
  return {
    zone: member(place, 'zone', name),
    nameServers: member(place, 'nameServers', listOf(name)),
    glue: member(place, 'glue', whole()),
  };
}

/** The reply as values, in the letters of the question where it was asked in random ones (`--mix-case`). */
function messageOf({
  query,
  reply,
  question: asked,
}: Pick<Hop, 'query' | 'reply' | 'question'>): Message | null {
  if (reply === null) return null;
  const plainQuery = inLettersOf(asked, query);
  const inOwnLetters = plainQuery === query ? undefined : readInOwnLetters(reply, plainQuery, query);
  if (inOwnLetters) return inOwnLetters;
  const read = messageOfReply(reply);
  return 'message' in read ? read.message : null;
}

/** The query as it would be with the question's own letters. */
function inLettersOf(asked: Question, query: Uint8Array): Uint8Array {
  try {
    const message = decode(query);
    const [sent] = message.questions;
    if (!sent || sent.name === asked.name || sent.name.toLowerCase() !== asked.name.toLowerCase())
      return query;
    return encode({ ...message, questions: [asked] });
  } catch (error) {
    if (error instanceof WireError) return query;
    throw error;
  }
}
