/**
 * The schemas of single messages: what a query brings back, and a message taken apart.
 */

import {
  address,
  className,
  messageMembers,
  messageOptional,
  mnemonic,
  name,
  octets,
  rcodeWord,
  resourceRecord,
  rfc,
} from './dns-shapes.ts';
import {
  always,
  count,
  described,
  listOf,
  maybe,
  milliseconds,
  number,
  oneOf,
  record,
  ref,
  text,
  type Schema,
} from './shape.ts';
import { transport } from './walk-shapes.ts';

export const query = record(
  {
    schema: always('rootwalk/query/1'),
    question: record({ name, type: mnemonic, class: className }),
    server: record({ address, port: count }),
    transport,
    status: oneOf('reply', 'malformed', 'timeout', 'unreachable', 'aborted'),
    message: maybe(text),
    rcode: maybe(rcodeWord),
    answers: listOf(resourceRecord),
    rttMs: maybe(milliseconds),
    attempts: listOf(
      record({
        transport,
        outcome: text,
        elapsedMs: milliseconds,
        rejected: listOf(record({ reason: text, from: text })),
      }),
    ),
    query: octets,
    reply: maybe(octets),
  },
  {
    ...messageMembers,
    ...messageOptional,
    secured: record(
      {
        protocol: described(text, 'the version of TLS'),
        cipher: text,
        verified: described(
          oneOf('certificate', 'pin', 'certificate-and-pin', 'no'),
          'what was held against the server, and held',
        ),
        name: described(text, 'the name or address that the certificate must be for'),
        objection: described(maybe(text), 'with verified "no", what speaks against the certificate'),
      },
      { http: oneOf('HTTP/2', 'HTTP/1.1') },
    ),
    tsig: record({
      key: name,
      algorithm: text,
      status: described(oneOf('verified', 'unsigned', 'wrong'), 'what became of the signature of the reply'),
      problem: described(maybe(text), 'why the reply is not to be believed'),
    }),
  },
);

export const span: Schema = record(
  {
    label: text,
    start: count,
    end: count,
    value: text,
    means: text,
    rfc,
    children: listOf(ref('span')),
  },
  { bits: { type: 'array', items: count, minItems: 2, maxItems: 2 }, pointsTo: count },
);

export const dissection = record(
  {
    schema: always('rootwalk/dissection/1'),
    source: record(
      { kind: text, why: text, where: text, problems: listOf(text), length: count },
      { timeMs: number, source: text, destination: text, transport: text },
    ),
    problems: listOf(
      record({ code: text, severity: oneOf('error', 'warning'), offset: count, message: text, rfc }),
    ),
    octets,
    spans: listOf(ref('span')),
  },
  {
    ...messageMembers,
    ...messageOptional,
    layers: listOf(
      record({
        name: text,
        protocol: text,
        means: text,
        spans: listOf(ref('span')),
        checks: listOf(record({ label: text, verdict: text, message: text })),
      }),
    ),
    frame: octets,
    secondOpinion: record({
      decoder: text,
      verdict: oneOf('agrees', 'differs', 'refuses', 'crashes'),
      message: text,
      differences: listOf(record({ what: text, ours: text, theirs: text })),
    }),
  },
);
