/**
 * The exit statuses, relied on by scripts: one for each kind of ending.
 */

import type { Ending } from '../resolver/events.ts';

export const EXIT = {
  answer: 0,
  bug: 1,
  usage: 2,
  nxdomain: 3,
  nodata: 4,
  failed: 5,
  noReply: 6,
  bogus: 7,
  expectation: 8,
  interrupted: 130,
  /** 128 and the number of the signal, as shells say it. */
  hungUp: 129,
  terminated: 143,
} as const;

export function exitStatusOf({ status, reason }: Ending): number {
  if (status !== 'failure') return EXIT[status];
  if (reason === 'no-reply') return EXIT.noReply;
  if (reason === 'bogus') return EXIT.bogus;
  return reason === 'interrupted' ? EXIT.interrupted : EXIT.failed;
}
