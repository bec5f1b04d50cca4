/**
 * Times as every output shows them. Rounded where a walk is gathered, so that a saved trace prints what the live one did.
 */

import type { Cost, Hop, Survey } from '../resolver/events.ts';
import type { SystemAnswer } from '../system/system-answer.ts';

/** Thousandths of a millisecond are noise, and long numbers are hard to read. */
export function roundedMs(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}

export function withRoundedTimes(hop: Hop): Hop {
  return {
    ...hop,
    startMs: roundedMs(hop.startMs),
    rttMs: hop.rttMs === null ? null : roundedMs(hop.rttMs),
    elapsedMs: roundedMs(hop.elapsedMs),
  };
}

export function withRoundedRows<T extends Survey>(survey: T): T {
  const rows = survey.rows.map((row) => ({
    ...row,
    rttMs: row.rttMs === null ? null : roundedMs(row.rttMs),
  }));
  return { ...survey, rows };
}

export function withRoundedSystem(system: SystemAnswer): SystemAnswer {
  const { servers, library, elapsedMs } = system;
  return {
    ...system,
    elapsedMs: roundedMs(elapsedMs),
    ...(servers ? { servers: servers.map((each) => ({ ...each, rttMs: roundedMs(each.rttMs) })) } : {}),
    ...(library ? { library: { ...library, elapsedMs: roundedMs(library.elapsedMs) } } : {}),
  };
}

export function roundedCost(cost: Cost): Cost {
  return { ...cost, elapsedMs: roundedMs(cost.elapsedMs) };
}
