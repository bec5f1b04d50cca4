/**
 * Whose the mouse is: the explorer's, or the terminal's to select text with. Pure.
 */

import type { ExplorerState } from '../state.ts';

export function withMouse(state: ExplorerState, hasMouse: boolean): ExplorerState {
  const text = hasMouse
    ? 'The mouse chooses and scrolls.'
    : 'The mouse selects text, as the terminal does it.';
  return { ...state, hasMouse, notice: { text, tone: 'plain' } };
}
