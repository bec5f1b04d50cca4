/**
 * Measures two functions in turn, many times, and compares their best rounds.
 */

export interface Result {
  readonly what: string;
  readonly against: string;
  /** How many times as fast as the other. */
  readonly ratio: number;
  readonly goal: string;
}

const ROUNDS = 15;
const ROUND_MS = 60;

/** How many times as fast `ours` is as `theirs`, by the best of interleaved rounds. */
export function speedRatio(ours: () => unknown, theirs: () => unknown): number {
  let bestOurs = Infinity;
  let bestTheirs = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    bestOurs = Math.min(bestOurs, nanosecondsPerCall(ours));
    bestTheirs = Math.min(bestTheirs, nanosecondsPerCall(theirs));
  }
  return bestTheirs / bestOurs;
}

function nanosecondsPerCall(call: () => unknown): number {
  const end = performance.now() + ROUND_MS;
  const started = process.hrtime.bigint();
  let calls = 0;
  do {
    for (let i = 0; i < 100; i++) call();
    calls += 100;
  } while (performance.now() < end);
  return Number(process.hrtime.bigint() - started) / calls;
}

/** The value that so many of a hundred do not exceed. */
export function percentile(values: readonly number[], hundredths: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * hundredths) / 100))]!;
}
