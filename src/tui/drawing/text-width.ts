/**
 * How many columns of a terminal a text takes, and texts cut, filled and wrapped to columns. Texts are printable already:
 * no controls and no joiners are left in them. The width is `string-width`'s, as Ink measures too: both must agree, or
 * a line is torn.
 */

import stringWidth from 'string-width';

/**
 * Letters that are one code unit and one column each, so that most texts need not be measured: ASCII, Latin, and the
 * symbols that panes are drawn with.
 */
const PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\u024f\u2013-\u2026\u2190-\u2193\u2500-\u25ef\u2713\u2717]*$/;

const ELLIPSIS = '…';

export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return stringWidth(text);
}

/** The text in at most that many columns; what is cut off shows as an ellipsis. */
export function truncate(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  if (columns <= 0) return '';
  return head(text, columns - 1) + ELLIPSIS;
}

/** The text in exactly that many columns, filled with spaces on the right. */
export function padEnd(text: string, columns: number): string {
  const cut = truncate(text, columns);
  return cut + ' '.repeat(Math.max(0, columns - displayWidth(cut)));
}

export function padStart(text: string, columns: number): string {
  const cut = truncate(text, columns);
  return ' '.repeat(Math.max(0, columns - displayWidth(cut))) + cut;
}

/** The end of a text that fits, for a line that is being typed. */
export function tail(text: string, columns: number): string {
  const characters = graphemes(text);
  let width = 0;
  let from = characters.length;
  while (from > 0 && width + displayWidth(characters[from - 1]!) <= columns) {
    from--;
    width += displayWidth(characters[from]!);
  }
  return characters.slice(from).join('');
}

/** Breaks a text at spaces into lines of at most that many columns; a longer word is broken where it must. */
export function wrap(text: string, columns: number): string[] {
  const width = Math.max(2, columns);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (displayWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (displayWidth(line) > width) {
      // Whatever is wider than the whole line is broken all the same, or there is no end.
      const start = head(line, width) || graphemes(line)[0]!;
      lines.push(start);
      line = line.slice(start.length);
    }
  }
  return [...lines, line];
}

function head(text: string, columns: number): string {
  if (PLAIN.test(text)) return text.slice(0, columns);
  const characters = graphemes(text);
  let width = 0;
  let to = 0;
  while (to < characters.length && width + displayWidth(characters[to]!) <= columns) {
    width += displayWidth(characters[to]!);
    to++;
  }
  return characters.slice(0, to).join('');
}

/** What is shown in one place, with its marks: a cut never goes through it, but for clusters too wide for any place. */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split('');
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment).flatMap((segment) =>
    displayWidth(segment) <= WIDEST_COLUMNS ? [segment] : Array.from(segment),
  );
}

const WIDEST_COLUMNS = 2;

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });
