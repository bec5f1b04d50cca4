/**
 * The state once a wish was granted: one line that says so, or the page that was wished for. Pure.
 */

import { withOpinion } from '../detail/bytes/opinion.ts';
import { openPage } from '../page/page.ts';
import type { ExplorerState } from '../state.ts';
import type { Granted } from './grant.ts';
import { afterSaving } from './save-prompt.ts';

export function afterGranting(state: ExplorerState, granted: Granted): ExplorerState {
  switch (granted.type) {
    case 'copied': {
      const { what, isTooLong } = granted;
      const text = isTooLong
        ? `Too long for the clipboard of a terminal: ${what}. w saves it.`
        : `Copied to the clipboard of the terminal: ${what}.`;
      return { ...state, notice: { text, tone: isTooLong ? 'warning' : 'good' } };
    }
    case 'saved':
      return afterSaving(state, granted.path, granted.outcome);
    case 'worlds': {
      const { worlds } = granted;
      const chosen = Math.max(
        0,
        worlds.findIndex(({ name }) => name === state.place),
      );
      const menu = state.menu?.name === 'worlds' ? { ...state.menu, chosen } : state.menu;
      return { ...state, worlds, menu };
    }
    case 'opinion':
      return withOpinion(state, granted.octets, granted.opinion);
    case 'explained':
      if (granted.text === '')
        return {
          ...state,
          notice: { text: `There is no page about ${granted.topics.join(', ')}.`, tone: 'warning' },
        };
      return openPage(state, { kind: 'explanation', text: granted.text });
    case 'continued':
      if (granted.wasStopped) return state;
      return { ...state, notice: { text: 'Nothing could continue the explorer here.', tone: 'warning' } };
  }
}
