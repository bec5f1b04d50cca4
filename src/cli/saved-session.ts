/**
 * A saved trace as a session of the explorer: what was saved is told at once, and nothing is asked.
 */

import type { WalkEvent } from '../resolver/events.ts';
import type { SavedTrace } from '../render/saved-trace.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import type { ExplorerSession, StartedWalk } from '../tui/session.ts';
import { NO_SYSTEM } from '../lookup/trace-run.ts';

export function savedSession(saved: SavedTrace): ExplorerSession {
  return {
    closed: 'This is a saved trace: nothing is asked. rootwalk NAME walks anew.',
    start: async () => replayOf(saved),
  };
}

function replayOf({ events, trace: { system, comparison } }: SavedTrace): StartedWalk {
  if (!system) return { events: replayed(events, () => undefined), ...NO_SYSTEM };
  const told = Promise.withResolvers<SystemAnswer>();
  return {
    events: replayed(events, () => told.resolve(system)),
    system: told.promise,
    compare: async () => comparison ?? { verdict: 'unavailable', findings: [] },
  };
}

/** The computer's answer is told after the events: there it stands in a saved trace, which does not say when it came. */
async function* replayed(events: readonly WalkEvent[], whenTold: () => void): AsyncGenerator<WalkEvent> {
  try {
    yield* events;
  } finally {
    whenTold();
  }
}
