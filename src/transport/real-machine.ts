/**
 * The clock and the chance of the machine itself.
 */

import type { Chance, Clock } from './clock-and-chance.ts';
import { randomBelow } from './random-below.ts';

export const realClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal?.addEventListener('abort', done, { once: true });
    }),
};

export const realChance: Chance = { integer: randomBelow };
