/**
 * The fields of a message, octet by octet: which there are, what is wrong with each, which is the smallest around an
 * octet; and where a compression pointer leads among them (RFC 1035 4.1.4).
 */

import { dissect, type Problem } from '../../../message/dissect.ts';
import type { Message } from '../../../message/message.ts';
import type { Span } from '../../../message/spans.ts';
import { rowsOf, type Row } from '../../../render/dissection-rows.ts';
import { REJECTION_SENTENCES } from '../why-words.ts';
import type { RejectionReason } from '../../../transport/exchange.ts';
import { REJECTED_FIELD } from './rejection-place.ts';
import type { ShownMessage } from './shown-message.ts';

export interface Field extends Row {
  readonly span: Span;
  /** Its own, or that of what it is part of. */
  readonly source: string;
  /** What is wrong there, said of the smallest field that it is in. */
  readonly problems: readonly string[];
}

export interface Fields {
  readonly octets: Uint8Array;
  readonly list: readonly Field[];
  /** As much of a message as could be read. */
  readonly message: Message | undefined;
  /** The octets at which something is wrong. */
  readonly wrong: ReadonlySet<number>;
  /** For each octet the place of the smallest field around it. */
  readonly owners: Uint32Array;
}

/** Asked for at every key press and every frame; octets do not change. */
const kept = new WeakMap<Uint8Array, Fields>();

export function fieldsOf({ octets, rejected }: ShownMessage): Fields {
  const known = kept.get(octets);
  if (known) return known;
  const { message, spans, problems } = dissect(octets);
  const plain = named(rowsOf(spans, octets));
  const owners = ownersOf(plain, octets.length);
  const judged = withProblems(plain, problems, owners);
  const shows = rejected === null ? -1 : rejectedPlace(plain, rejected);
  const list = rejected === null ? judged : withRejection(judged, Math.max(0, shows), rejected);
  const wrong = new Set(problems.map(({ offset }) => Math.min(offset, octets.length - 1)));
  const { start = 0, end = 0 } = plain[shows]?.span ?? {};
  for (let at = start; at < end; at++) wrong.add(at);
  const fields = { octets, list, message, wrong, owners };
  kept.set(octets, fields);
  return fields;
}

function named(rows: readonly Row[]): Field[] {
  const above: Field[] = [];
  return rows.flatMap((row) => {
    // Octets without a name are those of the bits below them.
    if (!row.span) return [];
    above.length = Math.min(above.length, row.depth);
    const source = row.span.rfc || (above.at(-1)?.source ?? '');
    const field = { ...row, span: row.span, source, problems: [] };
    above.push(field);
    return [field];
  });
}

/** Parts come behind what they are part of: the smallest field has the last word. Bits have no octet of their own. */
function ownersOf(list: readonly Field[], length: number): Uint32Array {
  const owners = new Uint32Array(length);
  for (const [place, { span, drawing }] of list.entries())
    if (drawing === '') owners.fill(place, span.start, span.end);
  return owners;
}

function withProblems(list: readonly Field[], problems: readonly Problem[], owners: Uint32Array): Field[] {
  // What is missing at the end of the message is said of its last field.
  const byPlace = Map.groupBy(problems, ({ offset }) => owners[Math.min(offset, owners.length - 1)]);
  return list.map((field, place) => {
    const own = byPlace.get(place);
    return own ? { ...field, problems: own.map(({ code, message }) => `${code}: ${message}`) } : field;
  });
}

function rejectedPlace(list: readonly Field[], reason: RejectionReason): number {
  const label = REJECTED_FIELD[reason];
  return list.findIndex((field) => field.label === label);
}

function withRejection(list: readonly Field[], place: number, reason: RejectionReason): readonly Field[] {
  const text = `not taken for the reply: ${REJECTION_SENTENCES[reason]}`;
  return list.map((field, i) => (i === place ? { ...field, problems: [text, ...field.problems] } : field));
}

/** The offset that a pointer points to; a name that ends in a pointer leads to where that does. */
export function targetOf(field: Field | undefined): number | undefined {
  if (!field) return undefined;
  return field.span.pointsTo ?? field.span.children.at(-1)?.pointsTo;
}

/** The place of the field that a pointer at `place` points to: a name, or the label within one. */
export function pointedTo({ list }: Fields, place: number): number | null {
  const target = targetOf(list[place]);
  if (target === undefined) return null;
  const name = list.findLastIndex(({ isHeading, start }) => isHeading && start === target);
  const part = name === -1 ? list.findIndex(({ start }) => start === target) : name;
  // A pointer may be wrong, and lead into the middle of something.
  const found =
    part === -1 ? list.findLastIndex(({ span: { start, end } }) => start <= target && target < end) : part;
  return found === -1 ? null : found;
}
