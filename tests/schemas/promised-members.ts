/**
 * The members that version 1 of each document has promised. Run as a program, it adds those that are new, and takes none
 * away: what was published once is relied on.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { SCHEMA_NAMES, schemaOf } from '../../src/schemas/documents.ts';

export const PROMISED = 'fixtures/documents/members-of-version-1.json';

/** Every member by its path, in order, with `?` behind what may be missing. */
export function membersOf(schema: unknown): string[] {
  return [...new Set(membersIn(schema))].toSorted();
}

function membersIn(schema: unknown, path = ''): string[] {
  if (Array.isArray(schema)) return schema.flatMap((each) => membersIn(each, path));
  if (typeof schema !== 'object' || schema === null) return [];
  const {
    properties = {},
    required = [],
    items,
    anyOf,
    additionalProperties,
    $defs = {},
  } = schema as {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly required?: readonly string[];
    readonly items?: unknown;
    readonly anyOf?: unknown;
    readonly additionalProperties?: unknown;
    readonly $defs?: Readonly<Record<string, unknown>>;
  };
  return [
    ...Object.entries(properties).flatMap(([name, each]) => [
      `${path}/${name}${required.includes(name) ? '' : '?'}`,
      ...membersIn(each, `${path}/${name}`),
    ]),
    ...membersIn(items, `${path}[]`),
    ...membersIn(anyOf, path),
    ...membersIn(additionalProperties, `${path}/*`),
    ...Object.entries($defs).flatMap(([name, each]) => membersIn(each, `$${name}`)),
  ];
}

if (import.meta.main) {
  const promised = JSON.parse(readFileSync(PROMISED, 'utf8')) as Record<string, string[]>;
  const all = SCHEMA_NAMES.map((name) => [
    name,
    [...new Set([...(promised[name] ?? []), ...membersOf(schemaOf(name))])].toSorted(),
  ]);
  writeFileSync(PROMISED, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
}
