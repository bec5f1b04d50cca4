/**
 * What a walk says: hops, endings, surveys, findings, costs.
 */

import { address, name, octets, question, rcodeWord, resourceRecord, rfc } from './dns-shapes.ts';
import {
  count,
  described,
  listOf,
  mapOf,
  maybe,
  milliseconds,
  number,
  oneOf,
  promising,
  record,
  text,
  truth,
  type Schema,
} from './shape.ts';

export const severity = oneOf('info', 'warning', 'error');
const source = oneOf('hints', 'glue', 'lookup', 'cache', 'option');
export const transport = oneOf('udp', 'tcp', 'tls', 'https');
export const purpose = oneOf('answer', 'nameserver-address', 'priming', 'dnssec', 'survey');
export const flag = oneOf('qr', 'aa', 'tc', 'rd', 'ra', 'z', 'ad', 'cd');

const outcome = oneOf(
  'referral',
  'answer',
  'alias',
  'nodata',
  'nxdomain',
  'refused',
  'servfail',
  'formerr',
  'notimp',
  'lame',
  'truncated',
  'timeout',
  'unreachable',
  'malformed',
  'useless',
);

export const hopStart: Readonly<Record<string, Schema>> = {
  id: described(count, 'counts from 1, in the order of the queries'),
  parent: described(maybe(count), 'the hop whose referral or alias made this look-up necessary'),
  purpose,
  zone: name,
  question: promising(question, 'name', 'type'),
  server: record({ name, address, port: count, source }),
  transport,
  startMs: described(number, 'since the start of the walk'),
  why: described(text, 'why this server and this transport'),
  query: octets,
};

const edns = record({
  version: count,
  udpPayloadSize: count,
  dnssecOk: truth,
  extendedErrors: described(listOf(record({ code: count, name: maybe(text), text })), 'RFC 8914'),
  nsid: described(maybe(record({ hex: text, text: maybe(text) })), 'RFC 5001'),
  options: listOf(record({ code: count, name: text, data: text })),
});

export const hopEnd: Readonly<Record<string, Schema>> = {
  outcome,
  rcode: maybe(rcodeWord),
  flags: listOf(flag),
  edns: maybe(edns),
  rttMs: maybe(milliseconds),
  elapsedMs: milliseconds,
  verdict: described(text, 'the outcome as a sentence'),
  reply: maybe(octets),
  rejected: described(
    listOf(record({ reason: text, octets }, { from: text })),
    'datagrams that were not our reply',
  ),
  dropped: described(
    listOf(
      record({
        record: text,
        reason: oneOf('out-of-bailiwick', 'unrelated', 'wrong-class', 'forbidden-address'),
      }),
    ),
    'records that the server may not say',
  ),
  next: maybe(record({ zone: name, nameServers: listOf(name), glue: count })),
  bytesSent: count,
  bytesReceived: count,
  lameness: maybe(oneOf('no-authority', 'refers-to-itself', 'refers-upwards', 'refers-sideways')),
};

export const hop = promising(
  record({ ...hopStart, ...hopEnd }),
  'id',
  'parent',
  'purpose',
  'zone',
  'question',
  'server',
  'transport',
  'outcome',
  'rcode',
  'flags',
  'rttMs',
  'query',
  'reply',
  'rejected',
  'dropped',
  'next',
);

export const ending: Readonly<Record<string, Schema>> = {
  status: oneOf('answer', 'nodata', 'nxdomain', 'failure'),
  reason: maybe(described(text, 'for a failure: no-reply, refused, lame, loop, limit, bogus …')),
  message: text,
  rcode: rcodeWord,
  aliases: described(listOf(name), 'CNAME and DNAME targets in order'),
  answers: described(listOf(resourceRecord), 'the alias records too, in order'),
  addresses: listOf(address),
  negativeTtl: described(maybe(count), 'how long a denial may be kept, in seconds (RFC 2308 5)'),
  zone: described(name, 'that gave the answer, as far as the walk came'),
};

export const finding = record({ code: text, severity, hop: maybe(count), message: text, rfc });

export const cost: Readonly<Record<string, Schema>> = {
  queries: count,
  bytesSent: count,
  bytesReceived: count,
  elapsedMs: milliseconds,
};

export const pathCost = promising(
  record({
    ...cost,
    answerMs: described(milliseconds, 'to the answer, without the survey'),
    lostMs: described(milliseconds, 'spent on servers that did not reply in time'),
    byPurpose: mapOf(count),
    criticalPath: listOf(
      record({ hop: count, ms: milliseconds, endedBy: oneOf('reply', 'no-route', 'disbelief', 'patience') }),
    ),
  }),
  'queries',
  'bytesSent',
  'bytesReceived',
  'elapsedMs',
);

const surveyRow = record({
  server: name,
  address,
  family: { enum: [4, 6] },
  source,
  status: oneOf('agrees', 'differs', 'lame', 'refused', 'silent', 'unreachable', 'failed', 'not-asked'),
  note: maybe(text),
  namedBy: oneOf('both', 'parent', 'child'),
  rttMs: maybe(milliseconds),
  serial: maybe(count),
  nameServers: maybe(listOf(name)),
  asParent: maybe(truth),
  answer: maybe(listOf(text)),
  ownAddresses: listOf(address),
  glue: maybe(oneOf('same', 'stale', 'missing')),
  hops: listOf(count),
});

export const survey: Readonly<Record<string, Schema>> = {
  zone: name,
  hop: maybe(count),
  rows: listOf(surveyRow),
  parentServers: listOf(name),
  childServers: maybe(listOf(name)),
  withoutAddress: listOf(record({ server: name, why: text })),
  limit: maybe(text),
  hops: listOf(count),
};

export const zoneServer = record({
  name,
  addresses: listOf(record({ address, source })),
});

export const likeDig: Readonly<Record<string, Schema>> = {
  ending: text,
  message: text,
  hops: listOf(
    record({
      hop: count,
      asks: listOf(record({ server: name, address, from: text, does: text })),
      misleads: truth,
      message: text,
      notes: listOf(record({ text, misleads: truth })),
    }),
  ),
};
