/**
 * The state once a wish was granted: one line that says so, or the page that was wished for. Pure.
 */

import { withOpinion } from '../detail/bytes/opinion.ts';
import { afterChecking } from '../options/typed-options.ts';
import { openPage } from '../page/page.ts';
import type { ExplorerState } from '../state.ts';
import type { Granted } from './grant.ts';
import { atThePlace } from '../worlds/worlds-menu.ts';
import type { Wish } from './wish.ts';
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
      const read = { ...state, worlds };
      return state.menu?.name === 'worlds' ? atThePlace(read) : read;
    }
    case 'checked':
      return afterChecking(state, granted.servers, granted.error);
    case 'failed': {
      const menu = granted.what === 'worlds' && state.menu?.name === 'worlds' ? null : state.menu;
      return { ...state, menu, notice: { text: `${FAILED[granted.what]}: ${granted.why}`, tone: 'bad' } };
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

/** What did not happen. */
const FAILED: Readonly<Record<Exclude<Wish['kind'], 'save' | 'check-servers'>, string>> = {
  copy: 'Nothing is copied',
  worlds: 'The worlds cannot be read',
  explain: 'That cannot be explained',
  'second-opinion': 'There is no second opinion',
  stop: 'The explorer cannot stop here',
};
