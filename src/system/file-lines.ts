/**
 * The lines of a configuration file as a C program sees them: a NUL octet ends what can be read of a line.
 */

export interface FileLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  /** False only for a last line without a newline, which some parsers of the C library ignore. */
  readonly terminated: boolean;
}

export function* linesOf(file: string): Generator<FileLine> {
  let number = 1;
  for (let start = 0; start < file.length; number++) {
    const newline = file.indexOf('\n', start);
    const end = newline < 0 ? file.length : newline;
    const line = file.slice(start, end);
    const nul = line.indexOf('\0');
    yield { number, text: nul < 0 ? line : line.slice(0, nul), terminated: newline >= 0 };
    start = end + 1;
  }
}

/** The lines in which a global pattern is found, each once. Lines in between are counted, not read. */
export function* linesHolding(file: string, pattern: RegExp): Generator<FileLine> {
  let number = 1;
  let counted = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(file); match; match = pattern.exec(file)) {
    const start = file.lastIndexOf('\n', match.index) + 1;
    for (let at = file.indexOf('\n', counted); at >= 0 && at < start; at = file.indexOf('\n', at + 1)) {
      number++;
      counted = at + 1;
    }
    const newline = file.indexOf('\n', match.index);
    const end = newline < 0 ? file.length : newline;
    const [line] = linesOf(file.slice(start, end));
    yield { number, text: line?.text ?? '', terminated: newline >= 0 };
    pattern.lastIndex = end + 1;
  }
}

const MAXIMUM_EXCERPT = 200;

/** A line fit to be shown: without control characters, and not longer than a few lines of a screen. */
export function excerptOf(line: string): string {
  const cut = line.length > MAXIMUM_EXCERPT ? `${line.slice(0, MAXIMUM_EXCERPT)}…` : line;
  const spaced = cut.replace(/[\t\v\f\r]+/g, ' ').trim();
  // Also the C1 controls, and the characters that turn the direction of text around.
  return spaced.replace(/[\p{Cc}\p{Cf}]/gu, (control) => `\\u{${control.codePointAt(0)!.toString(16)}}`);
}

/** What isspace() of the C library counts as white space, for use in character classes. */
export const C_SPACE = ' \\t\\n\\v\\f\\r';
