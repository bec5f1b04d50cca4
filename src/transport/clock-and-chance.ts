/**
 * Time and chance as ports, so that whatever depends on them can be replayed.
 */

export interface Clock {
  /** Milliseconds that only go forward. */
  now(): number;
  /** Resolves after that long, or as soon as the signal aborts; never rejects. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export interface Chance {
  /** A random whole number from 0 to `below` − 1, not to be guessed from outside. */
  integer(below: number): number;
}
