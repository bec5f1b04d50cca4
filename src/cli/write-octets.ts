/**
 * Octets that are no text, to a file or to a pipe. A terminal is spared them.
 */

import { rename, rm, writeFile } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

/** Throws UsageError. A file appears whole or not at all. */
export async function writeOctets(octets: Uint8Array, path: string | undefined): Promise<void> {
  if (path !== undefined) return writeWhole(octets, path);
  if (process.stdout.isTTY)
    throw new UsageError('these octets are not for a terminal: use -o FILE or a pipe');
  return new Promise((done) => void process.stdout.write(octets, () => done()));
}

async function writeWhole(octets: Uint8Array, path: string): Promise<void> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    await writeFile(unfinished, octets);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new UsageError(
      `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
