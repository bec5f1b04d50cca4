/**
 * A name in random upper and lower case (draft-vixie-dnsext-dns0x20): servers repeat the question as it came, so each
 * letter is one more bit that a forger must guess.
 */

import { HEADER_OCTETS } from '../message/header.ts';
import type { Name } from '../message/name.ts';
import type { Chance } from '../transport/clock-and-chance.ts';

const LETTER = /[a-z]/i;
const LETTERS = /[a-z]/gi;
const MOST_TRIES = 16;

/** Not the name as it is, where it has letters. Escapes hold only digits and punctuation: no other octet changes. */
export function mixedLetters(name: Name, chance: Chance): Name {
  if (!LETTER.test(name)) return name;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const mixed = name.replaceAll(LETTERS, (letter) =>
      chance.integer(2) === 0 ? letter.toLowerCase() : letter.toUpperCase(),
    );
    if (mixed !== name) return mixed;
  }
  return name;
}

/**
 * The reply as it would have been without the mixing: most of its names are compression pointers into the question, so
 * giving the question its own letters back gives them to all.
 */
export function withOwnLetters(
  reply: Uint8Array,
  plainQuery: Uint8Array,
  mixedQuery: Uint8Array,
): Uint8Array {
  const octets = Uint8Array.from(reply);
  for (let at = HEADER_OCTETS; at < mixedQuery.length && plainQuery[at] !== 0; at++) {
    if (octets[at] !== mixedQuery[at]) break;
    octets[at] = plainQuery[at]!;
  }
  return octets;
}
