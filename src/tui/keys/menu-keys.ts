/**
 * The keys of a menu: a part of the key table.
 */

import type { KeyBinding } from './key-table.ts';

export const MENU_KEYS: readonly KeyBinding[] = [
  {
    modes: ['menu'],
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
    does: 'change the row, read the story of the world',
    command: 'menu-right',
    footer: ['← →', 'change'],
  },
  { modes: ['menu'], presses: ['left'], label: '←', does: 'change the row back', command: 'menu-left' },
];
