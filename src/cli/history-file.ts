/**
 * What was asked for in the explorer, from run to run: a text a line, the newest last, in the folder that the XDG Base
 * Directory Specification names for state. It is a convenience: where it cannot be read or written nothing is said, and
 * what is there stays as it is.
 */

import { existsSync } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { HistoryPort } from '../tui/explorer-options.ts';
import { writeWhole } from './write-whole.ts';

export function historyPath(environment: NodeJS.ProcessEnv): string {
  const named = environment['XDG_STATE_HOME'] ?? '';
  // The specification: a relative path is invalid and to be ignored.
  const folder = isAbsolute(named) ? named : join(environment['HOME'] || homedir(), '.local', 'state');
  return join(folder, 'rootwalk', 'history');
}

export interface History extends HistoryPort {
  /** Resolves when all is written that can be. */
  settled(): Promise<void>;
}

/** Never throws. */
export async function historyIn(path: string): Promise<History> {
  const lines = (await readLines(path)) ?? [];
  let written = Promise.resolve();
  return {
    texts: lines.toReversed(),
    remember: (text) => {
      written = written.then(() => append(path, text));
    },
    settled: () => written,
  };
}

const MOST_LINES = 200;
const MOST_CHARACTERS = 1200;
const MOST_OCTETS = 1024 * 1024;

/** Read anew each time: another explorer may have written meanwhile. */
async function append(path: string, text: string): Promise<void> {
  if (!isLine(text)) return;
  try {
    const lines = await readLines(path);
    if (!lines) return;
    const kept = [...lines.filter((line) => line !== text), text].slice(-MOST_LINES);
    await makeFolder(dirname(path));
    await writeWhole(new TextEncoder().encode(kept.map((line) => `${line}\n`).join('')), path, 0o600);
  } catch {
    // Nobody is to be kept from walking by this.
  }
}

/** Never a folder of the root: whoever has `/nonexistent` for a home is to have none. */
async function makeFolder(folder: string): Promise<void> {
  let above = folder;
  while (!existsSync(above)) above = dirname(above);
  if (above === dirname(above)) throw new Error(`nothing of ${folder} is there`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Undefined where there is something that cannot be read, or is no history. */
async function readLines(path: string): Promise<readonly string[] | undefined> {
  try {
    const { size } = await stat(path);
    if (size > MOST_OCTETS) return undefined;
    const lines = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)).split('\n');
    return [...new Set(lines.filter(isLine).toReversed())].toReversed().slice(-MOST_LINES);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : undefined;
  }
}

/** The file may have been edited: what could not have been typed is passed over. */
function isLine(text: string): boolean {
  return text.trim() !== '' && text.length <= MOST_CHARACTERS && !/\p{Cc}/u.test(text);
}
