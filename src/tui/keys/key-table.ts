/**
 * Every key of the explorer, once: the dispatch, the footer and the help are all read from this table.
 */

import { TABS, type Tab } from '../detail/detail-tabs.ts';
import { ACTION_KEYS, CHOOSING, LISTING, READING } from './action-keys.ts';
import { MENU_KEYS } from './menu-keys.ts';
import { PROMPT_KEYS, type PromptCommand } from './prompt-keys.ts';
import { TIME_KEYS } from './time-keys.ts';
import { VISIT_KEYS } from './visit-keys.ts';
import type { Edit } from '../prompt/prompt.ts';
import type { MenuCommand } from '../menu/menu.ts';
import type { VisitCommand } from './visit-keys.ts';
import type { PathCommand } from '../walk/path-commands.ts';
import type { TimeCommand } from '../time/time-travel.ts';

/**
 * What the keys mean: browsing the panes, typing into the input line, reading a page, choosing in a menu, choosing in a
 * list that letters narrow.
 */
export type Mode = 'browse' | 'prompt' | 'page' | 'menu' | 'list';

export type Command =
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'next-pane'
  | 'previous-pane'
  | 'next-tab'
  | 'previous-tab'
  | 'open'
  | 'next-message'
  | 'back'
  | 'ask'
  | 'again'
  | 'find'
  | 'find-next'
  | 'find-previous'
  | 'save'
  | 'copy'
  | 'copy-answer'
  | 'explain'
  | 'help'
  | 'quit'
  | 'stop'
  | 'interrupt'
  | 'options'
  | 'worlds'
  | 'difference'
  | MenuCommand
  | 'widen'
  | PathCommand
  | VisitCommand
  | PromptCommand
  | 'redraw'
  | 'mouse'
  | TimeCommand
  | { readonly tab: Tab }
  | { readonly edit: Edit };

export interface KeyBinding {
  readonly modes: readonly Mode[];
  /** Names of key presses. */
  readonly presses: readonly string[];
  /** The keys as people read them. */
  readonly label: string;
  readonly does: string;
  readonly command: Command;
  /** The keys and a word for the footer, where it belongs there. */
  readonly footer?: readonly [keys: string, word: string];
  /** The same, for what belongs there only while an earlier moment is on the screen. */
  readonly earlierFooter?: readonly [keys: string, word: string];
}

const EVERYWHERE: readonly Mode[] = ['browse', 'page', 'menu', 'list', 'prompt'];

export const KEY_TABLE: readonly KeyBinding[] = [
  {
    modes: CHOOSING,
    presses: ['up', 'k'],
    label: '↑ k',
    does: 'one line up; on this computer: a cause up',
    command: 'up',
  },
  {
    modes: CHOOSING,
    presses: ['down', 'j'],
    label: '↓ j',
    does: 'one line down; on this computer: a cause down',
    command: 'down',
    footer: ['↑↓', 'move'],
  },
  { modes: LISTING, presses: ['pageup'], label: 'PgUp', does: 'one page up', command: 'page-up' },
  { modes: LISTING, presses: ['pagedown'], label: 'PgDn', does: 'one page down', command: 'page-down' },
  { modes: CHOOSING, presses: ['home', 'g'], label: 'Home g', does: 'to the first line', command: 'first' },
  {
    modes: CHOOSING,
    presses: ['end', 'G'],
    label: 'End G',
    does: 'to the last line; in the walk: follow it',
    command: 'last',
  },
  {
    modes: ['browse'],
    presses: ['tab'],
    label: 'Tab',
    does: 'next pane',
    command: 'next-pane',
    footer: ['Tab', 'pane'],
  },
  {
    modes: ['browse'],
    presses: ['shift+tab'],
    label: 'Shift-Tab',
    does: 'previous pane',
    command: 'previous-pane',
  },
  {
    modes: ['browse'],
    presses: ['enter'],
    label: 'Enter',
    does: 'open a hop, survey, server or cause; in a text: go to a name',
    command: 'open',
    footer: ['Enter', 'open'],
  },
  ...VISIT_KEYS,
  {
    modes: ['browse'],
    presses: [']'],
    label: ']',
    does: 'next tab of the detail pane',
    command: 'next-tab',
    footer: ['[ ]', 'tab'],
  },
  {
    modes: ['browse'],
    presses: ['['],
    label: '[',
    does: 'previous tab of the detail pane',
    command: 'previous-tab',
  },
  ...TABS.map(({ id, title, shows }, i): KeyBinding => {
    const digit = String(i + 1);
    const does = `the tab ${title}: ${shows}`;
    return { modes: ['browse'], presses: [digit], label: digit, does, command: { tab: id } };
  }),
  ...ACTION_KEYS,
  ...TIME_KEYS,
  { modes: READING, presses: ['?'], label: '?', does: 'this help', command: 'help', footer: ['?', 'help'] },
  {
    modes: LISTING,
    presses: ['escape'],
    label: 'Esc',
    does: 'close what is open, return to now, cancel the walk',
    command: 'back',
    footer: ['Esc', 'back'],
  },
  { modes: CHOOSING, presses: ['q'], label: 'q', does: 'quit', command: 'quit', footer: ['q', 'quit'] },
  {
    modes: ['browse'],
    presses: ['m'],
    label: 'm',
    does: 'mouse on or off; off, the terminal selects text with it',
    command: 'mouse',
  },
  {
    modes: EVERYWHERE,
    presses: ['ctrl+l'],
    label: 'Ctrl-L',
    does: 'draw the whole screen again',
    command: 'redraw',
  },
  ...MENU_KEYS,
  ...PROMPT_KEYS,
  {
    modes: EVERYWHERE,
    presses: ['ctrl+z'],
    label: 'Ctrl-Z',
    does: 'to the shell; fg comes back',
    command: 'stop',
  },
  {
    modes: EVERYWHERE,
    presses: ['ctrl+c'],
    label: 'Ctrl-C',
    does: 'quit with exit status 130',
    command: 'interrupt',
  },
];

/** What a key means in a mode, or undefined. */
export function commandFor(
  mode: Mode,
  press: string,
  table: readonly KeyBinding[] = KEY_TABLE,
): Command | undefined {
  return table.find(({ modes, presses }) => modes.includes(mode) && presses.includes(press))?.command;
}
