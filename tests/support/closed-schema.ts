/**
 * Schemas for tests: as published, and closed, where a member that no schema names is an error, so that nothing is printed
 * that is not described.
 */

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { schemaOf, type SchemaName } from '../../src/schemas/documents.ts';

/** Says what is wrong, with the path of it; empty where the document is as described. */
export function faultsOf(which: SchemaName, document: unknown): string[] {
  const validate = validatorOf(which);
  if (validate(document)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

const made = new Map<SchemaName, ValidateFunction>();

function validatorOf(which: SchemaName): ValidateFunction {
  const known = made.get(which);
  if (known) return known;
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    formats: { 'date-time': isMoment },
  });
  const validate = ajv.compile(closed(schemaOf(which)) as object);
  made.set(which, validate);
  return validate;
}

function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) =>
    key === 'properties' || key === '$defs'
      ? [key, Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, closed(each)]))]
      : [key, closed(value)],
  );
  const made = Object.fromEntries(entries) as Record<string, unknown>;
  return 'properties' in made ? { ...made, additionalProperties: false } : made;
}
