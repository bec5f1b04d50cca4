/**
 * What the explorer begins with.
 */

import type { WindowSize } from './drawing/layout.ts';
import type { PlaceHabits, WalkWishes } from './options/walk-wishes.ts';
import type { Habits } from './state.ts';

export interface Beginning {
  readonly title: string;
  readonly size: WindowSize;
  readonly initial: { readonly name: string; readonly type: string } | undefined;
  readonly habits?: Habits;
  readonly wishes?: WalkWishes;
  readonly place?: string | null;
  /** What was asked for in earlier runs, the newest first. */
  readonly earlier?: readonly string[];
  readonly names?: readonly string[];
  /** How walks ask in that place unless it is chosen otherwise. */
  readonly habitsThere?: PlaceHabits;
  /** Set: nothing can be asked but the first question, and why. */
  readonly closed?: string | null | undefined;
}
