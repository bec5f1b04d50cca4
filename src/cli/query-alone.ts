/**
 * `rootwalk query` by itself, for scripts that ask many times: built as one file in the old format (build.ts), which Node
 * has sooner than the modules that all commands share. The command is the same, and so is its line.
 */

import { addQueryCommand } from './commands/query.ts';
import { main } from './main.ts';
import { programHead } from './program-head.ts';
import { query } from './run-query.ts';

export function queryAlone(words: readonly string[]): Promise<void> {
  return main(words, (invocation) => {
    const program = programHead();
    addQueryCommand(program, invocation, async () => query);
    return program;
  });
}
