/**
 * The help of the program as the build has prepared it, for lines of 80 columns: what `program.ts` would say, and there
 * long before the commands would be.
 */

declare const ROOTWALK_HELP: string;

const STDOUT = 1;
const COLUMNS = 80;

export function asksForHelp(words: readonly string[]): boolean {
  return words.length === 1 && (words[0] === '--help' || words[0] === '-h');
}

/** False where it was not printed: the terminal is not that wide, or the output takes nothing now. */
export function printPreparedHelp(): boolean {
  const { fstatSync, writeSync } = process.getBuiltinModule('node:fs');
  try {
    // Whoever asks `process.stdout` loads it: only where it may be a terminal.
    if (fstatSync(STDOUT).isCharacterDevice() && (process.stdout.columns ?? COLUMNS) !== COLUMNS)
      return false;
    return writeSync(STDOUT, ROOTWALK_HELP) === Buffer.byteLength(ROOTWALK_HELP);
  } catch {
    // A reader that is gone, a full device: what is to be said of them is said in one place.
    return false;
  }
}
