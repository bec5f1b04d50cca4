/**
 * One run of the command: what ends it from outside, the status it will end with, and where it complains.
 */

import { EXIT } from './exit-status.ts';

export interface Invocation {
  /** Aborted by SIGINT, SIGTERM and SIGHUP; the reason is the exit status. */
  readonly signal: AbortSignal;
  status: number;
  /** One line on stderr. */
  complain(message: string): void;
}

/** The status of a run that a signal has ended. */
export function interruptedStatus({ signal: { reason } }: Pick<Invocation, 'signal'>): number {
  return typeof reason === 'number' ? reason : EXIT.interrupted;
}
