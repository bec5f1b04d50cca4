/**
 * The fields of a layout as the parts of a drawing: the boxes come from the same table that reads and writes.
 */

import type { Field } from '../message/kinds/kind.ts';
import type { Part } from './drawing.ts';

export function partsOf(fields: readonly Field[]): Part[] {
  const pieces = fields.flatMap(piecesOf);
  const isShared = (name: string): boolean => pieces.filter((piece) => piece.name === name).length > 1;
  return pieces.map(({ field, name, octets }) => {
    // Two fields may both begin with a `length`.
    const label = inCapitals(isShared(name) && field !== name ? `${field} ${name}` : name);
    return octets === undefined ? { name: label } : { name: label, bits: 8 * octets };
  });
}

interface Piece {
  readonly field: string;
  readonly name: string;
  readonly octets: number | undefined;
}

function piecesOf({ name, kind }: Field): Piece[] {
  if (!kind.parts) return [{ field: name, name, octets: kind.octets }];
  return kind.parts.map((part) => ({ field: name, name: part.name, octets: part.octets }));
}

/** `keyTag` as RFCs write it in a drawing: `KEY TAG`. */
function inCapitals(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toUpperCase();
  return words.replaceAll(/\b(\w+) \1\b/g, '$1');
}
