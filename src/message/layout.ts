/**
 * A layout is a list of named fields in wire order. From it alone come reading, writing, printing, scanning and the
 * byte spans of every record type and EDNS option.
 */

import type { Field, ValuesOf } from './kinds/kind.ts';
import type { Reader } from './reader.ts';
import type { SpanDetails } from './spans.ts';
import type { Tokens } from './tokens.ts';
import type { Writer } from './writer.ts';

export interface Layout<T> {
  readonly fields: readonly Field[];
  /** Reads every field from the reader's place; what is left before `end` is the caller's to judge. */
  read(reader: Reader): T;
  write(writer: Writer, values: T): void;
  print(values: T): string;
  scan(tokens: Tokens): T;
}

/** Builds the functions of a layout once, when the module loads; `rfc` is quoted at the spans of its fields. */
export function layoutOf<const F extends readonly Field[]>(fields: F, rfc: string): Layout<ValuesOf<F>> {
  const readPlainly = readerOf(fields);
  const details = fields.map(({ kind, meaning }): SpanDetails => ({
    means: meaning,
    rfc,
    print: (value) => kind.print(value),
  }));
  return {
    fields,
    read: (reader) =>
      (reader.recorder ? readRecorded(reader, fields, details) : readPlainly(reader)) as ValuesOf<F>,
    write: (writer, values) => {
      for (const { name, kind } of fields) kind.write(writer, (values as Values)[name]);
    },
    print: (values) =>
      fields
        .map(({ name, kind }) => kind.print((values as Values)[name]))
        .filter(Boolean)
        .join(' '),
    scan: (tokens) =>
      Object.fromEntries(fields.map(({ name, kind }) => [name, kind.scan(tokens)])) as ValuesOf<F>,
  };
}

type Values = Readonly<Record<string, unknown>>;

function readerOf(fields: readonly Field[]): (reader: Reader) => Values {
  return (reader) => {
    const values: Record<string, unknown> = {};
    for (const { name, kind } of fields) values[name] = kind.read(reader);
    return values;
  };
}

function readRecorded(reader: Reader, fields: readonly Field[], details: readonly SpanDetails[]): Values {
  const recorder = reader.recorder!;
  const values: Record<string, unknown> = {};
  for (let i = 0; i < fields.length; i++) {
    const { name, kind } = fields[i]!;
    recorder.open(name, reader.offset);
    const value = kind.read(reader);
    values[name] = value;
    recorder.close(reader.offset, details[i], value);
  }
  return values;
}
