/** Time travel: each moment shows what was known then, and no more. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reduce } from '../../src/tui/reducer.ts';
import { resultLines } from '../../src/tui/walk/result-lines.ts';
import { chosenEntry, chosenSurvey, type ExplorerState } from '../../src/tui/state.ts';
import { initialState } from '../../src/tui/first-state.ts';
import { paint } from '../../src/tui/drawing/styled-line.ts';
import { NEW_TIMELINE, pauseMs, type News } from '../../src/tui/time/timeline.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { walkIn } from '../support/small-internet.ts';
import { pressed, SMALL } from './explorer-states.ts';
import { MANY_CAUSES, SAMPLE_SYSTEM, sampleEvents } from './sample-session.ts';
import { SURVEYED_WORLD } from './surveyed-world.ts';

const serial = 1;
const sample = sampleEvents();
const { events: surveyed } = await walkIn(SURVEYED_WORLD, 'www.test', 'A', { survey: true });

/** The events with the answer of this computer after so many of them, and the comparison at the end. */
function newsOf(events: readonly WalkEvent[], systemAt = events.length): News[] {
  const told = events.map((event): News => ({ type: 'event', serial, event }));
  const system: News = { type: 'system', serial, answer: SAMPLE_SYSTEM };
  return [...told.toSpliced(systemAt, 0, system), { type: 'compared', serial, comparison: MANY_CAUSES }];
}

const begun = reduce(
  initialState({ title: 'rootwalk', size: SMALL, initial: { name: 'www.example.com', type: 'A' } }),
  { type: 'started', serial },
);
const after = (news: readonly News[], from = begun): ExplorerState => news.reduce(reduce, from);
const times = (count: number, key: string): string[] => Array.from({ length: count }, () => key);
/** All but where in time it is. */
const screenOf = (state: ExplorerState): ExplorerState => ({ ...state, timeline: NEW_TIMELINE });
const tick = (state: ExplorerState): ExplorerState => reduce(state, { type: 'tick' });
const strip = (state: ExplorerState): string => paint(resultLines(state, 120, 3).at(-1)!, false);

const WALKS = [
  ['the sample', sample],
  ['a surveyed walk', surveyed],
] as const;

test.each(WALKS)('each moment of %s is the state after only that many events', (_name, events) => {
  fc.assert(
    fc.property(fc.nat(events.length), (systemAt) => {
      const news = newsOf(events, systemAt);
      let earlier = after(news);
      for (let count = news.length - 1; count > 0; count--) {
        earlier = pressed(earlier, ',');
        expect(earlier.timeline.position).toBe(count);
        expect(screenOf(earlier)).toEqual(screenOf(after(news.slice(0, count))));
      }
      expect(pressed(earlier, ',')).toEqual(earlier);
    }),
    { numRuns: 5 },
  );
});

test.each(WALKS)('any way through %s shows the moment where it ends, whatever is chosen', (_name, events) => {
  const news = newsOf(events);
  const key = fc.constantFrom(',', '.', '<', '>', ' ', 'tick', 'news', 'k', 'G', 'enter', 'tab', 'escape');
  fc.assert(
    fc.property(fc.nat(news.length), fc.array(key, { maxLength: 40 }), (count, keys) => {
      let heard = count;
      let state = after(news.slice(0, count));
      for (const each of keys) {
        if (each === 'tick') state = tick(state);
        else if (each !== 'news') state = pressed(state, each);
        else if (state.phase !== 'cancelled') state = after(news.slice(heard, ++heard), state);
      }
      const { told, position } = state.timeline;
      const { walk, phase } = after(told.slice(0, position ?? told.length));
      expect({ walk: state.walk, phase: state.phase }).toEqual({ walk, phase });
      // A chosen hop or survey is one that is known.
      if (walk.hops.length > 0 && !state.survey) expect(walk.hops).toContainEqual(chosenEntry(state));
      if (state.survey) expect(chosenSurvey(state)).not.toBeNull();
    }),
  );
});

test('the walk goes on in the background and does not move the view', () => {
  const news = newsOf(sample);
  const stepped = pressed(after(news.slice(0, 9)), ',', ',');
  const later = after(news.slice(9), stepped);
  expect(screenOf(later)).toEqual(screenOf(stepped));
  expect(strip(stepped)).toMatch(/^event 7 of 9, > returns to now {2}timeout at a\.gtld-servers\.net\. /);
  expect(strip(later)).toMatch(new RegExp(`^event 7 of ${news.length}, > returns to now `));
  for (const key of ['>', 'escape']) expect(screenOf(pressed(later, key))).toEqual(screenOf(after(news)));
  expect(pressed(later, ...times(news.length - 7, '.'))).toEqual(after(news));
});

test('after the last event it is now again, and the walk is followed', () => {
  const news = newsOf(sample);
  const now = pressed(after(news.slice(0, 9)), ',', '.');
  expect(now.timeline.position).toBeNull();
  expect(screenOf(after(news.slice(9), now))).toEqual(screenOf(after(news)));
  expect(strip(now)).not.toContain('event');
});

test('a chosen hop stays chosen through a time that does not know it', () => {
  const news = newsOf(sample);
  const chosen = pressed(after(news), 'g', 'j', 'j');
  const hopAt = (state: ExplorerState): number | undefined => chosenEntry(state)?.hop.id;
  expect(hopAt(chosen)).toBe(3);
  const early = pressed(chosen, '<', '.', '.', '.');
  expect([early.walk.hops.length, hopAt(early)]).toEqual([1, 1]);
  expect(hopAt(pressed(early, '>'))).toBe(3);
});

test('a survey that is not made yet is left', () => {
  const open = pressed(after(newsOf(surveyed)), 'G', 'enter');
  expect(pressed(open, ',')).toMatchObject({ expanded: true, survey: open.survey });
  expect(pressed(open, '<')).toMatchObject({ expanded: false, survey: null, focus: 'hops' });
});

test('Space plays from the first event to now, or from where it is, and stops', () => {
  const news = newsOf(sample);
  const playing = pressed(after(news), ' ');
  expect(playing.timeline).toMatchObject({ position: 1, isPlaying: true });
  expect(strip(playing)).toContain(`event 1 of ${news.length}, playing, > returns to now`);
  expect(tick(playing).timeline).toMatchObject({ position: 2, isPlaying: true });
  const stopped = pressed(tick(playing), ' ');
  expect(stopped.timeline).toMatchObject({ position: 2, isPlaying: false });
  expect(tick(stopped)).toBe(stopped);
  expect(pressed(stopped, ' ').timeline).toMatchObject({ position: 2, isPlaying: true });
  for (const key of [',', '.', '<', '>']) expect(pressed(playing, key).timeline.isPlaying).toBe(false);
  let last = playing;
  for (let i = 1; i < news.length; i++) last = tick(last);
  expect(last).toEqual(after(news));
});

test('a cancelled walk can be travelled, and the next walk begins at now', () => {
  const cancelled = pressed(after(newsOf(sample).slice(0, 6)), 'escape');
  expect(cancelled.phase).toBe('cancelled');
  const back = pressed(cancelled, ',');
  expect([back.phase, back.timeline.position]).toEqual(['walking', 6]);
  expect(strip(pressed(back, ','))).toContain('event 5 of 7');
  expect(pressed(back, '.')).toEqual(cancelled);
  const again = reduce(pressed(back, 'r'), { type: 'started', serial: 2 });
  expect(again.timeline).toEqual(NEW_TIMELINE);
  // That it is over is no news to who cancelled it.
  expect(after([{ type: 'over', serial }], cancelled)).toEqual(cancelled);
});

test('without a walk, and at its first event, there is no other time', () => {
  const idle = pressed(initialState({ title: '', size: SMALL, initial: undefined }), 'escape');
  for (const state of [idle, begun, after(newsOf(sample).slice(0, 1))])
    for (const key of [',', '.', '<', '>', ' ']) expect(pressed(state, key)).toEqual(state);
});

test('a moment is played as long as it lasted, within bounds', () => {
  const news = newsOf(sample);
  const pauseAt = (position: number): number => pauseMs({ told: news, position, isPlaying: true });
  const placeOf = (type: 'query' | 'hop', id: number): number =>
    news.findIndex((each) => each.type === 'event' && each.event.type === type && each.event.hop.id === id);
  // Silence of 1000 ms, a reply after 23.8 ms, a reply after 1204 ms.
  expect([2, 3, 9].map((id) => pauseAt(placeOf('hop', id)))).toEqual([1000, 150, 1204]);
  expect(pauseAt(placeOf('query', 1))).toBe(150);
  for (let position = 1; position < news.length; position++) {
    expect(pauseAt(position)).toBeGreaterThanOrEqual(150);
    expect(pauseAt(position)).toBeLessThanOrEqual(2000);
  }
});
