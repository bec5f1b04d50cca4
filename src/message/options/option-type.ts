/**
 * An EDNS option (RFC 6891 6.1.2): a code and a layout, by the same idea as a record type.
 */

import type { Field, ValuesOf } from '../kinds/kind.ts';
import { layoutOf, type Layout } from '../layout.ts';

export interface OptionType<T = Readonly<Record<string, unknown>>> extends Layout<T> {
  readonly mnemonic: string;
  /** Other names that it goes by. */
  readonly aliases?: readonly string[];
  readonly code: number;
  readonly rfc: string;
  readonly meaning: string;
  readonly example: { readonly text: string; readonly hex: string };
}

interface Specification<F extends readonly Field[]> {
  readonly mnemonic: string;
  readonly aliases?: readonly string[];
  readonly code: number;
  readonly rfc: string;
  readonly meaning: string;
  readonly example: { readonly text: string; readonly hex: string };
  readonly fields: F;
}

export function optionType<const F extends readonly Field[]>(
  specification: Specification<F>,
): OptionType<ValuesOf<F>> {
  const { fields, ...about } = specification;
  return { ...about, ...layoutOf(fields, about.rfc) };
}
