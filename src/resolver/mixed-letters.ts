/**
 * A name in random upper and lower case (draft-vixie-dnsext-dns0x20): servers repeat the question as it came, so each
 * letter is one more bit that a forger must guess.
 */

import { peekQuestion } from '../message/decode.ts';
import { HEADER_OCTETS } from '../message/header.ts';
import type { Message } from '../message/message.ts';
import { sameName, type Name } from '../message/name.ts';
import type { Chance } from '../transport/clock-and-chance.ts';
import { messageOfReply } from '../transport/reply.ts';

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

/** The reply as it would have been without the mixing; undefined where it cannot be read so. */
export function readInOwnLetters(
  reply: Uint8Array,
  plainQuery: Uint8Array,
  mixedQuery: Uint8Array,
): Message | undefined {
  const read = messageOfReply(withOwnLetters(reply, plainQuery, mixedQuery));
  const name = peekQuestion(plainQuery)?.name;
  if (!('message' in read) || name === undefined) return undefined;
  // Owners that are no pointers to the question have its letters too.
  const answers = read.message.answers.map((record) =>
    sameName(record.name, name) ? { ...record, name } : record,
  );
  return { ...read.message, answers };
}

/** Most names of a reply are pointers into the question: giving it its own letters back gives them to all. */
function withOwnLetters(reply: Uint8Array, plainQuery: Uint8Array, mixedQuery: Uint8Array): Uint8Array {
  const octets = Uint8Array.from(reply);
  for (let at = HEADER_OCTETS; at < mixedQuery.length && plainQuery[at] !== 0; at++) {
    if (octets[at] !== mixedQuery[at]) break;
    octets[at] = plainQuery[at]!;
  }
  return octets;
}
