/**
 * Tells mouse reports from keys in what a terminal sends, however it is cut into pieces: no part of a report is ever
 * taken for a key, or typed. What is pasted is left alone, so that no text can click. Pure.
 */

import { mouseEvent, type MouseEvent } from './mouse-event.ts';

export interface Scan {
  readonly isPasting: boolean;
  /** The beginning of a report, or of what may become one, which waits for its end. */
  readonly held: string;
  /** An Esc was told as the key that it is. What follows may be the rest of a report all the same. */
  readonly hasToldEscape: boolean;
}

export const FIRST_SCAN: Scan = { isPasting: false, held: '', hasToldEscape: false };

export interface Scanned {
  readonly scan: Scan;
  /** What is no mouse report. */
  readonly keys: string;
  readonly events: readonly MouseEvent[];
}

const ESCAPE = '\x1b';
const SGR = '\x1b[<';
const X10 = '\x1b[M';
/** Button, column and row, an octet each: from a terminal that knows mode 1000 but not 1006. */
const X10_LENGTH = 3;
const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';
const STARTS = [SGR, X10, PASTE_START];
/** Any report is shorter: of what goes on longer no more is kept. */
const LONGEST_REPORT = 24;

export function scanned(before: Scan, chunk: string): Scanned {
  const isRest = before.hasToldEscape && /^\[(<\d|M[^]{3})/.test(chunk);
  let input = (isRest ? ESCAPE : before.held) + chunk;
  let { isPasting } = before;
  let keys = '';
  const events: MouseEvent[] = [];
  const holding = (held: string): Scanned => ({
    scan: { isPasting, held, hasToldEscape: false },
    keys,
    events,
  });
  while (input !== '') {
    if (isPasting) {
      const end = input.indexOf(PASTE_END);
      const to = end === -1 ? input.length - beginningAtEnd([PASTE_END], input) : end + PASTE_END.length;
      keys += input.slice(0, to);
      input = input.slice(to);
      if (end === -1) return holding(input);
      isPasting = false;
      continue;
    }
    const start = startIn(input);
    keys += input.slice(0, start);
    input = input.slice(start);
    if (input.startsWith(PASTE_START)) {
      isPasting = true;
      keys += PASTE_START;
      input = input.slice(PASTE_START.length);
      continue;
    }
    const report = input.startsWith(SGR) || input.startsWith(X10) ? reportAt(input) : null;
    if (!report) return holding(input.slice(0, SGR.length + LONGEST_REPORT));
    if (report.event) events.push(report.event);
    input = input.slice(report.length);
  }
  return holding('');
}

/** A lone Esc that nothing followed for a while is the key. */
export function waited(scan: Scan): Scanned {
  if (!isWaitingForKey(scan)) return { scan, keys: '', events: [] };
  return { scan: { ...scan, held: '', hasToldEscape: true }, keys: ESCAPE, events: [] };
}

export function isWaitingForKey({ held, isPasting }: Scan): boolean {
  return held === ESCAPE && !isPasting;
}

/** Where a report or a paste begins, or may begin where the input ends before it is clear. */
function startIn(input: string): number {
  const places = STARTS.map((start) => input.indexOf(start)).filter((place) => place !== -1);
  return Math.min(...places, input.length - beginningAtEnd(STARTS, input));
}

/** The report that the input begins with; null where its end is still to come. */
function reportAt(input: string): { readonly length: number; readonly event: MouseEvent | null } | null {
  if (input.startsWith(X10)) {
    const length = X10.length + X10_LENGTH;
    return input.length < length ? null : { length, event: null };
  }
  const report = input.slice(SGR.length);
  const end = report.search(/[^\d;]/);
  if (end === -1) return null;
  // What ends otherwise was cut off; the character that ends it belongs to what follows.
  const isWhole = report[end] === 'M' || report[end] === 'm';
  return {
    length: SGR.length + end + (isWhole ? 1 : 0),
    event: isWhole ? mouseEvent(report.slice(0, end + 1)) : null,
  };
}

/** How much of the end of the input may be the beginning of one of these. */
function beginningAtEnd(marks: readonly string[], input: string): number {
  const lengths = marks.flatMap((mark) =>
    Array.from({ length: mark.length - 1 }, (_, i) => i + 1).filter((length) =>
      input.endsWith(mark.slice(0, length)),
    ),
  );
  return Math.max(0, ...lengths);
}
