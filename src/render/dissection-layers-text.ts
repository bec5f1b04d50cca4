/**
 * The five layers around a message as text: what each is for, its headers field by field, and what its checksums say.
 * Offsets count from the first octet of the frame.
 */

import type { Check } from '../capture/layer.ts';
import { printable } from '../message/printable-text.ts';
import type { FrameLayers } from './dissection.ts';
import { columnsFor, linesOfRow } from './dissection-row-lines.ts';
import { rowsOf } from './dissection-rows.ts';
import { wrapped } from './dissection-wrap.ts';
import type { Style } from './style.ts';

export function layersText({ layers, frame, isBuilt }: FrameLayers, style: Style, columns: number): string[] {
  const widths = columnsFor(columns, frame.length);
  const about = isBuilt ? 'built around the message; ' : '';
  const lines = [
    `${style.bold('Layers')}  ${style.dim(`(${about}offsets from the first octet of the frame)`)}`,
  ];
  for (const { name, protocol, means, spans, checks } of layers) {
    lines.push('', style.bold(`${name}: ${printable(protocol)}`));
    lines.push(...wrapped(printable(means), columns - 2).map((line) => style.dim(`  ${line}`)));
    // The octets of the application layer are the message, which stands above.
    const octets = name === 'application' ? NOT_AGAIN : frame;
    for (const row of rowsOf(spans, octets)) {
      const isSaid = means.startsWith(row.means);
      lines.push(...linesOfRow(isSaid ? { ...row, means: '' } : row, style, widths));
    }
    for (const check of checks) lines.push(...checkLines(check, style, columns));
  }
  return lines;
}

const NOT_AGAIN = new Uint8Array();

function checkLines({ label, verdict, message }: Check, style: Style, columns: number): string[] {
  const paint = verdict === 'right' ? style.good : verdict === 'wrong' ? style.bad : style.warn;
  const text = `${label}: ${message.startsWith(verdict) ? '' : `${verdict}, `}${message}`;
  return wrapped(printable(text), columns - 2).map((line) => paint(`  ${line}`));
}
