/**
 * The walks that one came from: each kept with all that was told of it and as it was left, so that going back asks nothing
 * again. Pure.
 */

import { typeName } from '../../message/codes.ts';
import type { Asked, ExplorerState } from '../state.ts';
import { heard } from '../time/time-travel.ts';
import type { News } from '../time/timeline.ts';

/** What of the state belongs to one walk. */
const KEPT = [
  'shown',
  'before',
  'timeline',
  'phase',
  'walk',
  'focus',
  'expanded',
  'chosen',
  'survey',
  'path',
  'causes',
  'detail',
  'scroll',
] as const satisfies readonly (keyof ExplorerState)[];

export type Visit = Pick<ExplorerState, (typeof KEPT)[number]>;

export interface Visits {
  /** The last one is the walk before. */
  readonly back: readonly Visit[];
  /** The last one is the walk after. */
  readonly forward: readonly Visit[];
}

const MOST_VISITS = 50;
const MOST_OCTETS = 32 * 1024 * 1024;

/** Before another walk takes its place on the screen: the same question again takes the place of the one before. */
export function leavingFor(state: ExplorerState, next: Asked): Visits {
  const { shown, visits } = state;
  if (shown === null || isSame(shown, next)) return visits;
  return { back: bounded([...visits.back, visitOf(state)]), forward: [] };
}

/** The walk before; `forward` the one that one came back from. */
export function gone(state: ExplorerState, way: 'back' | 'forward'): ExplorerState {
  const visit = state.visits[way].at(-1);
  if (!visit) return { ...state, notice: NOWHERE[way] };
  const other = way === 'back' ? 'forward' : 'back';
  const here = state.shown === null ? [] : [visitOf(state)];
  const visits = {
    ...state.visits,
    [way]: state.visits[way].slice(0, -1),
    [other]: [...state.visits[other], ...here],
  };
  // What is asked from there is asked as it was, and where.
  const { wishes, place } = visit.shown ?? state;
  const there = { ...state, ...visit, wishes, place, visits };
  return { ...there, asked: visit.shown, heardOf: null, link: null, foundAt: null };
}

const NOWHERE = {
  back: { text: 'There is no walk before this one.', tone: 'warning' },
  forward: { text: 'There is no walk after this one.', tone: 'warning' },
} as const;

/** `← www.example.com. A (2 more)  → example.net. NS`, and the same in short; none where there is nowhere to go. */
export function trailTexts({ visits: { back, forward } }: ExplorerState): readonly string[] {
  if (back.length + forward.length === 0) return [];
  const sides = [
    ['←', back],
    ['→', forward],
  ] as const;
  const shown = sides.filter(([, visits]) => visits.length > 0);
  return [
    shown.map(([arrow, visits]) => `${arrow} ${visitName(visits.at(-1)!)}${moreText(visits)}`).join('  '),
    shown.map(([arrow, visits]) => `${arrow} ${visits.length}`).join('  '),
  ];
}

function moreText({ length }: readonly Visit[]): string {
  return length > 1 ? ` (${length - 1} more)` : '';
}

export function visitName({ walk, shown }: Pick<Visit, 'walk' | 'shown'>): string {
  if (walk.question) return `${walk.question.name} ${typeName(walk.question.type)}`;
  return shown ? `${shown.name} ${shown.type}`.trim() : '';
}

/** A walk that is left is given up; time stands still in it. */
function visitOf(state: ExplorerState): Visit {
  const { shown } = state;
  const left = shown === null ? state : heard(state, { type: 'over', serial: shown.serial });
  const visit = Object.fromEntries(KEPT.map((key) => [key, left[key]])) as unknown as Visit;
  return { ...visit, timeline: { ...visit.timeline, isPlaying: false } };
}

function isSame(one: Asked, other: Asked): boolean {
  const unnumbered = (asked: Asked): string => JSON.stringify({ ...asked, serial: 0 });
  return unnumbered(one) === unnumbered(other);
}

/** The walk before is kept however large it is. */
function bounded(visits: readonly Visit[]): readonly Visit[] {
  let octets = 0;
  const kept = visits
    .slice(-MOST_VISITS)
    .toReversed()
    .filter((visit, place) => {
      octets += weightOf(visit);
      return place === 0 || octets <= MOST_OCTETS;
    });
  return kept.toReversed();
}

/** About how many octets the messages of a visit take. */
function weightOf({ timeline }: Visit): number {
  return timeline.told.reduce((sum, news) => sum + NEWS_OCTETS + messageOctets(news), 0);
}

const NEWS_OCTETS = 512;
/** A message as values takes several times its octets. */
const VALUES_FACTOR = 8;

function messageOctets(news: News): number {
  if (news.type !== 'event' || news.event.type !== 'hop') return 0;
  const { query, reply, rejected } = news.event.hop;
  const refused = rejected.reduce((sum, { octets }) => sum + octets.length, 0);
  return query.length + refused + (reply?.length ?? 0) * VALUES_FACTOR;
}
