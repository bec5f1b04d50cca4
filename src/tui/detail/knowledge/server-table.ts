/**
 * Servers in columns: name, address, where that is from, and what is to be said of it.
 */

import { cutLine, span, type Line, type Tone } from '../../drawing/styled-line.ts';
import { displayWidth, padEnd } from '../../drawing/text-width.ts';

export interface ServerRow {
  readonly cells: readonly [name: string, address: string, source: string];
  readonly text: string;
  readonly tone: Tone;
  readonly isMarked?: boolean;
}

export function serverTable(rows: readonly ServerRow[], columns: number): Line[] {
  const widths = widthsOf(rows, columns);
  return rows.map(({ cells, text, tone, isMarked }) => {
    const places = cells.map((cell, i) => padEnd(cell, widths[i]!)).join('  ');
    return cutLine([span(`${isMarked ? '▸' : ' '} ${places}  `), span(text, tone)], columns);
  });
}

/** What became of a server is read whole: before that its name gives way, then its address. */
function widthsOf(rows: readonly ServerRow[], columns: number): number[] {
  const widest = (text: (row: ServerRow) => string): number =>
    rows.reduce((most, row) => Math.max(most, displayWidth(text(row))), 0);
  const [name, address, source] = [0, 1, 2].map((i) => widest(({ cells }) => cells[i]!)) as [
    number,
    number,
    number,
  ];
  const room = columns - INDENT_AND_GAPS - source - widest(({ text }) => text);
  const fittedName = Math.min(name, Math.max(LEAST_NAME, room - address));
  const fittedAddress = Math.min(address, Math.max(LEAST_ADDRESS, room - fittedName));
  return [fittedName, fittedAddress, source];
}

const INDENT_AND_GAPS = 2 + 3 * 2;
const LEAST_NAME = 12;
const LEAST_ADDRESS = 15;
