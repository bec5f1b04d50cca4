/**
 * `node tests/terminal/record-walks.ts`: walks in lab worlds, saved as `trace --format ndjson` writes them, for the golden
 * screens. They are saved because the times of a walk differ from run to run; what is opened shows the same each time.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../fixtures/walks/', import.meta.url));

/** By the name of the file, what `trace` is asked. */
const WALKS: Readonly<Record<string, readonly string[]>> = {
  answer: ['www.example.org', '--lab'],
  alias: ['shop.example.com', '--lab'],
  'failing-delegation': ['www.shop.test', '--lab=glueless-cycle'],
  'no-such-name': ['nope.example.com', '--lab'],
  differs: ['www.example.net', '--lab=hosts-file'],
  survey: ['www.shop.test', '--lab=serial-drift', '--all'],
};

mkdirSync(FOLDER, { recursive: true });
for (const [name, words] of Object.entries(WALKS)) {
  const command = ['dist/rootwalk.js', 'trace', ...words, '-f', 'ndjson', '-o', `${FOLDER}${name}.ndjson`];
  try {
    execFileSync(process.execPath, command, { stdio: 'inherit' });
  } catch (error) {
    // The walk ended, but not with an answer.
    if (!(error instanceof Error && 'status' in error && (error.status === 3 || error.status === 5)))
      throw error;
  }
}
