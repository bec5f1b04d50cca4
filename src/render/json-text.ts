/**
 * JSON that may also be looked at on a terminal: what could steer one is written as `\uXXXX`, which means the same.
 */

import { UNSAFE_CHARACTERS } from '../message/printable-text.ts';

/** The value as JSON, on one line or, with `indent`, on several. */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent);
  return text.replace(UNSAFE_CHARACTERS, (character) =>
    character === '\n' ? character : escaped(character),
  );
}

function escaped(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
