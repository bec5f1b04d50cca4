/**
 * Editing a message as octets: where its questions and records stand, and how to put more in so that everything around
 * stays as sound as it was. Works as far as the message can be walked through; broken messages may be broken again.
 */

import { dissect } from '../dissect.ts';
import { HEADER_OCTETS } from '../header.ts';
import type { Span } from '../spans.ts';

/** The offsets of the counts in the header, in wire order (RFC 1035 4.1.1). */
export const COUNT_AT = { questions: 4, answers: 6, authorities: 8, additionals: 10 } as const;
export type Counted = keyof typeof COUNT_AT;

export interface Place {
  readonly section: Counted;
  readonly start: number;
  /** Exclusive: behind the name. */
  readonly nameEnd: number;
  /** Exclusive. */
  readonly end: number;
}

export function countOf(octets: Uint8Array, section: Counted): number {
  const at = COUNT_AT[section];
  return ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
}

export function withCount(octets: Uint8Array, section: Counted, count: number): Uint8Array {
  const changed = padded(octets);
  changed[COUNT_AT[section]] = count >> 8;
  changed[COUNT_AT[section] + 1] = count;
  return changed;
}

/** A copy that has at least a header. */
export function padded(octets: Uint8Array): Uint8Array {
  const copy = new Uint8Array(Math.max(HEADER_OCTETS, octets.length));
  copy.set(octets);
  return copy;
}

/** Questions and records in wire order, up to the first that cannot be walked over. */
export function placesOf(octets: Uint8Array): Place[] {
  const places: Place[] = [];
  let start = HEADER_OCTETS;
  for (const section of Object.keys(COUNT_AT) as Counted[]) {
    for (let i = countOf(octets, section); i > 0; i--) {
      const nameEnd = endOfName(octets, start);
      if (nameEnd === undefined) return places;
      const end = section === 'questions' ? nameEnd + 4 : endOfRecord(octets, nameEnd);
      if (end === undefined || end > octets.length) return places;
      places.push({ section, start, nameEnd, end });
      start = end;
    }
  }
  return places;
}

/** Behind the labels that stand there, pointers not followed; undefined where they run out of the message. */
export function endOfName(octets: Uint8Array, start: number): number | undefined {
  for (let at = start; at < octets.length; at += 1 + octets[at]!) {
    if (octets[at] === 0) return at + 1;
    if (octets[at]! >= 0xc0) return at + 2;
    if (octets[at]! >= 0x40) return undefined;
  }
  return undefined;
}

function endOfRecord(octets: Uint8Array, nameEnd: number): number | undefined {
  const lengthAt = nameEnd + 8;
  if (lengthAt + 2 > octets.length) return undefined;
  return lengthAt + 2 + ((octets[lengthAt]! << 8) | octets[lengthAt + 1]!);
}

/** Puts a question or record at the end of its section and counts it. */
export function withEntry(octets: Uint8Array, section: Counted, entry: readonly number[]): Uint8Array {
  const whole = padded(octets);
  const order = Object.keys(COUNT_AT);
  const before = placesOf(whole).findLast((place) => order.indexOf(place.section) <= order.indexOf(section));
  const longer = inserted(whole, before?.end ?? HEADER_OCTETS, entry);
  return withCount(longer, section, countOf(whole, section) + 1);
}

/** Compression pointers to what moves on move on with it. */
function inserted(octets: Uint8Array, at: number, piece: readonly number[]): Uint8Array {
  const longer = new Uint8Array(octets.length + piece.length);
  longer.set(octets.subarray(0, at));
  longer.set(piece, at);
  longer.set(octets.subarray(at), at + piece.length);
  for (const { start, pointsTo } of pointersOf(dissect(octets).spans)) {
    if (start < at || pointsTo < at) continue;
    longer[start + piece.length] = 0xc0 | ((pointsTo + piece.length) >> 8);
    longer[start + piece.length + 1] = pointsTo + piece.length;
  }
  return longer;
}

function* pointersOf(spans: readonly Span[]): Generator<{ start: number; pointsTo: number }> {
  for (const { start, pointsTo, children } of spans) {
    if (pointsTo !== undefined) yield { start, pointsTo };
    yield* pointersOf(children);
  }
}

/** A record of class IN and TTL 0 as it would stand on the wire, right or wrong. */
export function recordOctets(
  owner: readonly number[],
  type: number,
  rdata: readonly number[],
  length: number = rdata.length,
): number[] {
  return [...owner, type >> 8, type & 0xff, 0, 1, 0, 0, 0, 0, length >> 8, length & 0xff, ...rdata];
}

/** Behind which record another one of the additional section would begin. */
export function endOfRecords(octets: Uint8Array): number {
  return placesOf(octets).at(-1)?.end ?? Math.max(HEADER_OCTETS, octets.length);
}
