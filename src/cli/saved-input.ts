/**
 * A saved trace from a file or stdin. Whatever is wrong with it is one line with the name of the file.
 */

import { createReadStream } from 'node:fs';
import { MessageJsonError } from '../message/json-place.ts';
import { savedTrace, type SavedTrace } from '../render/saved-trace.ts';
import { troubleOf } from './trouble.ts';
import { UsageError } from './usage-error.ts';

/** A run has some kilobytes, seldom some megabytes; what never ends, such as a device, is not read for ever. */
const LARGEST_OCTETS = 256 * 1024 * 1024;
const LONGEST_COMPLAINT = 400;

/** Throws UsageError. */
export async function savedInput(path: string): Promise<SavedTrace> {
  const name = nameOfInput(path);
  const text = new TextDecoder().decode(await wholeInput(path, name));
  try {
    return savedTrace(text);
  } catch (error) {
    if (!(error instanceof MessageJsonError)) throw error;
    const { message } = error;
    const clipped = message.length > LONGEST_COMPLAINT ? `${message.slice(0, LONGEST_COMPLAINT)}…` : message;
    throw new UsageError(`${name}: ${clipped}`);
  }
}

export function nameOfInput(path: string): string {
  return path === '-' ? 'stdin' : path;
}

async function wholeInput(path: string, name: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of path === '-' ? process.stdin : createReadStream(path)) {
      pieces.push(piece as Buffer);
      length += (piece as Buffer).length;
      if (length > LARGEST_OCTETS) throw new UsageError(`${name} is far too large for a saved trace`);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${name} cannot be read: ${troubleOf(error)}`);
  }
  return Buffer.concat(pieces);
}
