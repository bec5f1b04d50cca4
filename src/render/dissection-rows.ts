/**
 * A span tree as rows in wire order: a heading for what has parts, a row with octets for each part that has none, a row
 * with a drawing for each group of bits. What is a length and a text is one row.
 */

import { readName } from '../message/name-read.ts';
import { printable } from '../message/printable-text.ts';
import { Reader } from '../message/reader.ts';
import type { Span } from '../message/spans.ts';
import { WireError } from '../message/wire-error.ts';

export interface Row {
  readonly depth: number;
  readonly start: number;
  /** The octets of a row without parts, or empty. */
  readonly octets: Uint8Array;
  /** The bits of a field smaller than its octets, as `.... 1... .... ....`, or empty. */
  readonly drawing: string;
  readonly label: string;
  readonly value: string;
  readonly means: string;
  /** Empty where it is that of the row above it in the tree, or was said of such a field before. */
  readonly rfc: string;
  readonly isHeading: boolean;
  /** What the row is about; null for octets that are named by the rows below. */
  readonly span: Span | null;
}

export function rowsOf(spans: readonly Span[], octets: Uint8Array): Row[] {
  const rows: Row[] = [];
  const cited = new Set<string>();
  const visit = (span: Span, depth: number, rfcAbove: string): void => {
    const { children, start, end, label } = span;
    const hasBits = children.length > 0 && children.every(({ bits }) => bits !== undefined);
    const counted = countedText(children);
    const citation = `${label} ${span.rfc}`;
    const isHeading = children.length > 0 && !hasBits && counted === undefined;
    rows.push({
      depth,
      start,
      octets: isHeading || span.bits ? NONE : octets.subarray(start, end),
      drawing: span.bits ? bitDrawing(span, octets) : '',
      label: printable(label),
      value: printable(counted ?? valueOf(span, octets)),
      means: printable(meaningOf(span)),
      rfc: span.rfc === rfcAbove || cited.has(citation) ? '' : span.rfc,
      isHeading,
      span,
    });
    cited.add(citation);
    if (counted !== undefined) return;
    for (const [i, child] of children.entries()) {
      if (!hasBits && child.bits && !isSamePlace(child, children[i - 1]))
        rows.push(octetsOnly(child, depth + 1));
      visit(child, depth + 1, span.rfc);
    }
  };
  /** Bits among other fields: their octets stand in front of the first. */
  const octetsOnly = ({ start, end }: Span, depth: number): Row => {
    const nothing = { drawing: '', label: '', value: '', means: '', rfc: '', isHeading: false, span: null };
    return { ...nothing, depth, start, octets: octets.subarray(start, end) };
  };
  for (const span of spans) visit(span, 0, '');
  return rows;
}

function isSamePlace(span: Span, before: Span | undefined): boolean {
  return before?.bits !== undefined && before.start === span.start && before.end === span.end;
}

const NONE = new Uint8Array();

/** `3 www`: a length octet and what it counts. */
function countedText(children: readonly Span[]): string | undefined {
  const [length, text, ...more] = children;
  const isCounted = length?.label === 'length' && length.end - length.start === 1 && more.length === 0;
  if (
    !isCounted ||
    length.children.length > 0 ||
    (text && (text.label !== 'text' || text.children.length > 0))
  )
    return undefined;
  return `${length.value} ${text?.value ?? ''}`.trimEnd();
}

function valueOf(span: Span, octets: Uint8Array): string {
  const { pointsTo, start, children, value } = span;
  if (pointsTo !== undefined) return jumpText(start, pointsTo, octets);
  // What the only part says need not be said twice.
  return children.length === 1 && children[0]!.value === value ? '' : value;
}

/** `0x2b → 0x10 www.example.com.` */
export function jumpText(start: number, target: number, octets: Uint8Array): string {
  return `${hexOffset(start)} → ${hexOffset(target)} ${nameAt(octets, target) ?? '(no name)'}`;
}

export function hexOffset(offset: number): string {
  return `0x${offset.toString(16).padStart(2, '0')}`;
}

function nameAt(octets: Uint8Array, offset: number): string | undefined {
  const reader = new Reader(octets);
  reader.offset = offset;
  try {
    return readName(reader);
  } catch (error) {
    if (error instanceof WireError) return undefined;
    throw error;
  }
}

/** `response (0: query)` says both; a bit that is known says one. */
export function meaningOf({ means, value, bits }: Span): string {
  const [, one, zero] = /^(.*) \(0: (.*)\)$/.exec(means) ?? [];
  if (one === undefined || !bits || bits[0] !== bits[1]) return means;
  return value === '0' ? zero! : one;
}

/** The bits of the field among dots for those of its neighbours, in groups of four. */
export function bitDrawing({ start, end, bits }: Span, octets: Uint8Array): string {
  const [first, last] = bits!;
  let drawing = '';
  for (let bit = 0; bit < (end - start) * 8; bit++) {
    const isSet = ((octets[start + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) !== 0;
    drawing += bit > 0 && bit % 4 === 0 ? ' ' : '';
    drawing += bit < first || bit > last ? '.' : isSet ? '1' : '0';
  }
  return drawing;
}
