/**
 * What the person at the keyboard can mend: one line that says what is wrong and what to do. Exit status 2.
 */

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A signal came before there was anything to show. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}

export { nearest } from '../message/nearest-word.ts';
