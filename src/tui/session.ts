/**
 * The port between the explorer and what it explores: a walk, this computer's answer, and the comparison of
 * the two. The command line implements it with the network or a lab; a saved trace can implement it from a
 * file.
 */

import type { Comparison } from '../compare/comparison.ts';
import type { ResolverVoice } from '../render/compare.ts';
import type { Ending, WalkEvent } from '../resolver/events.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import type { PlaceHabits, WalkWishes } from './options/walk-wishes.ts';

/** A walk on its way. */
export interface StartedWalk {
  readonly events: AsyncIterable<WalkEvent>;
  readonly system: Promise<SystemAnswer>;
  /** Names that exist where it walks, as far as they are known beforehand. */
  readonly names?: readonly string[];
  /** How walks ask there unless it is chosen otherwise. */
  readonly habits?: PlaceHabits;
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
  /** What a walk finds there, and why its computer says otherwise: codes that `rootwalk explain` knows. */
  readonly findings: readonly string[];
  readonly causes: readonly string[];
}

/** A lab world that one cannot go to, and why. */
export interface BrokenPlace {
  readonly name: string;
  readonly error: string;
}

export interface ExplorerSession {
  /** Set where nothing can be asked but the first question: why, in a sentence. */
  readonly closed?: string;
  /** Starts walking. `signal` is aborted when nobody wants to know any more. */
  start(request: WalkRequest, signal: AbortSignal): Promise<StartedWalk | RefusedWalk>;
  /** What is wrong with the servers that were typed, to be asked there; null where nothing is. */
  checkServers?(servers: readonly string[], place: string | null): Promise<string | null>;
  /** The lab worlds that one can go to; absent where there are none. */
  worlds?(): Promise<readonly (PlaceEntry | BrokenPlace)[]>;
}
