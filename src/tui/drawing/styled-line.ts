/**
 * Lines of the screen as data: pieces of printable text with a tone. Colours are chosen here and nowhere
 * else, and a tone never says what the words do not.
 */

import { printable } from '../../message/printable-text.ts';
import { displayWidth, padEnd, truncate, wrap } from './text-width.ts';

export type Tone = 'plain' | 'strong' | 'dim' | 'good' | 'warning' | 'bad' | 'accent' | 'chosen';

export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

export type Line = readonly Span[];

/** The only way to make a piece of a line, so that nothing unescaped gets into one. */
export function span(text: string, tone: Tone = 'plain'): Span {
  return { text: printable(text), tone };
}

export function lineOf(text: string, tone: Tone = 'plain'): Line {
  return [span(text, tone)];
}

export const EMPTY_LINE: Line = [];

export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + displayWidth(text), 0);
}

/** The line in exactly that many columns: cut with an ellipsis, or filled with spaces. */
export function fitLine(line: Line, columns: number): Line {
  const cut = cutLine(line, columns);
  return [...cut, span(' '.repeat(columns - lineWidth(cut)))];
}

/** The line in at most that many columns. */
export function cutLine(line: Line, columns: number): Line {
  if (lineWidth(line) <= columns) return line;
  const kept: Span[] = [];
  let left = columns;
  for (const piece of line) {
    const width = displayWidth(piece.text);
    // An ellipsis needs a column of its own, so a piece that ends exactly at the edge is cut as well.
    if (width >= left) return [...kept, { text: truncate(`${piece.text}  `, left), tone: piece.tone }];
    kept.push(piece);
    left -= width;
  }
  return kept;
}

/** The same line all in one tone. */
export function retoned(line: Line, tone: Tone): Line {
  return [{ text: line.map(({ text }) => text).join(''), tone }];
}

/** A label in a column of its own with a text beside it, which wraps under itself. */
export function labelled(label: string, text: string, columns: number, tone: Tone = 'plain'): Line[] {
  return hanging(padEnd(label, LABEL_COLUMNS), text, columns, tone);
}

/** A first line that starts with `lead`; the lines that it wraps into are indented as far. */
export function hanging(lead: string, text: string, columns: number, tone: Tone = 'plain'): Line[] {
  const indent = displayWidth(printable(lead));
  const pieces = wrap(printable(text), columns - indent);
  return pieces.map((piece, i) => [span(i === 0 ? lead : ' '.repeat(indent), 'dim'), { text: piece, tone }]);
}

const LABEL_COLUMNS = 9;

/** Select Graphic Rendition parameters (ECMA-48 8.3.117): on, off. */
const GRAPHICS: Readonly<Record<Tone, readonly [on: string, off: string] | null>> = {
  plain: null,
  strong: ['1', '22'],
  dim: ['2', '22'],
  good: ['32', '39'],
  warning: ['33', '39'],
  bad: ['31', '39'],
  accent: ['36', '39'],
  chosen: ['7', '27'],
};

/** The line as text for the terminal, with colours only where they are wanted. */
export function paint(line: Line, color: boolean): string {
  return line
    .map(({ text, tone }) => {
      const graphics = color ? GRAPHICS[tone] : null;
      return graphics ? `\x1b[${graphics[0]}m${text}\x1b[${graphics[1]}m` : text;
    })
    .join('');
}
