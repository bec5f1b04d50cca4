/**
 * A value that may be left out at the end: options that ask by being empty and answer by having a value.
 */

import type { Kind } from './kind.ts';

/** Null where nothing is left, on the wire and as text. */
export function optional<T>(kind: Kind<T>): Kind<T | null> {
  return {
    title: `${kind.title}, or nothing`,
    read: (reader) => (reader.remaining === 0 ? null : kind.read(reader)),
    write: (writer, value) => {
      if (value !== null) kind.write(writer, value);
    },
    print: (value) => (value === null ? '' : kind.print(value)),
    scan: (tokens) => (tokens.done ? null : kind.scan(tokens)),
  };
}
