/**
 * A saved trace from a file or stdin. Whatever is wrong with it is one line with the name of the file.
 */

import { MessageJsonError } from '../message/json-place.ts';
import { savedTrace, type SavedTrace } from '../render/saved-trace.ts';
import { nameOfInput, readWhole } from './read-whole.ts';
import { UsageError } from './usage-error.ts';

/** A run has some kilobytes, seldom some megabytes. */
const LARGEST_MEBIBYTES = 256;
const LONGEST_COMPLAINT = 400;

/** Throws UsageError. */
export async function savedInput(path: string, signal: AbortSignal): Promise<SavedTrace> {
  const name = nameOfInput(path);
  const text = new TextDecoder().decode(await readWhole(path, LARGEST_MEBIBYTES, signal));
  try {
    return savedTrace(text);
  } catch (error) {
    if (!(error instanceof MessageJsonError)) throw error;
    const { message } = error;
    const clipped = message.length > LONGEST_COMPLAINT ? `${message.slice(0, LONGEST_COMPLAINT)}…` : message;
    throw new UsageError(`${name}: ${clipped}`);
  }
}
