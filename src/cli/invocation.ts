/**
 * One run of the command: what ends it from outside, the status it will end with, and where it complains.
 */

export interface Invocation {
  /** Aborted by SIGINT and SIGTERM; the reason is the exit status. */
  readonly signal: AbortSignal;
  status: number;
  /** One line on stderr. */
  complain(message: string): void;
}
