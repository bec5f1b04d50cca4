/**
 * A row of the table of services as lines: four cells, and what is behind the host, on the same line where there is room and
 * below it where there is none.
 */

import { wrapped } from '../dissection-wrap.ts';
import type { Paint } from '../style.ts';

export interface ServiceRow {
  /** Service, port, what leads there, host. */
  readonly cells: readonly [string, string, string, string];
  /** Parts that stay whole where they can. */
  readonly behind: readonly string[];
  readonly paint: Paint;
}

export const INDENT = 3;
const GAP = 2;
/** What did not fit stands a little deeper than the column it begins under. */
const DEEPER = 2;

export function columnWidths(rows: readonly (readonly string[])[]): number[] {
  return [0, 1, 2, 3].map((at) => Math.max(...rows.map((cells) => cells[at]!.length)));
}

export function rowLines(
  { cells, behind, paint }: ServiceRow,
  widths: readonly number[],
  width: number,
): string[] {
  // Without a host, the words stand in its place.
  const shown = cells[3] === '' ? cells.slice(0, 3) : cells;
  const lead = ' '.repeat(INDENT) + shown.map((cell, at) => cell.padEnd(widths[at]! + GAP)).join('');
  const text = behind.join(', ');
  if (lead.length + text.length <= width) return [paint((lead + text).trimEnd())];
  const deep = INDENT + widths[0]! + GAP + DEEPER;
  return [lead.trimEnd(), ...packed(behind, width - deep).map((line) => ' '.repeat(deep) + line)].map(paint);
}

/** As many parts on a line as fit; only a part that is too long for a whole line is broken. */
function packed(parts: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const [at, part] of parts.entries()) {
    const text = at < parts.length - 1 ? `${part},` : part;
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + text.length <= columns)
      lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(...wrapped(text, columns));
  }
  return lines;
}
