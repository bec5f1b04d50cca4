/**
 * The keys of a menu: a part of the key table.
 */

import type { KeyBinding } from './key-table.ts';

export const MENU_KEYS: readonly KeyBinding[] = [
  {
    modes: ['menu', 'list'],
    presses: ['enter'],
    label: 'Enter',
    does: 'walk with these options, go to this world',
    command: 'menu-enter',
    footer: ['Enter', 'walk'],
  },
  {
    modes: ['menu'],
    presses: ['right', ' '],
    label: '→ Space',
    does: 'change the row',
    command: 'menu-right',
    footer: ['← →', 'change'],
  },
  { modes: ['menu'], presses: ['left'], label: '←', does: 'change the row back', command: 'menu-left' },
  { modes: ['list'], presses: ['up'], label: '↑', does: 'one line up', command: 'up' },
  {
    modes: ['list'],
    presses: ['down'],
    label: '↓',
    does: 'one line down',
    command: 'down',
    footer: ['↑↓', 'move'],
  },
  { modes: ['list'], presses: ['home'], label: 'Home', does: 'to the first line', command: 'first' },
  { modes: ['list'], presses: ['end'], label: 'End', does: 'to the last line', command: 'last' },
  {
    modes: ['list'],
    presses: ['right'],
    label: '→',
    does: 'read the story of the world',
    command: 'menu-right',
    footer: ['→', 'story'],
  },
  {
    modes: ['list'],
    presses: ['backspace'],
    label: 'Backspace',
    does: 'erase a letter of what narrows the list',
    command: 'widen',
  },
];
