/**
 * Parts of a value that is made of several things: each is read as a field of its own, with a span where spans are
 * wanted.
 */

import type { Reader } from '../reader.ts';
import type { SpanDetails } from '../spans.ts';
import type { Field, Kind } from './kind.ts';

/** Reads one part. Throws WireError. */
export function readPart<T>(reader: Reader, part: Field<string, T>, rfc: string): T {
  const { recorder } = reader;
  if (!recorder) return part.kind.read(reader);
  recorder.open(part.name, reader.offset);
  const value = part.kind.read(reader);
  recorder.close(reader.offset, detailsOf(part.kind, part.meaning, rfc), value);
  return value;
}

function detailsOf<T>(kind: Kind<T>, means: string, rfc: string): SpanDetails {
  return { means, rfc, print: (value) => kind.print(value as T) };
}
