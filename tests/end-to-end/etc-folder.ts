/**
 * Runs a shell in a network namespace with other files in the place of all of /etc: unlike /etc/netns, this can also
 * take files away, and put in their place what is no file.
 */

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface EtcCommand {
  readonly script: string;
  /** `$0`, `$1` … of the script. */
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const MAXIMUM_MS = 30_000;

/** `files` by their names; what the script prints, whatever its status is. */
export async function runWithEtc(
  namespace: string,
  files: Readonly<Record<string, string>>,
  { script, words, environment }: EtcCommand,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rootwalk-etc-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, 'latin1');
    const env = { PATH: process.env['PATH'], LC_ALL: 'C', ETC: folder, ...environment };
    const whole = `mount -t tmpfs none /etc && cp -R "$ETC"/. /etc/ || exit 9\n${script}\ntrue`;
    const command = ['netns', 'exec', namespace, 'sh', '-c', whole, ...words];
    const limits = { timeout: MAXIMUM_MS, killSignal: 'SIGKILL', maxBuffer: 2 ** 26 } as const;
    return (await promisify(execFile)('ip', command, { env, ...limits })).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
