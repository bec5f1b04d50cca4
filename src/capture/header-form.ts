/**
 * A header as a table: its fields in wire order with their places, from which the spans of any header are
 * made.
 */

import { printHex } from '../message/hex.ts';
import type { Span } from '../message/spans.ts';
import type { LayerName } from './layer.ts';

export interface HeaderField {
  readonly label: string;
  /** The offset from the first octet of the header, and how many octets the field touches. */
  readonly at: number;
  readonly octets: number;
  /** First and last bit within those octets, where the field is smaller. */
  readonly bits?: readonly [first: number, last: number];
  readonly means: string;
  /** Where it is not the RFC of the header. */
  readonly rfc?: string;
  print?(value: number, raw: Uint8Array): string;
}

export interface HeaderForm {
  readonly layer: LayerName;
  readonly protocol: string;
  readonly means: string;
  readonly rfc: string;
  readonly fields: readonly HeaderField[];
  /** Names what stands between the fields of the table and the end of the header. */
  rest?(frame: Uint8Array, start: number, end: number): readonly Span[];
}

/** A header found in a frame. */
export interface Header {
  readonly form: HeaderForm;
  readonly start: number;
  /** Exclusive; never behind the end of the frame. */
  readonly end: number;
}

/**
 * The header as a span with its fields as children. `remarks` are put behind the values of the fields they
 * name.
 */
export function spanOfHeader(
  frame: Uint8Array,
  { form, start, end }: Header,
  remarks: Readonly<Record<string, string>> = {},
): Span {
  const children: Span[] = [];
  let at = start;
  let isWhole = true;
  for (const field of form.fields) {
    isWhole &&= start + field.at + field.octets <= end;
    if (!isWhole) break;
    at = start + field.at + field.octets;
    children.push(spanOfField(frame, start, form, field, remarks[field.label]));
  }
  if (at < end) children.push(...((isWhole && form.rest?.(frame, at, end)) || [cutOff(at, end)]));
  return leaf(form.protocol, start, end, '', form.means, form.rfc, children);
}

export function leaf(
  label: string,
  start: number,
  end: number,
  value: string,
  means: string,
  rfc = '',
  children: readonly Span[] = [],
): Span {
  return { label, start, end, value, means, rfc, children };
}

function spanOfField(
  frame: Uint8Array,
  start: number,
  form: HeaderForm,
  field: HeaderField,
  remark: string | undefined,
): Span {
  const from = start + field.at;
  const to = from + field.octets;
  const raw = frame.subarray(from, to);
  const number = numberOf(raw, field.bits);
  const printed = field.print?.(number, raw) ?? (raw.length > 4 ? printHex(raw) : String(number));
  const value = remark ? `${printed}, ${remark}` : printed;
  const span = leaf(field.label, from, to, value, field.means, field.rfc ?? form.rfc);
  return field.bits ? { ...span, bits: field.bits } : span;
}

function numberOf(raw: Uint8Array, bits: HeaderField['bits']): number {
  if (raw.length > 4) return 0;
  let value = 0;
  for (const octet of raw) value = value * 256 + octet;
  if (!bits) return value;
  const [first, last] = bits;
  return Math.floor(value / 2 ** (raw.length * 8 - 1 - last)) % 2 ** (last - first + 1);
}

function cutOff(start: number, end: number): Span {
  return leaf('cut off', start, end, '', 'the header goes on behind the end of what was captured');
}
