/**
 * One step of the explorer: a state and something that happened give the next state. Pure.
 */

import { applyCommand } from './commands.ts';
import { differenceSummary, finishedRun, runBefore, withRun } from './difference/runs.ts';
import { wantingOpinion } from './detail/bytes/opinion.ts';
import type { KeyPress } from './keys/key-press.ts';
import { commandFor } from './keys/key-table.ts';
import type { WindowSize } from './drawing/layout.ts';
import type { PlaceHabits } from './options/walk-wishes.ts';
import { narrowed } from './menu/menu.ts';
import { moused } from './mouse/mouse-commands.ts';
import type { MouseEvent } from './mouse/mouse-event.ts';
import { refused, textOf, typing } from './asking.ts';
import { remembering } from './prompt/history.ts';
import { EMPTY_PROMPT, insert, paste } from './prompt/prompt.ts';
import { modeOf, TOP, UNTOUCHED_CAUSES, type ExplorerState } from './state.ts';
import { AT_THE_START, heard, playedOn } from './time/time-travel.ts';
import type { News } from './time/timeline.ts';
import { WHOLE_PATH } from './walk/path-view.ts';
import { leavingFor } from './visits/visits.ts';
import { afterGranting } from './wish/after-granting.ts';
import type { Granted } from './wish/grant.ts';

export type Action =
  | { readonly type: 'key'; readonly press: KeyPress }
  | { readonly type: 'mouse'; readonly event: MouseEvent }
  | { readonly type: 'paste'; readonly text: string }
  | { readonly type: 'resize'; readonly size: WindowSize }
  /** What became of `asked`. */
  | {
      readonly type: 'started';
      readonly serial: number;
      readonly names?: readonly string[];
      readonly habits?: PlaceHabits;
    }
  | { readonly type: 'refused'; readonly serial: number; readonly error: string }
  | News
  | Granted
  /** The moment on the screen has stood long enough, where time plays. */
  | { readonly type: 'tick' };

export function reduce(state: ExplorerState, action: Action): ExplorerState {
  const next = after(state, action);
  // One wish at a time: the opinion can wait for the next key.
  return next.wish === state.wish ? wantingOpinion(next) : next;
}

function after(state: ExplorerState, action: Action): ExplorerState {
  switch (action.type) {
    case 'key':
      return pressed(state, action.press);
    case 'mouse':
      return moused(state, action.event);
    case 'paste':
      // A paste while browsing can only be meant as a name: its letters must not act as keys.
      return state.prompt
        ? { ...state, page: null, prompt: paste(state.prompt, action.text) }
        : typing(state, paste(EMPTY_PROMPT, action.text));
    case 'resize':
      return { ...state, size: action.size };
    case 'started':
      return started(state, action);
    case 'refused':
      return refused(state, action.serial, action.error);
    case 'tick':
      return playedOn(state);
    case 'worlds':
    case 'copied':
    case 'saved':
    case 'explained':
    case 'continued':
    case 'opinion':
    case 'failed':
    case 'checked':
      return afterGranting(state, action);
    default:
      return action.serial === state.heardOf ? withSummary(state, heard(state, action)) : state;
  }
}

/** Once a run is over, what it changed against the one before is said in passing. */
function withSummary(before: ExplorerState, after: ExplorerState): ExplorerState {
  if (after.phase !== 'ended' || before.phase === 'ended' || !after.before) return after;
  const run = finishedRun(after.shown, after.timeline.told);
  const text = run ? differenceSummary(after.before, run) : '';
  return text === '' ? after : { ...after, notice: { text, tone: 'accent' } };
}

function pressed(before: ExplorerState, press: KeyPress): ExplorerState {
  const state = before.notice === null ? before : { ...before, notice: null };
  const command = commandFor(modeOf(state), press.name, state.keys);
  if (command !== undefined) return applyCommand(state, command);
  if (state.prompt && press.text !== '') return { ...state, prompt: insert(state.prompt, press.text) };
  if (modeOf(state) === 'list' && press.text !== '')
    return narrowed(state, (filter) => (filter + press.text).trimStart());
  return state;
}

function started(
  state: ExplorerState,
  { serial, names = [], habits = {} }: Extract<Action, { type: 'started' }>,
): ExplorerState {
  const { asked, history } = state;
  if (asked?.serial !== serial) return state;
  const left = finishedRun(state.shown, state.timeline.told);
  const runs = left ? withRun(state.runs, left) : state.runs;
  return {
    ...state,
    shown: asked,
    place: asked.place,
    placeHabits: new Map([...state.placeHabits, [asked.place, habits]]),
    heardOf: serial,
    visits: leavingFor(state, asked),
    ...AT_THE_START,
    runs,
    before: runBefore(runs, asked),
    link: null,
    names,
    history: { ...history, question: remembering(history.question, textOf(asked)) },
    prompt: null,
    page: null,
    menu: null,
    focus: 'hops',
    expanded: false,
    chosen: null,
    survey: null,
    path: { ...WHOLE_PATH, only: state.path.only },
    causes: UNTOUCHED_CAUSES,
    scroll: TOP,
  };
}
