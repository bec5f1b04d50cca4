/**
 * A file that appears whole or not at all: written beside its place, then renamed into it. A link stays a link, and what
 * is no plain file, such as a device or a pipe, is written to and not replaced.
 */

import { promises as files } from 'node:fs';
import { troubleOf } from './trouble.ts';
import { UsageError } from './usage-error.ts';

/** `newMode` is the mode of a file that was not there. Throws UsageError. */
export async function writeWhole(content: Uint8Array, path: string, newMode?: number): Promise<void> {
  if (path === '') throw new UsageError('-o wants the name of a file');
  try {
    const there = await files.stat(path).catch(() => undefined);
    if (there && !there.isFile()) await files.writeFile(path, content);
    else await replace(content, there ? await files.realpath(path) : path, there?.mode ?? newMode);
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${troubleOf(error)}`);
  }
}

/** The new file may be read by those who might read the old one. */
async function replace(content: Uint8Array, path: string, mode = 0o666): Promise<void> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    await files.writeFile(unfinished, content, { mode: mode & 0o777 });
    await files.rename(unfinished, path);
  } catch (error) {
    await files.rm(unfinished, { force: true });
    throw error;
  }
}
