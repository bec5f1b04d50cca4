/**
 * The JSON Schemas of everything that the commands print as JSON, one a document, by the name that its member `schema` or
 * its command has. Within a version members are added, never changed or taken away.
 */

import { mnemonic, moment, name, question, rfc } from './dns-shapes.ts';
import {
  always,
  count,
  eitherOf,
  listOf,
  maybe,
  milliseconds,
  record,
  text,
  truth,
  whole,
  type Schema,
} from './shape.ts';
import { comparison, serverAnswer, serverOptional, system } from './system-shapes.ts';
import { cost, ending } from './walk-shapes.ts';

import { dissection, query, span } from './message-documents.ts';
import { services } from './services-document.ts';
import { events, trace } from './trace-documents.ts';

const compare = record({
  schema: always('rootwalk/compare/1'),
  question,
  startedAt: moment,
  same: truth,
  walk: record({ ...ending, cost: record(cost) }),
  system: maybe(system),
  comparison: maybe(comparison),
  resolvers: listOf(record({ typed: text, ...serverAnswer, comparison }, serverOptional)),
});

const run = record({ file: text, question, startedAt: moment, status: ending['status']! });
const diff = record({
  schema: always('rootwalk/diff/1'),
  before: run,
  after: run,
  same: truth,
  changes: listOf(
    record({
      kind: text,
      where: text,
      before: { type: ['string', 'number', 'array', 'null'] },
      after: { type: ['string', 'number', 'array', 'null'] },
      message: text,
    }),
  ),
  notes: listOf(text),
});

const check = record({
  schema: always('rootwalk/check/1'),
  passed: count,
  failed: count,
  checks: listOf(
    record({
      title: text,
      name,
      type: mnemonic,
      status: ending['status']!,
      reason: maybe(text),
      held: truth,
      missed: listOf(record({ expected: text, seen: text })),
      elapsedMs: milliseconds,
    }),
  ),
});

const page = record({
  group: text,
  name: text,
  number: maybe(whole),
  title: text,
  aliases: listOf(text),
  meaning: text,
  more: listOf(text),
  rfc,
  fields: listOf({ type: 'object' }),
  drawing: listOf(text),
  example: maybe({ type: 'object' }),
  see: listOf(text),
});
const explain = eitherOf(
  record({ schema: always('rootwalk/explain/1'), topic: text, pages: listOf(page) }),
  record({
    schema: always('rootwalk/explain/1'),
    topic: { type: 'null' },
    groups: listOf(
      record({
        id: text,
        title: text,
        topics: listOf(record({ name: text, number: maybe(whole), meaning: text, rfc })),
      }),
    ),
  }),
);

const worlds = listOf(
  record({
    name: text,
    title: text,
    story: text,
    question: record({ name, type: mnemonic }),
    findings: listOf(text),
    causes: listOf(text),
    verdict: text,
  }),
);

interface Described {
  readonly title: string;
  readonly schema: Schema;
  readonly defs?: Readonly<Record<string, Schema>>;
}

const DOCUMENTS = {
  trace: { title: 'rootwalk trace --format json', schema: trace },
  events: { title: 'one line of rootwalk trace --format ndjson', schema: events },
  compare: { title: 'rootwalk compare --format json', schema: compare },
  query: { title: 'rootwalk query --format json', schema: query },
  dissection: { title: 'rootwalk dissect --format json', schema: dissection, defs: { span } },
  diff: { title: 'rootwalk diff --format json', schema: diff },
  check: { title: 'rootwalk check --format json', schema: check },
  services: { title: 'rootwalk services --format json', schema: services },
  explain: { title: 'rootwalk explain --format json', schema: explain },
  worlds: { title: 'rootwalk lab list --format json', schema: worlds },
} as const satisfies Readonly<Record<string, Described>>;

export type SchemaName = keyof typeof DOCUMENTS;

export const SCHEMA_NAMES = Object.keys(DOCUMENTS) as readonly SchemaName[];

/** The whole schema of a document (JSON Schema 2020-12). */
export function schemaOf(which: SchemaName): Schema {
  const { title, schema, defs }: Described = DOCUMENTS[which];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:rootwalk:schema:${which}:1`,
    title,
    ...schema,
    ...(defs ? { $defs: defs } : {}),
  };
}
