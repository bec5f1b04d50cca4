/**
 * The keys that lead from name to name: a part of the key table.
 */

import type { KeyBinding } from './key-table.ts';

export type VisitCommand =
  | 'return'
  | 'backward'
  | 'forward'
  | 'next-link'
  | 'previous-link'
  | 'ask-type'
  | 'command-line';

export const VISIT_KEYS: readonly KeyBinding[] = [
  {
    modes: ['browse'],
    presses: [')'],
    label: ')',
    does: 'to the next name or address in the text; Enter walks for it',
    command: 'next-link',
    footer: ['( )', 'name'],
  },
  {
    modes: ['browse'],
    presses: ['('],
    label: '(',
    does: 'to the name or address before',
    command: 'previous-link',
  },
  {
    modes: ['browse'],
    presses: ['backspace'],
    label: 'Backspace',
    does: 'to the walk before; in Bytes: to the pointer that was followed',
    command: 'return',
  },
  {
    modes: ['browse'],
    presses: ['alt+left', 'alt+b'],
    label: 'Alt-←',
    does: 'to the walk before',
    command: 'backward',
  },
  {
    modes: ['browse'],
    presses: ['alt+right', 'alt+f'],
    label: 'Alt-→',
    does: 'to the walk that one came back from',
    command: 'forward',
  },
  {
    modes: ['browse'],
    presses: ['t'],
    label: 't',
    does: 'ask for another type of the same name',
    command: 'ask-type',
  },
  {
    modes: ['browse'],
    presses: [':'],
    label: ':',
    does: 'type a command: trace NAME TYPE, type MX … help lists them',
    command: 'command-line',
  },
];
