/**
 * The member `cost` of the trace document: what the walk spent, and the chain of exchanges that its time went into.
 */

import { pathCost, type PathCost } from '../resolver/critical-path.ts';
import type { Cost, Hop } from '../resolver/events.ts';
import { roundedCost, roundedMs } from './rounded-times.ts';

/** Members may be added, never changed or taken away. Documents of earlier versions have those of `Cost` alone. */
type CostJson = Cost & PathCost;

export function costJson(hops: readonly Hop[], cost: Cost): CostJson {
  const { criticalPath, answerMs, lostMs, byPurpose } = pathCost(hops, cost);
  return {
    ...roundedCost(cost),
    answerMs: roundedMs(answerMs),
    lostMs: roundedMs(lostMs),
    byPurpose,
    criticalPath: criticalPath.map(({ hop, ms, endedBy }) => ({ hop, ms: roundedMs(ms), endedBy })),
  };
}
