/**
 * The keys of the input line: the part of the key table that says how a name is typed.
 */

import type { KeyBinding } from './key-table.ts';

export type PromptCommand = 'submit' | 'complete' | 'complete-before' | 'older' | 'newer';

export const PROMPT_KEYS: readonly KeyBinding[] = [
  {
    modes: ['prompt'],
    presses: ['enter'],
    label: 'Enter',
    does: 'do what the line is for: walk, find, save',
    command: 'submit',
    footer: ['Enter', 'do it'],
  },
  {
    modes: ['prompt'],
    presses: ['escape'],
    label: 'Esc',
    does: 'close the line, nothing done',
    command: 'back',
    footer: ['Esc', 'cancel'],
  },
  {
    modes: ['prompt'],
    presses: ['tab'],
    label: 'Tab',
    does: 'complete the word: a name, a type, a command',
    command: 'complete',
    footer: ['Tab', 'complete'],
  },
  {
    modes: ['prompt'],
    presses: ['shift+tab'],
    label: 'Shift-Tab',
    does: 'the completion before',
    command: 'complete-before',
  },
  {
    modes: ['prompt'],
    presses: ['up', 'ctrl+p'],
    label: '↑',
    does: 'what was typed before',
    command: 'older',
    footer: ['↑', 'earlier'],
  },
  {
    modes: ['prompt'],
    presses: ['down', 'ctrl+n'],
    label: '↓',
    does: 'what was typed after it',
    command: 'newer',
  },
  {
    modes: ['prompt'],
    presses: ['left', 'ctrl+b'],
    label: '←',
    does: 'one character left',
    command: { edit: 'left' },
  },
  {
    modes: ['prompt'],
    presses: ['right', 'ctrl+f'],
    label: '→',
    does: 'one character right',
    command: { edit: 'right' },
  },
  {
    modes: ['prompt'],
    presses: ['alt+left', 'alt+b'],
    label: 'Alt-←',
    does: 'one label or word left',
    command: { edit: 'wordLeft' },
  },
  {
    modes: ['prompt'],
    presses: ['alt+right', 'alt+f'],
    label: 'Alt-→',
    does: 'one label or word right',
    command: { edit: 'wordRight' },
  },
  {
    modes: ['prompt'],
    presses: ['home', 'ctrl+a'],
    label: 'Home Ctrl-A',
    does: 'to the start',
    command: { edit: 'start' },
  },
  {
    modes: ['prompt'],
    presses: ['end', 'ctrl+e'],
    label: 'End Ctrl-E',
    does: 'to the end',
    command: { edit: 'end' },
  },
  {
    modes: ['prompt'],
    presses: ['backspace'],
    label: 'Backspace',
    does: 'erase to the left',
    command: { edit: 'eraseBefore' },
  },
  {
    modes: ['prompt'],
    presses: ['delete', 'ctrl+d'],
    label: 'Delete',
    does: 'erase to the right',
    command: { edit: 'eraseAfter' },
  },
  {
    modes: ['prompt'],
    presses: ['ctrl+w'],
    label: 'Ctrl-W',
    does: 'erase the word',
    command: { edit: 'eraseWord' },
  },
  {
    modes: ['prompt'],
    presses: ['ctrl+u'],
    label: 'Ctrl-U',
    does: 'erase to the start',
    command: { edit: 'eraseToStart' },
    footer: ['Ctrl-U', 'clear'],
  },
  {
    modes: ['prompt'],
    presses: ['ctrl+k'],
    label: 'Ctrl-K',
    does: 'erase to the end',
    command: { edit: 'eraseToEnd' },
  },
  {
    modes: ['prompt'],
    presses: ['ctrl+o'],
    label: 'Ctrl-O',
    does: 'close the line, and open the worlds of the lab',
    command: 'worlds',
  },
];
