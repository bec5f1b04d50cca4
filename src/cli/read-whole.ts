/**
 * A whole file, or stdin for `-`, up to a limit: what never ends, such as a device, is not read for ever.
 */

import { createReadStream } from 'node:fs';
import { addAbortSignal } from 'node:stream';
import { troubleOf } from './trouble.ts';
import { InterruptedError, UsageError } from './usage-error.ts';

const MEBIBYTE = 1024 * 1024;

/** Throws UsageError, and InterruptedError where the signal comes first. */
export async function readWhole(
  path: string,
  largestMebibytes: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  if (path === '') throw new UsageError('a file is wanted, and an empty text names none');
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    const source = path === '-' ? process.stdin : createReadStream(path);
    for await (const piece of signal ? addAbortSignal(signal, source) : source) {
      pieces.push(piece as Buffer);
      length += (piece as Buffer).length;
      if (length > largestMebibytes * MEBIBYTE) break;
    }
  } catch (error) {
    if (signal?.aborted) throw new InterruptedError();
    throw new UsageError(`${nameOfInput(path)} cannot be read: ${troubleOf(error)}`);
  }
  if (length > largestMebibytes * MEBIBYTE)
    throw new UsageError(`${nameOfInput(path)} is too large: more than ${largestMebibytes} MiB`);
  return new Uint8Array(Buffer.concat(pieces));
}

export function nameOfInput(path: string): string {
  return path === '-' ? 'stdin' : path;
}
