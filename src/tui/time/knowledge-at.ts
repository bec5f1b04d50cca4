/**
 * What the walk knew after so many of the things that were told. The fold is made once: at some moments it is kept, and
 * what lies between is folded from there, so that a key or a new event costs the same early and late in a long walk.
 */

import { afterEvent } from '../../resolver/knowledge/after-event.ts';
import { NOTHING_KNOWN, type Knowledge } from '../../resolver/knowledge/knowledge.ts';
import type { News } from './timeline.ts';

/** Knowledge after `last`, which stood at a place in a list with that beginning. */
interface Kept {
  readonly first: News;
  readonly place: number;
  readonly knowledge: Knowledge;
}

const kept = new WeakMap<News, Kept>();

/** Every so many moments one is kept, besides those that were asked for. */
const KEPT_EVERY = 32;

export function knowledgeAt(told: readonly News[], count: number): Knowledge {
  const start = nearest(told, count);
  let { knowledge } = start;
  for (let place = start.place + 1; place < count; place++) {
    const news = told[place]!;
    if (news.type === 'event') knowledge = afterEvent(knowledge, news.event);
    if (place % KEPT_EVERY === 0 || place === count - 1)
      kept.set(news, { first: told[0]!, place, knowledge });
  }
  return knowledge;
}

function nearest(told: readonly News[], count: number): Pick<Kept, 'place' | 'knowledge'> {
  for (let place = count - 1; place >= 0; place--) {
    const known = kept.get(told[place]!);
    if (known?.place === place && known.first === told[0]) return known;
  }
  return { place: -1, knowledge: NOTHING_KNOWN };
}
