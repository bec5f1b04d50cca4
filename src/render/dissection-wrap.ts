/**
 * Text broken into lines of at most so many characters, at spaces where there are any. Nothing is left out.
 */

export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = '';
    }
    let rest = line === '' ? word : `${line} ${word}`;
    while (rest.length > columns) {
      const cut = cutBefore(rest, columns);
      lines.push(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    line = rest;
  }
  return [...lines, line];
}

/** Not in the middle of a character of two code units. */
function cutBefore(text: string, columns: number): number {
  const code = text.charCodeAt(columns - 1);
  return code >= 0xd800 && code < 0xdc00 && columns > 1 ? columns - 1 : columns;
}
