/**
 * Octets in hex with some of them marked, each mark in the gap in front of an octet, so that nothing moves: the chosen
 * field in brackets, the octet that is looked at between ‹ and ›, what is wrong behind ✗, a name that a pointer leads to
 * behind an arrow and joined by dots.
 */

import { span, type Line, type Span, type Tone } from '../../drawing/styled-line.ts';

export interface Marks {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** The octet that is looked at. */
  readonly octet: number;
  /** Of the names that a pointer leads to; the ends are exclusive. */
  readonly names: readonly { readonly start: number; readonly end: number }[];
  /** Offsets of what is wrong. */
  readonly wrong: ReadonlySet<number>;
  /** For each octet the field that a click on it chooses. */
  readonly owners: Uint32Array;
}

const OFFSET_COLUMNS = 5;
/** From that many columns on, the octets stand there as characters too. */
const CHARACTERS_FROM = 150;

export interface HexForm {
  readonly perLine: number;
  readonly hasCharacters: boolean;
  readonly columns: number;
}

/** As many octets a line as leave room for the fields beside them. */
export function hexForm(columns: number): HexForm {
  const perLine = columns >= ROOMY_COLUMNS ? 16 : columns >= NARROW_COLUMNS ? 8 : 4;
  const hasCharacters = columns >= CHARACTERS_FROM;
  return {
    perLine,
    hasCharacters,
    columns: OFFSET_COLUMNS + 3 * perLine + 1 + (hasCharacters ? perLine + 1 : 0),
  };
}

const ROOMY_COLUMNS = 112;
const NARROW_COLUMNS = 64;

/** So many lines at most, from that line on. */
export function markedHexLines(
  octets: Uint8Array,
  form: HexForm,
  marks: Marks,
  window: { readonly first: number; readonly count: number },
): Line[] {
  const { perLine } = form;
  const first = window.first * perLine;
  const end = Math.min(octets.length, first + window.count * perLine);
  const lines: Line[] = [];
  for (let from = first; from < end; from += perLine) lines.push(markedLine(octets, from, form, marks));
  return lines;
}

function markedLine(
  octets: Uint8Array,
  from: number,
  { perLine, hasCharacters }: HexForm,
  marks: Marks,
): Line {
  const to = Math.min(from + perLine, octets.length);
  const pieces: Span[] = [span(`${from.toString(16).padStart(4, '0')} `, 'dim')];
  for (let at = from; at < to; at++)
    pieces.push(gapBefore(at, from, marks), {
      ...span(hexOf(octets[at]!), toneAt(at, marks)),
      picks: marks.owners[at]!,
    });
  pieces.push(gapAfter(to, marks));
  if (hasCharacters) {
    pieces.push(span(' '.repeat(3 * (perLine - (to - from)) + 1)));
    for (let at = from; at < to; at++) pieces.push(span(characterOf(octets[at]!), toneAt(at, marks, 'dim')));
  }
  return joined(pieces);
}

function gapBefore(at: number, from: number, marks: Marks): Span {
  const { start, end, octet, names, wrong } = marks;
  const isFieldOfMany = end - start > 1;
  if (start < end && (at === start || (at === from && isIn(marks, at)))) return span('[', 'chosen');
  if (start < end && at === end && at > from) return span(']', 'chosen');
  if (wrong.has(at)) return span('✗', 'bad');
  if (isFieldOfMany && isIn(marks, octet) && at === octet) return span('›', 'chosen');
  if (isFieldOfMany && isIn(marks, octet) && at === octet + 1 && at > from) return span('‹', 'chosen');
  if (names.some((name) => name.start === at)) return span('→', 'accent');
  if (at > from && names.some((name) => name.start < at && at < name.end)) return span('·', 'accent');
  return span(' ', isIn(marks, at) ? 'chosen' : 'plain');
}

function gapAfter(to: number, marks: Marks): Span {
  return isIn(marks, to - 1) ? span(']', 'chosen') : span(' ');
}

function toneAt(at: number, marks: Marks, otherwise: Tone = 'plain'): Tone {
  // The octet that is looked at is left out of what is reversed.
  if (isIn(marks, at)) return at === marks.octet && marks.end - marks.start > 1 ? 'strong' : 'chosen';
  if (marks.wrong.has(at)) return 'bad';
  return marks.names.some(({ start, end }) => start <= at && at < end) ? 'accent' : otherwise;
}

function isIn({ start, end }: Marks, at: number): boolean {
  return start <= at && at < end;
}

/** Neighbours that look and act the same as one piece. */
function joined(pieces: readonly Span[]): Line {
  const line: Span[] = [];
  for (const piece of pieces) {
    const before = line.at(-1);
    if (before?.tone === piece.tone && before.picks === piece.picks)
      line[line.length - 1] = { ...before, text: before.text + piece.text };
    else line.push(piece);
  }
  return line;
}

function hexOf(octet: number): string {
  return octet.toString(16).padStart(2, '0');
}

function characterOf(octet: number): string {
  return octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '.';
}
