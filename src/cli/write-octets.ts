/**
 * Octets that are no text, to a file or to a pipe. A terminal is spared them.
 */

import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-whole.ts';

/** Throws UsageError. */
export async function writeOctets(octets: Uint8Array, path: string | undefined): Promise<void> {
  if (path !== undefined) return writeWhole(octets, path);
  if (process.stdout.isTTY)
    throw new UsageError('these octets are not for a terminal: use -o FILE or a pipe');
  return new Promise((done) => void process.stdout.write(octets, () => done()));
}
