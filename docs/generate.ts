/**
 * Writes the documents of this folder that come from the tables; with `--check` it only says which of them are not what
 * the tables say, and ends with status 1.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents, GENERATE_COMMAND } from '../src/explain/documents.ts';
import { apiDocument } from './api-document.ts';
import { manDocument } from './man-document.ts';
import { keysDocument } from '../src/tui/keys/keys-document.ts';

const isCheck = process.argv.includes('--check');
const outdated = [...documents(), keysDocument(), apiDocument(), manDocument()].filter(({ file, text }) => {
  const path = join(import.meta.dirname, file);
  if (current(path) === text) return false;
  if (!isCheck) writeFileSync(path, text);
  return true;
});
for (const { file } of outdated)
  process.stdout.write(`docs/${file} ${isCheck ? 'is out of date' : 'written'}\n`);
if (isCheck && outdated.length > 0) {
  process.stdout.write(`run: ${GENERATE_COMMAND}\n`);
  process.exitCode = 1;
}

function current(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
