/**
 * What the mouse does: a click goes to a pane and chooses there, one on what is chosen already opens it; the wheel moves
 * what is under the pointer, and leaves the keys where they are. Pure.
 */

import { applyCommand, focused, moved } from '../commands.ts';
import { movedInComputer, choosingCause } from '../computer/computer-choice.ts';
import { fieldChoice, isOnFields } from '../detail/bytes/byte-choice.ts';
import type { Pane } from '../drawing/layout.ts';
import { choosingLink, type LinkPane } from '../links/link-choice.ts';
import { areExchangesListed, chosenIndex, isMatrixOpen, type ExplorerState } from '../state.ts';
import type { MouseEvent } from './mouse-event.ts';
import { targetAt, type Target } from './mouse-target.ts';

export function moused(state: ExplorerState, { kind, column, row }: MouseEvent): ExplorerState {
  // What is on its way from the terminal when the mouse is given back.
  if (!state.hasMouse) return state;
  const target = targetAt(state, column, row);
  if (!target) return state;
  if (kind !== 'press') return turned(state, paneOf(target), kind);
  if (target.kind === 'menu') return pickedInMenu(withoutNotice(state), target.entry);
  if (target.kind === 'command') return applyCommand(withoutNotice(state), target.command);
  if (target.kind === 'page') return withoutNotice(state);
  if (target.kind === 'fold') return unfolded(withoutNotice(state), target.entry);
  const { pane, entry, link } = target;
  const there = withoutNotice(state);
  // What is an entry of a list is chosen as one: a cause may have names in it.
  if (entry === null && link !== undefined && pane !== 'hops') return clickedLink(there, pane, link);
  return { ...clicked(there, pane, entry), link: null };
}

/** The first click chooses the name, the second goes to it. */
function clickedLink(state: ExplorerState, pane: LinkPane, place: number): ExplorerState {
  if (state.link?.pane === pane && state.link.place === place) return applyCommand(state, 'open');
  return choosingLink(state.focus === pane ? state : focused(state, pane), pane, place);
}

function paneOf(target: Target): Pane | null {
  if (target.kind === 'fold') return 'hops';
  return target.kind === 'pane' ? target.pane : null;
}

function unfolded(state: ExplorerState, entry: number): ExplorerState {
  const there = focused(state, 'hops');
  return applyCommand(moved(there, entry - chosenIndex(there)), 'unfold');
}

function clicked(state: ExplorerState, pane: Pane, entry: number | null): ExplorerState {
  const isThere = state.focus === pane;
  const on = isThere ? state : focused(state, pane);
  if (entry === null) return on;
  if (isThere && chosenIn(on, pane) === entry) return applyCommand(on, 'open');
  if (pane === 'computer') return choosingCause(on, entry);
  return moved(on, entry - chosenIn(on, pane));
}

function pickedInMenu(state: ExplorerState, entry: number | null): ExplorerState {
  if (!state.menu || entry === null) return state;
  if (state.menu.chosen === entry) return applyCommand(state, 'menu-enter');
  return { ...state, menu: { ...state.menu, chosen: entry } };
}

function chosenIn(state: ExplorerState, pane: Pane): number {
  if (pane === 'hops') return chosenIndex(state);
  if (pane === 'computer') return state.causes.chosen;
  if (isMatrixOpen(state)) return state.survey?.row ?? 0;
  return areExchangesListed(state) ? (state.survey?.exchange ?? 0) : fieldChoice(state).field;
}

/** Lines of a text that one notch of the wheel moves. */
const NOTCH_LINES = 3;

function turned(state: ExplorerState, pane: Pane | null, kind: 'wheel-up' | 'wheel-down'): ExplorerState {
  const step = kind === 'wheel-up' ? -1 : 1;
  if (pane === null && state.menu && !state.page) return moved(state, step);
  if (pane === null) return state.page ? moved(state, step * NOTCH_LINES) : state;
  const there: ExplorerState = { ...state, focus: pane };
  const isChoice = pane === 'hops' || isMatrixOpen(there) || isOnFields(there);
  const then = isChoice
    ? moved(there, step)
    : pane === 'computer'
      ? movedInComputer(there, step * NOTCH_LINES)
      : moved(there, step * NOTCH_LINES);
  return { ...then, focus: state.focus };
}

function withoutNotice(state: ExplorerState): ExplorerState {
  return state.notice === null ? state : { ...state, notice: null };
}
