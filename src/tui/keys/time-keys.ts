/**
 * The keys of time travel: a part of the key table.
 */

import type { KeyBinding } from './key-table.ts';

export const TIME_KEYS: readonly KeyBinding[] = [
  {
    modes: ['browse'],
    presses: [','],
    label: ',',
    does: 'back in time: the screen as it was one event earlier',
    command: 'step-back',
    earlierFooter: [', .', 'step'],
  },
  {
    modes: ['browse'],
    presses: ['.'],
    label: '.',
    does: 'forward in time: one event later',
    command: 'step-forward',
  },
  {
    modes: ['browse'],
    presses: ['<'],
    label: '<',
    does: 'back to the first event',
    command: 'first-event',
    earlierFooter: ['<', 'first'],
  },
  {
    modes: ['browse'],
    presses: ['>'],
    label: '>',
    does: 'to now, and follow the walk',
    command: 'now',
    earlierFooter: ['>', 'now'],
  },
  {
    modes: ['browse'],
    presses: [' '],
    label: 'Space',
    does: 'play the events at the pace of the walk, or stop',
    command: 'play',
    footer: ['Space', 'replay'],
    earlierFooter: ['Space', 'play'],
  },
];
