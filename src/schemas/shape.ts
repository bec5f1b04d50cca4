/**
 * The few words of JSON Schema (draft 2020-12) that the schemas are written with.
 */

export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = { type: 'string' };
export const whole: Schema = { type: 'integer' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const number: Schema = { type: 'number' };
export const milliseconds: Schema = { type: 'number', minimum: 0, description: 'milliseconds' };
export const truth: Schema = { type: 'boolean' };
const nothing: Schema = { type: 'null' };

export function described(schema: Schema, description: string): Schema {
  return { ...schema, description };
}

export function oneOf(...words: readonly string[]): Schema {
  return { type: 'string', enum: words };
}

export function always(value: string): Schema {
  return { const: value };
}

export function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

/** The value, or null. */
export function maybe(schema: Schema): Schema {
  return { anyOf: [schema, nothing] };
}

export function eitherOf(...schemas: readonly Schema[]): Schema {
  return { anyOf: schemas };
}

/** More members may come with later versions: none is forbidden. */
export function record(
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return { type: 'object', required: Object.keys(required), properties: { ...optional, ...required } };
}

/** The same, of which only these members are promised; the others are there whenever rootwalk itself writes it. */
export function promising(schema: Schema, ...required: readonly string[]): Schema {
  return { ...schema, required };
}

export function mapOf(values: Schema): Schema {
  return { type: 'object', additionalProperties: values };
}

export function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}
