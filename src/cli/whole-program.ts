/**
 * The program with all its commands.
 */

import { main } from './main.ts';
import { programFor } from './program.ts';

export function wholeProgram(words: readonly string[]): Promise<void> {
  return main(words, programFor);
}
