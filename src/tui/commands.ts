/**
 * What each command of the key table does to the state. Pure.
 */

import type { Command } from './keys/key-table.ts';
import { clamp, layoutOf, type Pane } from './drawing/layout.ts';
import { chosenLink, followedLink, isOnText, steppedToLink } from './links/link-choice.ts';
import { EMPTY_PROMPT } from './prompt/prompt.ts';
import { applyToPrompt, isOfPrompt } from './prompt/prompt-commands.ts';
import { movedInComputer, openedInComputer } from './computer/computer-choice.ts';
import { fieldRows } from './detail/bytes/byte-lines.ts';
import {
  isOnFields,
  isShowingFields,
  jumped,
  movedInFields,
  movedInOctets,
} from './detail/bytes/byte-choice.ts';
import { withNextMessage } from './detail/bytes/shown-message.ts';
import { computerLines } from './computer/computer-lines.ts';
import { tabBeside, type Tab } from './detail/detail-tabs.ts';
import { openPage, pageText } from './page/page.ts';
import { readingLines } from './detail/reading-lines.ts';
import { askingAgain, givenUp, isStarting, typing } from './asking.ts';
import { chosenEntry, FIRST_ROW, isMatrixOpen, type ExplorerState } from './state.ts';
import { closedInSurvey, movedInSurvey, openedInSurvey } from './survey/survey-commands.ts';
import { askedWhatToFind, foundNext } from './find/find.ts';
import { copied, copiedAnswer } from './wish/copied.ts';
import { explained } from './wish/explained.ts';
import { askedWhereToSave } from './wish/save-prompt.ts';
import { openDifference } from './difference/difference-lines.ts';
import { appliedMenu, movedInMenu, narrowed, openMenu } from './menu/menu.ts';
import { openedWorlds } from './worlds/worlds-menu.ts';
import { wishing } from './wish/wish.ts';
import { withMouse } from './mouse/mouse-switch.ts';
import { changedPath, movedInPath } from './walk/path-commands.ts';
import { heard, isNow, travelled } from './time/time-travel.ts';
import { visited } from './visits/visit-commands.ts';

export function applyCommand(state: ExplorerState, command: Command): ExplorerState {
  const after = applied(state, command);
  // Who does something else does not mean the name that was chosen any more.
  return after.link === null || LINK_COMMANDS.includes(command) ? after : { ...after, link: null };
}

const LINK_COMMANDS: readonly Command[] = ['next-link', 'previous-link', 'open', 'redraw', 'mouse'];

function applied(state: ExplorerState, command: Command): ExplorerState {
  if (typeof command === 'object' && 'tab' in command) return withTab(state, command.tab);
  if (state.prompt) {
    const after = applyToPrompt(state, state.prompt, command);
    if (after) return after;
  }
  if (typeof command === 'object' || isOfPrompt(command)) return state;
  switch (command) {
    case 'up':
    case 'down':
      return moved(state, command === 'up' ? -1 : 1);
    case 'page-up':
    case 'page-down':
      return moved(state, command === 'page-up' ? -pageOf(state) : pageOf(state));
    case 'first':
    case 'last':
      return moved(state, command === 'first' ? -Infinity : Infinity);
    case 'next-pane':
      return withFocus(state, 1);
    case 'previous-pane':
      return withFocus(state, -1);
    case 'open':
      return opened(state);
    case 'next-tab':
      return withTab(state, tabBeside(state.detail.tab, 1));
    case 'previous-tab':
      return withTab(state, tabBeside(state.detail.tab, -1));
    case 'return':
    case 'backward':
    case 'forward':
    case 'next-link':
    case 'previous-link':
    case 'ask-type':
    case 'command-line':
      return visited(state, command);
    case 'back':
      return back(state);
    case 'ask':
      return typing(state, EMPTY_PROMPT);
    case 'again':
      return askingAgain(state);
    case 'find':
      return askedWhatToFind(state);
    case 'find-next':
      return foundNext(state, 1);
    case 'find-previous':
      return foundNext(state, -1);
    case 'save':
      return askedWhereToSave(state);
    case 'copy':
      return copied(state);
    case 'copy-answer':
      return copiedAnswer(state);
    case 'explain':
      return explained(state);
    case 'help':
      return state.page ? { ...state, page: null } : openPage(state, { kind: 'help' });
    case 'quit':
      return { ...state, exitStatus: 0 };
    case 'redraw':
      return { ...state, redraws: state.redraws + 1 };
    case 'mouse':
      return withMouse(state, !state.hasMouse);
    case 'stop':
      return wishing(state, { kind: 'stop' });
    case 'interrupt':
      return { ...state, exitStatus: INTERRUPTED };
    case 'options':
      return openMenu(state, 'options');
    case 'worlds':
      return openedWorlds(state);
    case 'difference':
      return openDifference(state);
    case 'widen':
      return narrowed(state, (filter) => Array.from(filter).slice(0, -1).join(''));
    case 'menu-enter':
    case 'menu-left':
    case 'menu-right':
      return appliedMenu(state, command);
    case 'fold':
    case 'unfold':
      if (isOnFields(state)) return movedInOctets(state, command === 'fold' ? -1 : 1);
      return changedPath(state, command);
    case 'next-message':
      return isShowingFields(state) ? withNextMessage(state) : state;
    case 'fold-all':
    case 'only-troubled':
      return changedPath(state, command);
    default:
      return travelled(state, command);
  }
}

/** Interrupted by Ctrl-C: 128 and the number of SIGINT. */
const INTERRUPTED = 130;

export function moved(state: ExplorerState, lines: number): ExplorerState {
  if (!state.page && state.menu) return movedInMenu(state, state.menu, lines);
  const inSurvey = state.page || state.focus !== 'message' ? null : movedInSurvey(state, lines);
  if (inSurvey) return inSurvey;
  if (!state.page && state.focus === 'hops') return movedInPath(state, lines);
  if (!state.page && state.focus === 'computer') return movedInComputer(state, lines);
  if (!state.page && isOnFields(state)) return movedInFields(state, lines);
  if (state.page) return { ...state, page: { ...state.page, scroll: scrolledTo(state, lines) } };
  const pane = state.focus === 'computer' ? 'computer' : 'message';
  return { ...state, scroll: { ...state.scroll, [pane]: scrolledTo(state, lines) } };
}

function scrolledTo(state: ExplorerState, lines: number): number {
  const { from, count, rows } = scrolling(state);
  const last = Math.max(0, count - rows);
  return clamp(clamp(from, 0, last) + lines, 0, last);
}

/** A survey has no tabs, only its exchanges: the key does nothing that could not be seen. */
function withTab(state: ExplorerState, tab: Tab): ExplorerState {
  if (state.survey && !state.survey.isExchangeOpen) return state;
  return { ...state, detail: { ...state.detail, tab }, scroll: { ...state.scroll, message: 0 } };
}

/** A cause opens to what shows it, a pointer to what it points to, a hop to its message, a survey to its rows. */
function opened(state: ExplorerState): ExplorerState {
  const { survey } = state;
  const link = chosenLink(state);
  if (link) return followedLink(state, link);
  const inSurvey = survey?.isExchangeOpen ? null : openedInSurvey(state);
  if (inSurvey) return inSurvey;
  if (isOnText(state)) return steppedToLink(state, 1);
  if (isOnCauses(state)) return openedInComputer(state);
  const followed = isOnFields(state) ? jumped(state) : null;
  if (followed) return followed;
  if (!chosenEntry(state) && (!survey || survey.isExchangeOpen)) return state;
  return { ...pinned(state), focus: 'message', expanded: true };
}

function isOnCauses({ focus, walk }: ExplorerState): boolean {
  return focus === 'computer' && (walk.comparison?.findings.length ?? 0) > 0;
}

function pageOf(state: ExplorerState): number {
  if (!state.page && state.menu) return Math.max(1, layoutOf(state).page.rows - 3);
  if (!state.page && isMatrixOpen(state)) return Math.max(1, Math.floor(layoutOf(state).message.rows / 2));
  if (!state.page && isOnFields(state)) return Math.max(1, fieldRows(layoutOf(state).message) - 1);
  if (!state.page && state.focus === 'hops') return Math.max(1, layoutOf(state).hops.rows - 2);
  return Math.max(1, scrolling(state).rows - 1);
}

/** What scrolls now: its first line on the screen, how many it has and how many can be seen. */
function scrolling(state: ExplorerState): {
  readonly from: number;
  readonly count: number;
  readonly rows: number;
} {
  const layout = layoutOf(state);
  if (state.page) {
    const { about, scroll } = state.page;
    return { from: scroll, count: pageText(state, about, layout.page).lines.length, rows: layout.page.rows };
  }
  if (state.focus === 'computer') {
    const { columns, rows } = layout.computer;
    return { from: state.scroll.computer, count: computerLines(state, columns).length, rows };
  }
  const { columns, rows } = layout.message;
  return { from: state.scroll.message, count: readingLines(state, columns).length, rows };
}

function withFocus(state: ExplorerState, step: 1 | -1): ExplorerState {
  const { order } = layoutOf(state);
  return focused(state, order.at((order.indexOf(state.focus) + step) % order.length)!);
}

/** The keys go to that pane. */
export function focused(state: ExplorerState, focus: Pane): ExplorerState {
  // An open message hides the other panes: leaving it closes it.
  const survey = state.survey && { ...FIRST_ROW, place: state.survey.place, row: state.survey.row };
  return { ...(focus === 'message' ? pinned(state) : state), survey, expanded: false, focus };
}

/** Who reads a message does not want the next hop's to take its place. */
function pinned(state: ExplorerState): ExplorerState {
  return state.survey ? state : { ...state, chosen: chosenEntry(state)?.hop.id ?? state.chosen };
}

function back(state: ExplorerState): ExplorerState {
  if (isStarting(state)) return givenUp(state);
  if (state.prompt) return { ...state, prompt: null };
  if (state.page) return { ...state, page: null };
  if (state.menu) return { ...state, menu: null };
  if (chosenLink(state)) return { ...state, link: null };
  const inSurvey = closedInSurvey(state);
  if (inSurvey) return inSurvey;
  if (state.expanded) return { ...state, expanded: false, focus: 'hops' };
  if (isOnCauses(state) && state.causes.opened?.length)
    return { ...state, causes: { ...state.causes, opened: [] } };
  if (!isNow(state)) return travelled(state, 'now');
  if (state.phase === 'walking' && state.shown)
    return heard(state, { type: 'over', serial: state.shown.serial });
  return { ...state, focus: 'hops' };
}
