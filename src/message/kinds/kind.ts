/**
 * A kind is one way of laying a value out: how it is read from and written to the wire, and how it is printed and
 * scanned in zone files. Length octets belong to the kind, so no field ever counts another.
 */

import type { Reader } from '../reader.ts';
import type { Tokens } from '../tokens.ts';
import type { Writer } from '../writer.ts';

export interface Kind<T> {
  /** What the explanation calls it: `16-bit number`, `domain name`. */
  readonly title: string;
  /** Its size on the wire in octets, or undefined where that varies. */
  readonly octets?: number;
  /** What it is made of, in wire order, where that is more than one thing: for drawings of the layout. */
  readonly parts?: readonly KindPart[];
  /** Reads from the reader's place up to its `end`. Throws WireError. */
  read(reader: Reader): T;
  write(writer: Writer, value: T): void;
  /** Zone-file text: one token or several, separated by a space. */
  print(value: T): string;
  /** The inverse of `print`. Throws ScanError. */
  scan(tokens: Tokens): T;
  /** The value in the canonical form of DNSSEC, where that differs: names in lower case (RFC 4034 6.2, RFC 6840 5.1). */
  canonical?(value: T): T;
}

/** A piece of a value; without `octets` its size varies. */
export interface KindPart {
  readonly name: string;
  readonly octets?: number | undefined;
  readonly meaning?: string;
}

/** The pieces that these fields are, for a kind that reads them itself; some may be absent from a value. */
export function partsOf(fields: readonly Field[]): KindPart[] {
  return fields.map(({ name, kind, meaning }) => ({ name, octets: kind.octets, meaning }));
}

/** A named field of a record or an EDNS option. */
export interface Field<N extends string = string, T = unknown> {
  readonly name: N;
  readonly kind: Kind<T>;
  readonly meaning: string;
}

export function field<const N extends string, T>(name: N, kind: Kind<T>, meaning: string): Field<N, T> {
  return { name, kind, meaning };
}

/** The plain object that a list of fields reads to. */
export type ValuesOf<F extends readonly Field[]> = {
  readonly [K in F[number] as K['name']]: K extends Field<string, infer T> ? T : never;
};
