/**
 * What the keys do that lead from name to name. Pure.
 */

import { typing } from '../asking.ts';
import { hasTrail, jumpedBack } from '../detail/bytes/byte-choice.ts';
import type { VisitCommand } from '../keys/visit-keys.ts';
import { steppedToLink } from '../links/link-choice.ts';
import { EMPTY_PROMPT } from '../prompt/prompt.ts';
import type { ExplorerState } from '../state.ts';
import { gone } from './visits.ts';

export function visited(state: ExplorerState, command: VisitCommand): ExplorerState {
  switch (command) {
    case 'return':
      return hasTrail(state) ? jumpedBack(state) : gone(state, 'back');
    case 'backward':
      return gone(state, 'back');
    case 'forward':
      return gone(state, 'forward');
    case 'next-link':
      return steppedToLink(state, 1);
    case 'previous-link':
      return steppedToLink(state, -1);
    case 'ask-type':
      return state.shown ? typing(state, { ...EMPTY_PROMPT, purpose: 'type' }) : state;
    case 'command-line':
      return { ...state, prompt: { ...EMPTY_PROMPT, purpose: 'command' } };
  }
}
