/**
 * The port between the explorer and what it explores: a walk, this computer's answer, and the comparison of
 * the two. The command line implements it with the network or a lab; a saved trace can implement it from a
 * file.
 */

import type { Comparison } from '../compare/comparison.ts';
import type { ResolverVoice } from '../render/compare.ts';
import type { Ending, WalkEvent } from '../resolver/events.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import type { WalkWishes } from './options/walk-wishes.ts';

/** A walk on its way. */
export interface StartedWalk {
  readonly events: AsyncIterable<WalkEvent>;
  readonly system: Promise<SystemAnswer>;
  /** Names that exist where it walks, as far as they are known beforehand. */
  readonly names?: readonly string[];
  /** May ask more, to tell causes apart. */
  compare(ending: Ending, system: SystemAnswer): Promise<Comparison>;
  /** The resolvers that were asked beside this computer, each with its own comparison. */
  compareResolvers?(ending: Ending): Promise<readonly ResolverVoice[]>;
}

/** Why a walk cannot be made: one plain sentence. */
interface RefusedWalk {
  readonly error: string;
}

/** What is to be walked for, as typed, and how and where. */
export interface WalkRequest {
  readonly name: string;
  readonly type: string;
  readonly wishes: WalkWishes;
  /** A lab world; null: the network that the session stands for. */
  readonly place: string | null;
}

/** A lab world, and the question that it is about. */
export interface PlaceEntry {
  readonly name: string;
  readonly title: string;
  readonly story: string;
  readonly question: { readonly name: string; readonly type: string };
}

export interface ExplorerSession {
  /** Starts walking. `signal` is aborted when nobody wants to know any more. */
  start(request: WalkRequest, signal: AbortSignal): Promise<StartedWalk | RefusedWalk>;
  /** The lab worlds that one can go to; absent where there are none. */
  worlds?(): Promise<readonly PlaceEntry[]>;
}
