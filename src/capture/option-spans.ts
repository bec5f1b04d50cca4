/**
 * The options behind an IPv4 or a TCP header: a kind, a length over all of it, a value; kinds 0 and 1 are one
 * octet (RFC 791 3.1, RFC 9293 3.1).
 */

import { printHex } from '../message/hex.ts';
import type { Span } from '../message/spans.ts';
import { leaf } from './header-form.ts';

export function optionSpans(
  frame: Uint8Array,
  start: number,
  end: number,
  names: Readonly<Record<number, string>>,
  rfc: string,
): readonly Span[] {
  const spans: Span[] = [];
  let at = start;
  while (at < end) {
    const kind = frame[at]!;
    if (kind === 0) {
      spans.push(leaf('end of options', at, at + 1, '0', 'what follows is padding', rfc));
      if (at + 1 < end) {
        const padding = printHex(frame.subarray(at + 1, end));
        spans.push(leaf('padding', at + 1, end, padding, 'up to a whole word of four octets', rfc));
      }
      break;
    }
    if (kind === 1) {
      spans.push(leaf('no operation', at, at + 1, '1', 'brings the next option to its place', rfc));
      at++;
      continue;
    }
    const length = frame[at + 1] ?? 0;
    if (at + 1 >= end || length < 2 || at + length > end) {
      spans.push(
        leaf('broken option', at, end, printHex(frame.subarray(at, end)), 'its length cannot be', rfc),
      );
      break;
    }
    spans.push(optionSpan(frame, at, length, names[kind] ?? `option ${kind}`, rfc));
    at += length;
  }
  return spans;
}

function optionSpan(frame: Uint8Array, at: number, length: number, name: string, rfc: string): Span {
  const end = at + length;
  const children = [
    leaf('kind', at, at + 1, String(frame[at]!), 'which option', rfc),
    leaf('length', at + 1, at + 2, String(length), 'of the whole option, in octets', rfc),
  ];
  const value = frame.subarray(at + 2, end);
  const text =
    value.length > 4 ? printHex(value) : String(value.reduce((sum, octet) => sum * 256 + octet, 0));
  if (value.length > 0) children.push(leaf('value', at + 2, end, text, 'what the option says', rfc));
  return leaf(name, at, end, value.length > 0 ? text : '', 'an option', rfc, children);
}
