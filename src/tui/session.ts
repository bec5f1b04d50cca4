/**
 * The port between the explorer and what it explores: a walk, this computer's answer, and the comparison of
 * the two. The command line implements it with the network or a lab; a saved trace can implement it from a
 * file.
 */

import type { Comparison } from '../compare/comparison.ts';
import type { Ending, WalkEvent } from '../resolver/events.ts';
import type { SystemAnswer } from '../system/system-answer.ts';

/** A walk on its way. */
export interface StartedWalk {
  readonly events: AsyncIterable<WalkEvent>;
  readonly system: Promise<SystemAnswer>;
  /** May ask more, to tell causes apart. */
  compare(ending: Ending, system: SystemAnswer): Promise<Comparison>;
}

/** Why a text is no name or no type: one plain sentence. */
interface RefusedWalk {
  readonly error: string;
}

export interface ExplorerSession {
  /** Starts walking for a name and a type as typed. `signal` is aborted when nobody wants to know any more. */
  start(name: string, type: string, signal: AbortSignal): StartedWalk | RefusedWalk;
}
