/**
 * What was told of a walk, in the order in which it came, and the moment of it that is on the screen. How the state is
 * made from it is told in time-travel.ts.
 */

import type { Comparison } from '../../compare/comparison.ts';
import type { ResolverVoice } from '../../render/compare.ts';
import type { WalkEvent } from '../../resolver/events.ts';
import type { SystemAnswer } from '../../system/system-answer.ts';
import { clamp } from '../drawing/layout.ts';

/** What a walk says; `over`: it will say no more. */
export type News =
  | { readonly type: 'event'; readonly serial: number; readonly event: WalkEvent }
  | { readonly type: 'system'; readonly serial: number; readonly answer: SystemAnswer }
  | { readonly type: 'compared'; readonly serial: number; readonly comparison: Comparison }
  | { readonly type: 'resolvers'; readonly serial: number; readonly voices: readonly ResolverVoice[] }
  | { readonly type: 'over'; readonly serial: number };

export interface Timeline {
  readonly told: readonly News[];
  /** How much of it is on the screen; null: now, which is all of it and what is still to come. */
  readonly position: number | null;
  /** The position moves forward by itself. */
  readonly isPlaying: boolean;
}

export const NEW_TIMELINE: Timeline = { told: [], position: null, isPlaying: false };

/** False where nothing was left to say: the walk had ended already, or was known to be given up. */
export function saysSomething({ told }: Timeline, news: News): boolean {
  if (news.type !== 'over') return true;
  return !told.some((each) => each.type === 'over' || (each.type === 'event' && each.event.type === 'end'));
}

/** How long the moment on the screen stays when time plays: as long as it lasted, within what an eye can bear. */
export function pauseMs({ told, position }: Timeline): number {
  const at = position ?? told.length;
  const before = told
    .slice(0, at)
    .map(momentMs)
    .findLast((moment) => moment !== null);
  const next = told[at] ? momentMs(told[at]) : null;
  if (next === null) return SHORTEST_PAUSE_MS;
  return clamp(next - (before ?? 0), SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS);
}

/** By the clock of the walk; null for what it does not time: that comes right after what it follows. */
function momentMs(news: News): number | null {
  if (news.type !== 'event') return null;
  const { event } = news;
  if (event.type === 'query') return event.hop.startMs;
  if (event.type === 'hop') return event.hop.startMs + event.hop.elapsedMs;
  return event.type === 'end' ? event.cost.elapsedMs : null;
}

const SHORTEST_PAUSE_MS = 150;
const LONGEST_PAUSE_MS = 2000;

/** `event 12 of 31`; empty where the screen shows now. */
export function positionText({ told, position }: Timeline): string {
  return position === null ? '' : `event ${position} of ${told.length}`;
}
