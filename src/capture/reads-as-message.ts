/**
 * Whether octets are a DNS message beyond doubt: what decides where nothing else says that they are one.
 */

import { decode } from '../message/decode.ts';
import { HEADER_OCTETS } from '../message/header.ts';
import { WireError } from '../message/wire-error.ts';
import { u16 } from './octets.ts';

const SMALLEST_QUESTION = 5;
const SMALLEST_RECORD = 11;

/** True where everything decodes, down to the last octet, and there is at least one question or record. */
export function readsAsMessage(octets: Uint8Array): boolean {
  if (!mayBeMessage(octets)) return false;
  try {
    decode(octets);
    return true;
  } catch (error) {
    if (error instanceof WireError) return false;
    throw error;
  }
}

/** True where the first octets could be a header: an opcode that exists, and counts that are not absurd. */
export function beginsLikeMessage(octets: Uint8Array): boolean {
  const opcode = (octets[2]! >> 3) & 0xf;
  const counts = [4, 6, 8, 10].map((at) => u16(octets, at));
  return (
    octets.length >= HEADER_OCTETS &&
    opcode <= 6 &&
    counts.every((count) => count < 256) &&
    counts.some((count) => count > 0)
  );
}

/** The cheap half: the counts of the header fit into the octets that follow. */
export function mayBeMessage(octets: Uint8Array): boolean {
  if (octets.length < HEADER_OCTETS + SMALLEST_QUESTION) return false;
  const records = u16(octets, 6) + u16(octets, 8) + u16(octets, 10);
  const smallest = u16(octets, 4) * SMALLEST_QUESTION + records * SMALLEST_RECORD;
  return smallest > 0 && HEADER_OCTETS + smallest <= octets.length;
}
