/**
 * How many columns of a terminal a text takes, and texts cut, filled and wrapped to columns. Texts are
 * printable already: no controls and no joiners are left in them.
 */

const PLAIN = /^[\x20-\x7e]*$/;
const MARK = /^[\p{Mn}\p{Me}]$/u;
/** East Asian Wide and Fullwidth blocks, and emoji that are shown as pictures (Unicode TR 11). */
const WIDE_RANGES = [
  '\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97c\\uac00-\\ud7a3\\uf900-\\ufaff',
  '\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6',
  '\\u{16fe0}-\\u{1b2ff}\\u{1f200}-\\u{1f2ff}\\u{20000}-\\u{3fffd}',
].join('');
const WIDE = new RegExp(`^[\\p{Emoji_Presentation}${WIDE_RANGES}]$`, 'u');

const ELLIPSIS = '…';

export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += characterWidth(character);
  return columns;
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
  const characters = Array.from(text);
  let width = 0;
  let from = characters.length;
  while (from > 0 && width + characterWidth(characters[from - 1]!) <= columns) {
    from--;
    width += characterWidth(characters[from]!);
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
      const start = head(line, width);
      lines.push(start);
      line = line.slice(start.length);
    }
  }
  return [...lines, line];
}

function head(text: string, columns: number): string {
  if (PLAIN.test(text)) return text.slice(0, columns);
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns) break;
    kept += character;
  }
  return kept;
}

function characterWidth(character: string): number {
  if (MARK.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
