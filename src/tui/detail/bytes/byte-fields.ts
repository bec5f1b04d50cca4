/**
 * The fields of the message that a hop shows octet by octet: the reply, or the query where none came; and where a
 * compression pointer leads among them (RFC 1035 4.1.4).
 */

import { dissect, type Problem } from '../../../message/dissect.ts';
import type { Span } from '../../../message/spans.ts';
import { rowsOf, type Row } from '../../../render/dissection-rows.ts';
import { isFinished, type HopEntry } from '../../walk/walk-state.ts';

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
}

/** Asked for at every key press and every frame; octets do not change. */
const kept = new WeakMap<Uint8Array, Fields>();

export function fieldsOf(entry: HopEntry): Fields {
  const octets = shownOctets(entry);
  const known = kept.get(octets);
  if (known) return known;
  const { spans, problems } = dissect(octets);
  const fields = { octets, list: withProblems(named(rowsOf(spans, octets)), problems, octets.length) };
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

function withProblems(list: readonly Field[], problems: readonly Problem[], length: number): Field[] {
  // Parts come behind what they are part of: the smallest field has the last word.
  const owners = new Uint32Array(length);
  for (const [place, { span, drawing }] of list.entries()) {
    if (drawing === '') owners.fill(place, span.start, span.end);
  }
  // What is missing at the end of the message is said of its last field.
  const byPlace = Map.groupBy(problems, ({ offset }) => owners[Math.min(offset, length - 1)]);
  return list.map((field, place) => {
    const own = byPlace.get(place);
    return own ? { ...field, problems: own.map(({ code, message }) => `${code}: ${message}`) } : field;
  });
}

function shownOctets({ hop }: HopEntry): Uint8Array {
  return isFinished(hop) && hop.reply ? hop.reply : hop.query;
}

/** The place of the field that a pointer at `place` points to: a name, or the label within one. */
export function pointedTo({ list }: Fields, place: number): number | null {
  const target = list[place]?.span.pointsTo;
  if (target === undefined) return null;
  const name = list.findLastIndex(({ isHeading, start }) => isHeading && start === target);
  const part = name === -1 ? list.findIndex(({ start }) => start === target) : name;
  // A pointer may be wrong, and lead into the middle of something.
  const found =
    part === -1 ? list.findLastIndex(({ span: { start, end } }) => start <= target && target < end) : part;
  return found === -1 ? null : found;
}
