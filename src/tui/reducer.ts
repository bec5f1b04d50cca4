/**
 * One step of the explorer: a state and something that happened give the next state. Pure.
 */

import type { Comparison } from '../compare/comparison.ts';
import type { WalkEvent } from '../resolver/events.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import { applyCommand } from './commands.ts';
import type { KeyPress } from './key-press.ts';
import { commandFor } from './key-table.ts';
import type { WindowSize } from './layout.ts';
import { EMPTY_PROMPT, insert, paste, promptOf, promptText } from './prompt.ts';
import { modeOf, TOP, UNTOUCHED_CAUSES, type ExplorerState } from './state.ts';
import { NEW_WALK, withEvent } from './walk-state.ts';

export type Action =
  | { readonly type: 'key'; readonly press: KeyPress }
  | { readonly type: 'paste'; readonly text: string }
  | { readonly type: 'resize'; readonly size: WindowSize }
  /** What became of `asked`. */
  | { readonly type: 'started'; readonly serial: number }
  | { readonly type: 'refused'; readonly serial: number; readonly error: string }
  /** What a walk says; `over`: it will say no more. */
  | { readonly type: 'event'; readonly serial: number; readonly event: WalkEvent }
  | { readonly type: 'system'; readonly serial: number; readonly answer: SystemAnswer }
  | { readonly type: 'compared'; readonly serial: number; readonly comparison: Comparison }
  | { readonly type: 'over'; readonly serial: number };

export function reduce(state: ExplorerState, action: Action): ExplorerState {
  switch (action.type) {
    case 'key':
      return pressed(state, action.press);
    case 'paste':
      // A paste while browsing can only be meant as a name: its letters must not act as keys.
      return { ...state, help: false, prompt: paste(state.prompt ?? EMPTY_PROMPT, action.text) };
    case 'resize':
      return { ...state, size: action.size };
    case 'started':
      return started(state, action.serial);
    case 'refused':
      return refused(state, action.serial, action.error);
    default:
      return action.serial === state.shown?.serial ? told(state, action) : state;
  }
}

function pressed(state: ExplorerState, press: KeyPress): ExplorerState {
  const command = commandFor(modeOf(state), press.name);
  if (command !== undefined) return applyCommand(state, command);
  if (state.prompt && press.text !== '') return { ...state, prompt: insert(state.prompt, press.text) };
  return state;
}

function started(state: ExplorerState, serial: number): ExplorerState {
  if (state.asked?.serial !== serial) return state;
  return {
    ...state,
    shown: state.asked,
    phase: 'walking',
    walk: NEW_WALK,
    prompt: null,
    help: false,
    focus: 'hops',
    expanded: false,
    chosen: null,
    survey: null,
    causes: UNTOUCHED_CAUSES,
    scroll: TOP,
  };
}

function refused(state: ExplorerState, serial: number, error: string): ExplorerState {
  const { asked, prompt, shown } = state;
  if (asked?.serial !== serial) return state;
  const text = prompt ? promptText(prompt) : `${asked.name} ${asked.type}`;
  return { ...state, asked: shown, prompt: prompt ? { ...prompt, error } : promptOf(text, error) };
}

type WalkAction = Extract<Action, { type: 'event' | 'system' | 'compared' | 'over' }>;

function told(state: ExplorerState, action: WalkAction): ExplorerState {
  const { walk } = state;
  switch (action.type) {
    case 'event': {
      const next = { ...state, walk: withEvent(walk, action.event) };
      if (action.event.type === 'end') return { ...next, phase: 'ended' };
      // Following the newest hop, the message begins at its start again.
      const moved = state.chosen === null && state.survey === null && next.walk.newest !== walk.newest;
      return moved ? { ...next, scroll: { ...state.scroll, message: 0 } } : next;
    }
    case 'system':
      return { ...state, walk: { ...walk, system: action.answer } };
    case 'compared':
      return { ...state, walk: { ...walk, comparison: action.comparison } };
    case 'over':
      return state.phase === 'walking' ? { ...state, phase: 'cancelled' } : state;
  }
}
