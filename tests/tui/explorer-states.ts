/** States of the explorer for tests, made as the explorer makes them: by actions. */

import type { Comparison } from '../../src/compare/comparison.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import type { WindowSize } from '../../src/tui/drawing/layout.ts';
import { reduce, type Action } from '../../src/tui/reducer.ts';
import { type ExplorerState } from '../../src/tui/state.ts';
import { initialState } from '../../src/tui/first-state.ts';
import { SAMPLE_COMPARISON, SAMPLE_SYSTEM } from './sample-session.ts';

export const SMALL: WindowSize = { columns: 80, rows: 24 };

function reduced(state: ExplorerState, actions: readonly Action[]): ExplorerState {
  return actions.reduce(reduce, state);
}

/** The explorer after these events; without any, before the first question. */
export function walked(
  events: readonly WalkEvent[],
  size: WindowSize = SMALL,
  comparison: Comparison = SAMPLE_COMPARISON,
): ExplorerState {
  const title = 'rootwalk';
  if (events.length === 0) return pressed(initialState({ title, size, initial: undefined }), 'escape');
  const serial = 1;
  const isOver = events.at(-1)!.type === 'end';
  return reduced(initialState({ title, size, initial: { name: 'www.example.com', type: 'A' } }), [
    { type: 'started', serial },
    ...events.map((event): Action => ({ type: 'event', serial, event })),
    ...(isOver ? [{ type: 'system', serial, answer: SAMPLE_SYSTEM } as const] : []),
    ...(isOver ? [{ type: 'compared', serial, comparison } as const] : []),
  ]);
}

/** The state with the walk begun that was asked for last. */
export function begun(state: ExplorerState): ExplorerState {
  return reduce(state, { type: 'started', serial: state.asked!.serial });
}

/** The state after keys, by their names in the key table; a name of one character types it as well. */
export function pressed(state: ExplorerState, ...names: readonly string[]): ExplorerState {
  return reduced(
    state,
    names.map((name) => ({ type: 'key', press: { name, text: textOf(name) } })),
  );
}

function textOf(name: string): string {
  return Array.from(name).length === 1 ? name : '';
}
