/**
 * The keys that do something with a walk, or with what is chosen in it: a part of the key table.
 */

import type { KeyBinding, Mode } from './key-table.ts';

export const READING: readonly Mode[] = ['browse', 'page'];
export const CHOOSING: readonly Mode[] = ['browse', 'page', 'menu'];
export const LISTING: readonly Mode[] = ['browse', 'page', 'menu', 'list'];

export const ACTION_KEYS: readonly KeyBinding[] = [
  {
    modes: ['browse'],
    presses: ['/'],
    label: '/',
    does: 'ask for another name and type',
    command: 'ask',
    footer: ['/', 'ask'],
  },
  {
    modes: ['browse'],
    presses: ['r'],
    label: 'r',
    does: 'walk again',
    command: 'again',
  },
  {
    modes: ['browse'],
    presses: ['o'],
    label: 'o',
    does: 'options of the next walk: minimise, TCP, survey …',
    command: 'options',
    footer: ['o', 'options'],
  },
  {
    modes: ['browse'],
    presses: ['l'],
    label: 'l',
    does: 'the worlds of the lab',
    command: 'worlds',
    footer: ['l', 'lab'],
  },
  {
    modes: ['browse'],
    presses: ['d'],
    label: 'd',
    does: 'this run against the one before',
    command: 'difference',
  },
  {
    modes: ['browse'],
    presses: ['left'],
    label: '←',
    does: 'in the walk: fold look-ups; in Bytes: an octet back',
    command: 'fold',
    footer: ['← →', 'octet'],
  },
  {
    modes: ['browse'],
    presses: ['right'],
    label: '→',
    does: 'in the walk: unfold them; in Bytes: an octet on',
    command: 'unfold',
  },
  {
    modes: ['browse'],
    presses: ['s'],
    label: 's',
    does: 'in Bytes: show the query, or an ignored datagram',
    command: 'next-message',
    footer: ['s', 'query'],
  },
  {
    modes: ['browse'],
    presses: ['z'],
    label: 'z',
    does: 'fold all look-ups, or unfold them',
    command: 'fold-all',
  },
  {
    modes: ['browse'],
    presses: ['x'],
    label: 'x',
    does: 'only hops that failed or have findings, or all again',
    command: 'only-troubled',
  },
  {
    modes: ['browse'],
    presses: ['e'],
    label: 'e',
    does: 'explain what is chosen, as rootwalk explain does',
    command: 'explain',
    footer: ['e', 'explain'],
  },
  { modes: READING, presses: ['f'], label: 'f', does: 'find a text in this pane', command: 'find' },
  { modes: READING, presses: ['n'], label: 'n', does: 'to the next line with it', command: 'find-next' },
  {
    modes: READING,
    presses: ['N'],
    label: 'N',
    does: 'to the line before with it',
    command: 'find-previous',
  },
  {
    modes: ['browse'],
    presses: ['w'],
    label: 'w',
    does: 'write the run to a file: .json .html .pcap .md …',
    command: 'save',
    footer: ['w', 'save'],
  },
  {
    modes: READING,
    presses: ['y'],
    label: 'y',
    does: 'copy what is chosen, or the open tab',
    command: 'copy',
  },
  { modes: ['browse'], presses: ['Y'], label: 'Y', does: 'copy the answer', command: 'copy-answer' },
];
