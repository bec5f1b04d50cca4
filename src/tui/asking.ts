/**
 * Asking for a walk: the explorer starts what `asked` says; until it has begun, what was on the screen stays, and one is
 * still in the place where one was. Pure.
 */

import { promptOf, type PurposeName } from './prompt/prompt.ts';
import type { Asked, ExplorerState } from './state.ts';

/** The state with a walk asked for, or why nothing more can be asked. */
export function asking(
  state: ExplorerState,
  name: string,
  type: string,
  place: string | null = state.place,
): ExplorerState {
  if (isClosed(state)) return sayingClosed(state);
  const serial = state.lastSerial + 1;
  return { ...state, lastSerial: serial, asked: { serial, name, type, wishes: state.wishes, place } };
}

/** The same question again, with the options and in the place of now. */
export function askingAgain(state: ExplorerState): ExplorerState {
  return state.shown ? asking(state, state.shown.name, state.shown.type) : state;
}

/** Opens an input line that a walk can be asked for in. */
export function typing(state: ExplorerState, prompt: ExplorerState['prompt']): ExplorerState {
  return isClosed(state) ? sayingClosed(state) : { ...state, page: null, prompt };
}

/** A saved trace is on the screen: it is read, and nothing else can be asked. */
function isClosed({ closed, shown }: ExplorerState): boolean {
  return closed !== null && shown !== null;
}

function sayingClosed(state: ExplorerState): ExplorerState {
  return { ...state, prompt: null, menu: null, notice: { text: state.closed ?? '', tone: 'warning' } };
}

/** A walk is asked for and has not begun: the name of a resolver may be looked up, a world opened. */
export function isStarting({ asked, shown }: ExplorerState): boolean {
  return asked !== null && asked.serial !== shown?.serial;
}

/** What was asked for is not wanted any more. An input line that it was typed in stays open. */
export function givenUp(state: ExplorerState): ExplorerState {
  return { ...state, asked: state.shown, notice: { text: 'Given up before it began.', tone: 'warning' } };
}

/** Said where it was typed; in passing where it was not and there is something to look at. */
export function refused(state: ExplorerState, serial: number, error: string): ExplorerState {
  const { asked, prompt, shown } = state;
  if (asked?.serial !== serial) return state;
  const settled = { ...state, asked: shown, menu: null };
  if (prompt && ASKING.includes(prompt.purpose)) return { ...settled, prompt: { ...prompt, error } };
  if (shown) return { ...settled, notice: { text: error, tone: 'bad' } };
  const place = asked.place === state.place ? {} : { place: asked.place };
  return { ...settled, prompt: { ...promptOf(textOf(asked), error), ...place } };
}

/** The input lines that a walk can be asked for in. */
const ASKING: readonly PurposeName[] = ['question', 'type', 'command'];

/** A question as it is typed. */
export function textOf({ name, type }: Asked): string {
  return `${name} ${type}`.trim();
}

/** A walk is on its way, or about to be: the first one waits for its network. */
export function isWalking({ phase, asked, shown }: ExplorerState): boolean {
  return phase === 'walking' || (asked !== null && shown === null);
}
