/**
 * One value that may stand under several members of a JSON object. Where they differ, those count that differ from what
 * the document was made from: somebody edited them.
 */

import type { JsonObject, JsonPlace } from './json-place.ts';

export interface Candidate<T> {
  readonly member: string;
  readonly read: (place: JsonPlace) => T;
}

/** The value, or undefined where none of the members is there. Throws MessageJsonError where they contradict. */
export function pick<T>(
  place: JsonPlace,
  original: JsonObject | undefined,
  candidates: readonly Candidate<T>[],
): T | undefined {
  const present = candidates.flatMap(({ member, read }) => {
    const found = place.first([member]);
    return found ? [{ member, found, read }] : [];
  });
  const edited = original
    ? present.filter(({ member, found }) => !isSame(found.value, original[member]))
    : [];
  const counting = edited.length > 0 ? edited : present;
  const values = counting.map(({ found, read }) => read(found));
  const other = values.findIndex((value) => !isSame(value, values[0]));
  if (other > 0) {
    const [first, second] = [counting[0]!.member, counting[other]!.member];
    throw place.error(`${first} and ${second} say different things: leave one of them out`);
  }
  return values[0];
}

/** Equal as JSON values, whatever the order of the members; octets compare octet by octet. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const members = Object.keys(left);
  if (members.length !== Object.keys(right).length) return false;
  return members.every((member) => Object.hasOwn(right, member) && isSame(left[member], right[member]));
}
