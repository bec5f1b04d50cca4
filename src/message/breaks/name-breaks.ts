/**
 * Faults of names (RFC 1035 4.1.4, 2.3.4). Most take the place of the first name of the message: the name that is asked
 * for, where there is a question.
 */

import { HEADER_OCTETS } from '../header.ts';
import type { Break } from './break.ts';
import { endOfName, endOfRecords, padded, placesOf, recordOctets, withEntry } from './octet-edits.ts';

/** Labels of the length and more, all of the letter `x`. */
const labels = (length: number, count: number): number[] =>
  Array.from({ length: count }, () => [length, ...Array.from({ length }, () => 0x78)]).flat();

const pointerTo = (target: number): number[] => [0xc0 | (target >> 8), target & 0xff];
const FARTHEST_POINTER = 0x3fff;

/** For private use (RFC 6895 3.1): data that nobody reads as names. */
const PRIVATE_TYPE = 65280;
const TYPE_A = 1;
/** One more than any name can need: a name of 255 octets has at most 127 labels. */
const LONGEST_CHAIN = 128;

export const NAME_BREAKS: readonly Break[] = [
  {
    name: 'pointer-loop',
    does: 'makes the first name a label and a compression pointer back to that label',
    problem: 'pointer-loop',
    apply: (octets) => withFirstName(octets, (at) => [...labels(1, 1), ...pointerTo(at)]),
  },
  {
    name: 'forward-pointer',
    does: 'makes the first name a compression pointer to octets behind it',
    problem: 'forward-pointer',
    apply: (octets) => withFirstName(octets, (at) => pointerTo(at + 2)),
  },
  {
    name: 'too-many-pointers',
    does: `adds a record whose owner is a chain of ${LONGEST_CHAIN} compression pointers`,
    problem: 'too-many-pointers',
    apply: withChain,
  },
  {
    name: 'reserved-label-type',
    does: 'gives the first name a label of the reserved type 10',
    problem: 'reserved-label-type',
    apply: (octets) => withFirstName(octets, () => [0x81, 0x78, 0]),
  },
  {
    name: 'label-too-long',
    does: 'gives the first name a label of 64 octets; its length octet then reads as the reserved label type 01',
    problem: 'reserved-label-type',
    apply: (octets) => withFirstName(octets, () => [...labels(64, 1), 0]),
  },
  {
    name: 'name-too-long',
    does: 'makes the first name one of 321 octets: five labels of 63, where 255 octets are allowed',
    problem: 'name-too-long',
    apply: (octets) => withFirstName(octets, () => [...labels(63, 5), 0]),
  },
];

/** The first name replaced; a message without one gets a question. */
function withFirstName(octets: Uint8Array, nameAt: (at: number) => readonly number[]): Uint8Array {
  const whole = padded(octets);
  const name = nameAt(HEADER_OCTETS);
  const first = placesOf(whole)[0];
  const end = first?.nameEnd ?? endOfName(whole, HEADER_OCTETS);
  if (end === undefined) return withEntry(whole.slice(0, HEADER_OCTETS), 'questions', [...name, 0, 1, 0, 1]);
  return Uint8Array.from([...whole.subarray(0, HEADER_OCTETS), ...name, ...whole.subarray(end)]);
}

/** The chain hides in the data of one record; the owner of the next enters it at its end. */
function withChain(octets: Uint8Array): Uint8Array | undefined {
  const root = endOfRecords(padded(octets)) + recordOctets([0], PRIVATE_TYPE, []).length;
  const chain = Array.from({ length: LONGEST_CHAIN }, (_, i) => root + (i === 0 ? 0 : 2 * i - 1));
  const [entry] = chain.slice(-1);
  if (entry! > FARTHEST_POINTER) return undefined;
  const links = chain.slice(0, -1).flatMap(pointerTo);
  const carrier = withEntry(octets, 'additionals', recordOctets([0], PRIVATE_TYPE, [0, ...links]));
  return withEntry(carrier, 'additionals', recordOctets(pointerTo(entry!), TYPE_A, [192, 0, 2, 1]));
}
