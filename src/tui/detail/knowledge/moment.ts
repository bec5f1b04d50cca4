/**
 * Which moment the tab State is about: that on the screen; or, while the screen shows now and an earlier hop was chosen
 * by hand, the moment right after what was told last of that hop's exchange.
 */

import type { Knowledge } from '../../../resolver/knowledge/knowledge.ts';
import type { ExplorerState } from '../../state.ts';
import { knowledgeAt } from '../../time/knowledge-at.ts';
import { printMilliseconds } from '../../drawing/units.ts';

export interface Moment {
  readonly knowledge: Knowledge;
  /** For the heading: `now`, `after event 12 of 31`, `after hop 3`. */
  readonly title: string;
  /** The same as a sentence, with what changes it. */
  readonly sentence: string;
}

export function momentOf(state: ExplorerState): Moment {
  const { told, position } = state.timeline;
  if (position !== null) return atEvent(state, position);
  const place = placeOfChosen(state);
  if (place === null) return now(state);
  const knowledge = knowledgeAt(told, place + 1);
  const number = state.walk.hops.findIndex(({ hop }) => hop.id === state.chosen) + 1;
  const title = `after hop ${number}`;
  const sentence = `Right after hop ${number}, ${timeText(knowledge)}. End in the walk shows now.`;
  return { knowledge, title, sentence };
}

function atEvent({ timeline: { told } }: ExplorerState, position: number): Moment {
  const knowledge = knowledgeAt(told, position);
  const title = `after event ${position} of ${told.length}`;
  return {
    knowledge,
    title,
    sentence: `After event ${position} of ${told.length}, ${timeText(knowledge)}. > shows now.`,
  };
}

function now({ timeline: { told }, phase }: ExplorerState): Moment {
  const knowledge = knowledgeAt(told, told.length);
  const { title, words } = LAST_MOMENTS[phase];
  return { knowledge, title, sentence: `${words}, ${timeText(knowledge)}.` };
}

/** All that was told is on the screen. */
const LAST_MOMENTS = {
  idle: { title: 'now', words: 'Now' },
  walking: { title: 'now', words: 'Now' },
  ended: { title: 'at the end', words: 'At the end of the walk' },
  cancelled: { title: 'when cancelled', words: 'When the walk was cancelled' },
} as const;

function timeText({ nowMs }: Knowledge): string {
  return `${printMilliseconds(nowMs)} after it began`;
}

/** Where in the list the chosen hop was told of last; null where none was chosen by hand, or it is the newest anyway. */
function placeOfChosen({ chosen, walk, timeline: { told } }: ExplorerState): number | null {
  if (chosen === null || chosen === walk.newest) return null;
  const place = told.findLastIndex(
    (news) =>
      news.type === 'event' &&
      (news.event.type === 'hop' || news.event.type === 'query') &&
      news.event.hop.id === chosen,
  );
  return place === -1 ? null : place;
}
