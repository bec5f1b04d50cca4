/**
 * Text broken into lines at spaces.
 */

/** Lines of at most `width` characters; a word that is longer stands on a line of its own. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The same for octets: spaces between them, and a long run cut where it must be. */
export function wrappedHex(hex: string, width: number): string[] {
  return wrapped(hex.replaceAll(/(..)(?=.)/g, '$1 '), width);
}
