/**
 * The explorer in time: what a walk says is put down in the timeline, and the walk on the screen is always that list
 * folded up to a position. While an earlier moment is on the screen, news is put down and changes nothing else. Pure;
 * the timer that plays is the explorer's.
 */

import { clamp } from '../drawing/layout.ts';
import { chosenEntry, type ExplorerState } from '../state.ts';
import { NEW_TIMELINE, saysSomething, type News } from './timeline.ts';
import { NEW_WALK, withEvent } from '../walk/walk-state.ts';

export type TimeCommand = 'step-back' | 'step-forward' | 'first-event' | 'now' | 'play';

/** A walk begins, of which nothing is known. */
export const AT_THE_START = { timeline: NEW_TIMELINE, walk: NEW_WALK, phase: 'walking' } as const;

/** News of the walk on the screen. */
export function heard(state: ExplorerState, news: News): ExplorerState {
  const { timeline } = state;
  if (!saysSomething(timeline, news)) return state;
  const next = { ...state, timeline: { ...timeline, told: [...timeline.told, news] } };
  return isNow(state) ? withNews(next, news) : next;
}

export function isNow({ timeline }: ExplorerState): boolean {
  return timeline.position === null;
}

export function travelled(state: ExplorerState, command: TimeCommand): ExplorerState {
  const { told, position, isPlaying } = state.timeline;
  if (told.length === 0) return state;
  const at = position ?? told.length;
  switch (command) {
    case 'step-back':
      return shownAt(state, at - 1);
    case 'step-forward':
      return shownAt(state, at + 1);
    case 'first-event':
      return shownAt(state, 1);
    case 'now':
      return shownAt(state, told.length);
    case 'play':
      if (isPlaying) return { ...state, timeline: { ...state.timeline, isPlaying: false } };
      // All is on the screen already: play it again from the first event.
      return onwards(position === null ? shownAt(state, 1) : state);
  }
}

/** The next event of a walk that is played. */
export function playedOn(state: ExplorerState): ExplorerState {
  const { position, isPlaying } = state.timeline;
  if (!isPlaying || position === null) return state;
  return onwards(shownAt(state, position + 1));
}

/** Playing ends where now is reached: from there on the walk itself goes on. */
function onwards(state: ExplorerState): ExplorerState {
  return { ...state, timeline: { ...state.timeline, isPlaying: !isNow(state) } };
}

/** After that many events. After all of them it is now, and the walk is followed again. */
function shownAt(state: ExplorerState, count: number): ExplorerState {
  const { told } = state.timeline;
  const at = clamp(count, 1, told.length);
  const timeline = { told, position: at < told.length ? at : null, isPlaying: false };
  const { walk, phase } = told.slice(0, at).reduce(withNews, { ...state, ...AT_THE_START });
  // What is open stays open, but for a survey that is not made yet.
  const isKnown = state.survey === null || state.survey.place < walk.surveys.length;
  const open = isKnown ? {} : ({ survey: null, expanded: false, focus: 'hops' } as const);
  const next: ExplorerState = { ...state, ...open, timeline, walk, phase };
  const isSameHop = chosenEntry(next)?.hop.id === chosenEntry(state)?.hop.id;
  return isKnown && isSameHop ? next : { ...next, scroll: { ...state.scroll, message: 0 } };
}

function withNews(state: ExplorerState, news: News): ExplorerState {
  const { walk } = state;
  switch (news.type) {
    case 'event': {
      const next = { ...state, walk: withEvent(walk, news.event) };
      if (news.event.type === 'end') return { ...next, phase: 'ended' };
      // Following the newest hop, the message begins at its start again.
      const moved = state.chosen === null && state.survey === null && next.walk.newest !== walk.newest;
      return moved ? { ...next, scroll: { ...state.scroll, message: 0 } } : next;
    }
    case 'system':
      return { ...state, walk: { ...walk, system: news.answer } };
    case 'resolvers':
      return { ...state, walk: { ...walk, resolvers: news.voices } };
    case 'compared':
      return { ...state, walk: { ...walk, comparison: news.comparison } };
    case 'over':
      return state.phase === 'walking' ? { ...state, phase: 'cancelled' } : state;
  }
}
