/** Checks that the leaves of a span tree tile a message: every bit of it in exactly one leaf, in order. */

import type { Span } from '../../src/message/spans.ts';

/** What is wrong, one sentence each; empty where the spans tile `octets` octets. */
export function tilingFaults(octets: number, spans: readonly Span[]): string[] {
  const faults: string[] = [];
  const end = tileBits(spans, 0, faults);
  if (end !== octets * 8) faults.push(`the leaves end at bit ${end}, the message at bit ${octets * 8}`);
  return faults;
}

function tileBits(spans: readonly Span[], from: number, faults: string[]): number {
  let at = from;
  for (const span of spans) {
    const [first, last] = bitsOf(span);
    const where = `${span.label} ${span.start}-${span.end}`;
    if (span.end < span.start) faults.push(`${where} ends before it starts`);
    if (first !== at) faults.push(`${where} starts at bit ${first}, but bit ${at} is next`);
    const reached = span.children.length === 0 ? last : tileBits(span.children, first, faults);
    if (reached !== last) faults.push(`${where} ends at bit ${last}, its children at bit ${reached}`);
    at = last;
  }
  return at;
}

/** The bits a span covers, from the first of the message on; the second is exclusive. */
function bitsOf({ start, end, bits }: Span): [number, number] {
  return bits ? [start * 8 + bits[0], start * 8 + bits[1] + 1] : [start * 8, end * 8];
}
