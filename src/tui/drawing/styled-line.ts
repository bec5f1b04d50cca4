/**
 * Lines of the screen as data: pieces of printable text with a tone, which never says what the words do not. Colours
 * and symbols are chosen where a line is painted, from the tables in themes.ts and symbols.ts.
 */

import { printable } from '../../message/printable-text.ts';
import type { Look } from './look.ts';
import { inAscii } from './symbols.ts';
import { THEMES, type Theme } from './themes.ts';
import { displayWidth, padEnd, truncate, wrap } from './text-width.ts';

export type Tone = 'plain' | 'strong' | 'dim' | 'good' | 'warning' | 'bad' | 'accent' | 'chosen';

export interface Span {
  readonly text: string;
  readonly tone: Tone;
  /** Which entry of the pane's list a click here chooses: see `picking`. */
  readonly picks?: number;
  /** The click does that to the entry. */
  readonly does?: ClickEffect;
}

/** To choose it; or to show what is folded under it. */
export type ClickEffect = 'choose' | 'unfold';

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
    if (width >= left) return [...kept, { ...piece, text: truncate(`${piece.text}  `, left) }];
    kept.push(piece);
    left -= width;
  }
  return kept;
}

/** The same line all in one tone. */
export function retoned(line: Line, tone: Tone): Line {
  const picking = line.find((piece) => piece.picks !== undefined);
  const text = line.map((piece) => piece.text).join('');
  return [{ ...picking, text, tone }];
}

/** The line as one that stands for an entry of a list. */
export function picking(line: Line, entry: number, does: ClickEffect = 'choose'): Line {
  return line.map((piece) => ({ ...piece, picks: entry, does }));
}

export function clickEffectOf(line: Line): ClickEffect {
  return line.find((piece) => piece.does !== undefined)?.does ?? 'choose';
}

/** The entry that the line stands for in that column, or null. */
export function pickedAt(line: Line, column: number): number | null {
  let from = 0;
  let picked: number | null = null;
  for (const { text, picks } of line) {
    if (column < from) break;
    picked = picks ?? picked;
    from += displayWidth(text);
  }
  return picked;
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

/** The line as text for the terminal; `false`: only what it says. */
export function paint(line: Line, look: Look | false): string {
  if (!look) return line.map(({ text }) => text).join('');
  const theme: Theme = THEMES[look.theme];
  return line
    .map(({ text, tone }) => {
      const shown = look.symbols === 'ascii' ? inAscii(text) : text;
      const graphics = theme[tone];
      return graphics ? `\x1b[${graphics[0]}m${shown}\x1b[${graphics[1]}m` : shown;
    })
    .join('');
}
