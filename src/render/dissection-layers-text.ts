/**
 * The five layers around a message as text: what each is for, its headers field by field, and what its checksums say.
 * Offsets count from the first octet of the frame.
 */

import type { Check, Layer } from '../capture/layer.ts';
import { printable } from '../message/printable-text.ts';
import type { Span } from '../message/spans.ts';
import { hexOffset } from './dissection-rows.ts';
import { wrapped } from './dissection-wrap.ts';
import type { Style } from './style.ts';

export function layersText(layers: readonly Layer[], style: Style, columns: number): string[] {
  const lines = [`${style.bold('Layers')}  ${style.dim('(offsets from the first octet of the frame)')}`];
  for (const { name, protocol, means, spans, checks } of layers) {
    lines.push(style.bold(`${name}: ${printable(protocol)}`));
    lines.push(...wrapped(printable(means), columns - 2).map((line) => style.dim(`  ${line}`)));
    for (const span of spans) lines.push(...spanLines(span, 1, style, columns));
    for (const check of checks) lines.push(...checkLines(check, style, columns));
  }
  return lines;
}

function spanLines(span: Span, depth: number, style: Style, columns: number): string[] {
  const { start, end, bits, label, value, means, children } = span;
  const octets = end - start > 1 ? `${hexOffset(start)}–${hexOffset(end - 1)}` : hexOffset(start);
  const place = bits ? `bit${bits[0] === bits[1] ? ` ${bits[0]}` : `s ${bits.join('–')}`}` : octets;
  const head = `${'  '.repeat(depth)}${place.padEnd(14)}${printable(label).padEnd(18)} `;
  const text = [printable(value), printable(means)].filter(Boolean).join('  ');
  const hang = Math.min(head.length, Math.floor(columns / 2));
  const [first = '', ...more] = wrapped(text, Math.max(20, columns - hang));
  const own = head.length > hang ? [head.trimEnd(), ' '.repeat(hang) + first] : [`${head}${first}`.trimEnd()];
  void style;
  return [
    ...own,
    ...more.map((line) => ' '.repeat(hang) + line),
    ...children.flatMap((child) => spanLines(child, depth + 1, style, columns)),
  ];
}

function checkLines({ label, verdict, message }: Check, style: Style, columns: number): string[] {
  const paint = verdict === 'right' ? style.good : verdict === 'wrong' ? style.bad : style.warn;
  const text = verdict === message ? `${label}: ${verdict}` : `${label}: ${message}`;
  return wrapped(printable(text), columns - 2).map((line) => paint(`  ${line}`));
}
