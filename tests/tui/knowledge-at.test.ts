/** The fold of what is known, as the explorer keeps it: the same on every way, and made once. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterEvent } from '../../src/resolver/knowledge/after-event.ts';
import { NOTHING_KNOWN } from '../../src/resolver/knowledge/knowledge.ts';
import { readingLines } from '../../src/tui/detail/reading-lines.ts';
import { knowledgeAt } from '../../src/tui/time/knowledge-at.ts';
import type { News } from '../../src/tui/time/timeline.ts';
import { pressed, walked } from './explorer-states.ts';
import { longWalk } from './long-walk.ts';
import { sampleEvents } from './sample-session.ts';

const events = sampleEvents();

test('what is shown of a moment does not depend on the way there', () => {
  const told = walked(events).timeline.told;
  const folded = (count: number): unknown =>
    told
      .slice(0, count)
      .reduce(
        (known, news) => (news.type === 'event' ? afterEvent(known, news.event) : known),
        NOTHING_KNOWN,
      );
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: told.length }), { maxLength: 12 }), (counts) => {
      for (const count of counts) expect(knowledgeAt(told, count)).toEqual(folded(count));
    }),
  );
});

test('another list with the same news in it is folded anew', () => {
  const told = walked(events).timeline.told;
  knowledgeAt(told, told.length);
  const fewer = told.filter(
    (news) => news.type !== 'event' || news.event.type !== 'hop' || news.event.hop.id > 3,
  );
  const folded = fewer.reduce(
    (known, news) => (news.type === 'event' ? afterEvent(known, news.event) : known),
    NOTHING_KNOWN,
  );
  expect(knowledgeAt(fewer, fewer.length)).toEqual(folded);
});

test('a long walk is folded once: a step in time or one event more costs a few', () => {
  let folded = 0;
  const told = longWalk(1000).map((event): News => {
    const news = { type: 'event', serial: 1, event } as const;
    return Object.defineProperty({ ...news }, 'event', { get: () => (folded++, event) });
  });
  const cost = (count: number, list: readonly News[] = told): number => {
    folded = 0;
    knowledgeAt(list, count);
    return folded;
  };
  expect(cost(told.length)).toBe(told.length);
  expect(cost(told.length)).toBe(0);
  for (const count of [told.length - 1, 1000, 1001, 3, 777]) expect(cost(count)).toBeLessThanOrEqual(32);
  const more: News = { type: 'event', serial: 1, event: events.at(-1)! };
  expect(cost(told.length + 1, [...told, more])).toBe(0);
});

test('the same screen is not made twice', () => {
  const state = pressed(walked(longWalk(100)), '5');
  expect(readingLines(pressed(state, 'tab', 'tab', 'j'), 80)).toBe(readingLines(state, 80));
});
