/**
 * Begins one walk and listens to it: tells its events, this computer's answer and the comparison, in whatever order they
 * come.
 */

import type { Ending, WalkEvent } from '../resolver/events.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import type { Action } from './reducer.ts';
import type { ExplorerSession, StartedWalk, WalkRequest } from './session.ts';

/** Undefined where the walk was given up before it began: then nobody cares how that went. */
export async function begunWalk(
  session: ExplorerSession,
  request: WalkRequest,
  signal: AbortSignal,
): Promise<Awaited<ReturnType<ExplorerSession['start']>> | undefined> {
  try {
    const started = await session.start(request, signal);
    return signal.aborted ? undefined : started;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/** Resolves when all is told. Rejects with what the session throws, unless the walk was given up. */
export async function followWalk(
  started: StartedWalk,
  serial: number,
  signal: AbortSignal,
  dispatch: (action: Action) => void,
): Promise<void> {
  try {
    const [ending, answer] = await Promise.all([
      followEvents(started.events, (event) => dispatch({ type: 'event', serial, event })),
      followSystem(started.system, (system) => dispatch({ type: 'system', serial, answer: system })),
    ]);
    dispatch({ type: 'over', serial });
    if (!ending || ending.reason === 'interrupted') return;
    await Promise.all([
      started
        .compare(ending, answer)
        .then((comparison) => dispatch({ type: 'compared', serial, comparison })),
      started.compareResolvers?.(ending).then((voices) => dispatch({ type: 'resolvers', serial, voices })),
    ]);
  } catch (error) {
    // Whoever is interrupted may well say so by throwing.
    if (!signal.aborted) throw error;
    dispatch({ type: 'over', serial });
  }
}

async function followEvents(
  events: AsyncIterable<WalkEvent>,
  tell: (event: WalkEvent) => void,
): Promise<Ending | undefined> {
  let ending: Ending | undefined;
  for await (const event of events) {
    tell(event);
    if (event.type === 'end') ending = event.ending;
  }
  return ending;
}

async function followSystem(
  system: Promise<SystemAnswer>,
  tell: (answer: SystemAnswer) => void,
): Promise<SystemAnswer> {
  const answer = await system;
  tell(answer);
  return answer;
}
