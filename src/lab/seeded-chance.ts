/**
 * Chance that goes the same way every time (mulberry32): a lab world tells its story to everybody alike.
 */

import type { Chance } from '../transport/clock-and-chance.ts';

export function seededChance(seed: number): Chance {
  let state = seed;
  return {
    integer: (below) => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
    },
  };
}
