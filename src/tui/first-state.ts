/**
 * The state with which the explorer begins.
 */

import { FIRST_DETAIL, type Tab } from './detail/detail-tabs.ts';
import type { WindowSize } from './drawing/layout.ts';
import { KEY_TABLE, type KeyBinding } from './keys/key-table.ts';
import { PLAIN_WISHES, type PlaceHabits, type WalkWishes } from './options/walk-wishes.ts';
import { EMPTY_PROMPT } from './prompt/prompt.ts';
import { TOP, UNTOUCHED_CAUSES, type ExplorerState } from './state.ts';
import { NEW_TIMELINE } from './time/timeline.ts';
import { WHOLE_PATH } from './walk/path-view.ts';
import { NEW_WALK } from './walk/walk-state.ts';

/** What the explorer begins with. */
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

/** What a person set once and for all. */
export interface Habits {
  readonly keys: readonly KeyBinding[];
  readonly hasMouse: boolean;
  readonly tab: Tab;
}

export const FIRST_HABITS: Habits = { keys: KEY_TABLE, hasMouse: true, tab: FIRST_DETAIL.tab };

export function initialState(beginning: Beginning): ExplorerState {
  const { title, size, initial, habits = FIRST_HABITS, wishes = PLAIN_WISHES, place = null } = beginning;
  const { earlier = [], names = [], habitsThere = {}, closed = null } = beginning;
  const { keys, hasMouse, tab } = habits;
  return {
    title,
    keys,
    hasMouse,
    redraws: 0,
    size,
    asked: initial ? { serial: 1, ...initial, wishes, place } : null,
    lastSerial: initial ? 1 : 0,
    shown: null,
    heardOf: null,
    visits: { back: [], forward: [] },
    timeline: NEW_TIMELINE,
    phase: 'idle',
    walk: NEW_WALK,
    focus: 'hops',
    expanded: false,
    chosen: null,
    survey: null,
    path: WHOLE_PATH,
    causes: UNTOUCHED_CAUSES,
    detail: { ...FIRST_DETAIL, tab },
    scroll: TOP,
    link: null,
    prompt: initial ? null : EMPTY_PROMPT,
    history: { question: earlier, command: [] },
    names,
    page: null,
    menu: null,
    wishes,
    place,
    placeHabits: new Map([[place, habitsThere]]),
    worlds: null,
    runs: [],
    before: null,
    notice: null,
    wish: null,
    closed,
    find: null,
    foundAt: null,
    exitStatus: null,
  };
}
