/** The schemas hold every document that is printed, name every member of it, and keep what version 1 has promised. */

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { SCHEMA_NAMES, schemaOf } from '../../src/schemas/documents.ts';
import { membersOf, PROMISED } from './promised-members.ts';
import { faultsOf } from '../support/closed-schema.ts';

test.each(SCHEMA_NAMES)('%s is a valid schema', (name) => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false });
  expect(ajv.validateSchema(schemaOf(name))).toBe(true);
  expect(() => ajv.compile(schemaOf(name))).not.toThrow();
});

test('what is wrong is found: a missing member, a wrong type, a member that nobody described', () => {
  const good = {
    name: 'a',
    title: '',
    story: '',
    question: { name: 'a.', type: 'A' },
    findings: [],
    causes: [],
    verdict: '',
  };
  expect(faultsOf('worlds', [good])).toEqual([]);
  expect(faultsOf('worlds', [{ ...good, title: 7 }])).toHaveLength(1);
  expect(faultsOf('worlds', [{ ...good, more: 1 }])).toHaveLength(1);
  const { title: _, ...less } = good;
  expect(faultsOf('worlds', [less])).toHaveLength(1);
});

test.each([
  ['trace', 'fixtures/documents/contract-trace.json'],
  ['dissection', 'fixtures/dissections/response.json'],
] as const)('%s holds %s', (which, file) => {
  expect(faultsOf(which, JSON.parse(readFileSync(file, 'utf8')))).toEqual([]);
});

describe('version 1', () => {
  const promised = JSON.parse(readFileSync(PROMISED, 'utf8')) as Record<string, string[]>;

  test('has no fewer members than it was published with', () => {
    for (const name of SCHEMA_NAMES) {
      const now = new Set(membersOf(schemaOf(name)));
      // A member that was always there may not become one that may be missing.
      const lost = (promised[name] ?? []).filter(
        (member) => !now.has(member) && !now.has(member.replace(/\?$/, '')),
      );
      expect(lost, name).toEqual([]);
    }
  });

  test('is written down whole: what is added is added there as well (node tests/schemas/promised-members.ts)', () => {
    const members = Object.fromEntries(SCHEMA_NAMES.map((name) => [name, membersOf(schemaOf(name))]));
    expect(promised).toEqual(members);
  });
});
