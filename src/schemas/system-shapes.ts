/**
 * What this computer and other resolvers say, and how that compares with the walk.
 */

import { address, name, rcodeWord, resourceRecord, rfc } from './dns-shapes.ts';
import {
  count,
  eitherOf,
  listOf,
  maybe,
  milliseconds,
  oneOf,
  promising,
  record,
  text,
  truth,
  type Schema,
} from './shape.ts';
import { flag, severity, transport } from './walk-shapes.ts';

const evidence = record({ file: text, line: count, text });
const origin = eitherOf(evidence, record({ variable: text, text }));
const lookup = record({ addresses: listOf(address), error: maybe(text) });

export const comparison = record({
  verdict: oneOf('same', 'differs', 'one-sided', 'unavailable'),
  findings: listOf(record({ code: text, severity, message: text }, { rfc, evidence: listOf(text) })),
});

/** One resolver that was asked by us. */
export const serverAnswer: Readonly<Record<string, Schema>> = {
  server: text,
  role: oneOf('listed', 'upstream'),
  from: maybe(origin),
  isLocal: truth,
  program: maybe(text),
  name,
  outcome: oneOf('reply', 'silence', 'unreachable', 'malformed'),
  detail: text,
  transport,
  rcode: maybe(rcodeWord),
  flags: listOf(flag),
  answers: listOf(resourceRecord),
  authorities: listOf(resourceRecord),
  extendedErrors: listOf(record({ code: count, text })),
  identity: record({ nsid: maybe(text), version: maybe(text), id: maybe(text) }),
  unchecked: maybe(record({ rcode: rcodeWord, answers: listOf(resourceRecord) })),
  rttMs: milliseconds,
  queries: count,
};

export const serverOptional: Readonly<Record<string, Schema>> = { policyZone: name };

/** What the files and the environment set. */
const settings: Schema = { type: 'object', description: 'each setting with the line that it is from' };

export const system = promising(
  record(
    {
      source: oneOf('hosts', 'dns', 'mdns', 'myhostname', 'resolve', 'literal', 'unknown', 'none'),
      addresses: listOf(address),
      names: listOf(name),
      records: listOf(resourceRecord),
      rcode: maybe(rcodeWord),
      server: maybe(text),
      error: maybe(text),
      tried: listOf(name),
      evidence: listOf(evidence),
      sources: listOf(text),
      nameServers: listOf(text),
      elapsedMs: milliseconds,
    },
    {
      notes: listOf(text),
      settings,
      sourceAnswers: listOf(
        record({
          source: text,
          status: text,
          action: maybe(text),
          values: listOf(text),
          detail: text,
          evidence: listOf(evidence),
        }),
      ),
      bothFamilies: record({ all: lookup, configured: lookup }),
      searchSteps: listOf(
        record({
          name,
          outcome: oneOf('answer', 'no data', 'no such name', 'failure', 'silence', 'not asked'),
          server: maybe(text),
        }),
      ),
      servers: listOf(record(serverAnswer, serverOptional)),
      library: record({
        servers: listOf(text),
        values: listOf(text),
        error: maybe(text),
        elapsedMs: milliseconds,
      }),
    },
  ),
  'source',
  'addresses',
  'error',
  'tried',
);
