/**
 * A record type: what it is called, which RFC defines it, an example, and the layout of its RDATA.
 */

import type { Field, ValuesOf } from '../kinds/kind.ts';
import { layoutOf, type Layout } from '../layout.ts';

/** RDATA as a plain object: the fields of the type's layout by name. */
export type Rdata = Readonly<Record<string, unknown>>;

export interface RecordType<T = Rdata> extends Layout<T> {
  readonly mnemonic: string;
  readonly code: number;
  readonly rfc: string;
  /** One plain sentence. */
  readonly meaning: string;
  /** The same RDATA as zone-file text and as hexadecimal octets. */
  readonly example: { readonly text: string; readonly hex: string };
  /** The classes that this layout is for; absent where it is the same in all (RFC 3597 2). */
  readonly classes?: readonly number[];
}

interface Specification<F extends readonly Field[]> {
  readonly mnemonic: string;
  readonly code: number;
  readonly rfc: string;
  readonly meaning: string;
  readonly example: { readonly text: string; readonly hex: string };
  readonly classes?: readonly number[];
  readonly fields: F;
}

export function recordType<const F extends readonly Field[]>(
  specification: Specification<F>,
): RecordType<ValuesOf<F>> {
  const { fields, ...about } = specification;
  return { ...about, ...layoutOf(fields, about.rfc) };
}
