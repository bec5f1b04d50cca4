/** Going back and forward among walks: all that was told is there again, and nothing is asked. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { titleLine } from '../../src/tui/drawing/frame-lines.ts';
import { lineWidth, paint } from '../../src/tui/drawing/styled-line.ts';
import { computerLines } from '../../src/tui/computer/computer-lines.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { spokenNews } from '../../src/tui/spoken/spoken-news.ts';
import type { ExplorerState } from '../../src/tui/state.ts';
import { begun, pressed, walked } from './explorer-states.ts';
import { SAMPLE_SYSTEM, sampleEvents } from './sample-session.ts';

const events = sampleEvents();
const first = walked(events);
const asked = (state: ExplorerState, text: string): ExplorerState =>
  begun(pressed(state, '/', ...Array.from(text), 'enter'));
const told = (state: ExplorerState, list: readonly WalkEvent[]): ExplorerState =>
  list.reduce((so, event) => reduce(so, { type: 'event', serial: so.asked!.serial, event }), state);
const names = ({ visits }: ExplorerState): { back: unknown[]; forward: unknown[] } => ({
  back: visits.back.map(({ shown }) => shown?.name),
  forward: visits.forward.map(({ shown }) => shown?.name),
});
const title = (state: ExplorerState, columns = 120): string => paint(titleLine(state, columns), false);

test('Backspace brings the walk before back as it was left, and Alt-→ returns from there', () => {
  const left = pressed(first, 'g', 'j', '1', 'enter', 'down');
  const second = told(asked(left, 'a.test MX'), events.slice(0, 6));
  expect(second.walk.hops.length).toBeLessThan(left.walk.hops.length);
  const back = pressed(second, 'backspace');
  const { shown, walk, phase, timeline, chosen, detail, expanded, scroll } = left;
  expect(back).toMatchObject({
    shown,
    walk,
    phase,
    timeline,
    chosen,
    detail,
    expanded,
    scroll,
    asked: shown,
  });
  expect(names(back)).toEqual({ back: [], forward: ['a.test'] });
  const again = pressed(back, 'alt+right');
  expect(again.walk).toBe(second.walk);
  expect(again.shown).toEqual(second.shown);
  expect(names(again)).toEqual({ back: ['www.example.com'], forward: [] });
});

test('what is asked after going back is asked as that walk was, and where', () => {
  const world = {
    name: 'one',
    title: '',
    story: '',
    question: { name: 'a.test.', type: 'MX' },
    findings: [],
    causes: [],
  };
  const inWorld = pressed({ ...first, worlds: [world] }, ':', ...Array.from('lab one'), 'enter');
  const tcp = pressed(begun(inWorld), ':', ...Array.from('trace b.test --tcp'), 'enter');
  expect(tcp.asked).toMatchObject({ place: 'one', wishes: { transport: 'tcp' } });
  const back = pressed(begun(tcp), 'backspace');
  expect(pressed(back, 'r').asked).toMatchObject({ place: 'one', wishes: { transport: 'udp' } });
  const there = asked(pressed(back, 'backspace'), 'c.test');
  expect(there.asked).toMatchObject({ place: null, wishes: { transport: 'udp' } });
});

test('a walk that is left is given up and says so; one that is not compared yet as well', () => {
  const walking = told(asked(first, 'a.test'), events.slice(0, 6));
  const returned = pressed(walking, 'backspace', 'alt+right');
  expect(returned.phase).toBe('cancelled');
  const ended = reduce(told(asked(first, 'a.test'), events), {
    type: 'system',
    serial: 2,
    answer: SAMPLE_SYSTEM,
  });
  const uncompared = pressed(ended, 'backspace', 'alt+right');
  expect(uncompared.phase).toBe('ended');
  expect(paint(computerLines(uncompared, 200)[0]!, false)).toBe(
    'not compared: the walk was left before that',
  );
});

test('what a walk that was left still says comes too late, also while it is on the screen again', () => {
  const back = pressed(told(asked(first, 'a.test'), events.slice(0, 6)), 'backspace');
  for (const serial of [1, 2]) {
    expect(reduce(back, { type: 'event', serial, event: events[3]! })).toBe(back);
    expect(reduce(back, { type: 'over', serial })).toBe(back);
  }
  // Nor is its number given to another walk.
  expect(asked(back, 'b.test').shown?.serial).toBe(3);
});

test('the same question again takes the place of the walk before, with other options it does not', () => {
  const second = asked(first, 'a.test');
  expect(names(begun(pressed(second, 'r')))).toEqual({ back: ['www.example.com'], forward: [] });
  const other = begun(pressed(second, 'o', ' ', 'enter'));
  expect(names(other)).toEqual({ back: ['www.example.com', 'a.test'], forward: [] });
  // Walking again before one goes forward again leaves the way there.
  expect(names(begun(pressed(second, 'backspace', 'r'))).forward).toEqual(['a.test']);
  expect(names(asked(pressed(second, 'backspace'), 'b.test')).forward).toEqual([]);
});

test('a question that is refused leaves all as it was', () => {
  const refused = reduce(pressed(first, '/', ...Array.from('a..b'), 'enter'), {
    type: 'refused',
    serial: 2,
    error: 'an empty label',
  });
  expect(refused).toMatchObject({ shown: first.shown, visits: first.visits, heardOf: 1 });
});

test('before the first walk and after the last one the keys say so', () => {
  expect(pressed(first, 'backspace').notice?.text).toBe('There is no walk before this one.');
  expect(pressed(first, 'alt+right').notice?.text).toBe('There is no walk after this one.');
  expect(pressed(walked([]), 'backspace').shown).toBeNull();
});

test('in Bytes Backspace first goes back to the pointer, Alt-← to the walk before at once', () => {
  const second = told(asked(first, 'a.test'), events);
  let state = pressed(second, '3', 'enter');
  while (state.detail.fields.trail.length === 0) state = pressed(state, 'j', 'enter');
  const followed = state;
  expect(pressed(followed, 'backspace').shown?.name).toBe('a.test');
  expect(pressed(followed, 'backspace', 'backspace').shown?.name).toBe('www.example.com');
  expect(pressed(followed, 'alt+left').shown?.name).toBe('www.example.com');
});

test('the title says whence and whither, in short where there is no room', () => {
  expect(title(first)).not.toMatch(/[←→]/);
  const third = told(asked(asked(first, 'a.test MX'), 'b.test'), events.slice(0, 1));
  expect(title(third)).toContain('www.example.com. A  ← a.test MX (1 more)');
  const middle = pressed(third, 'backspace');
  expect(title(middle)).toContain(' a.test MX  ← www.example.com. A  → www.example.com. A ');
  expect(title(middle, 44)).toContain('← 1  → 1');
  for (let columns = 40; columns < 130; columns++)
    expect(lineWidth(titleLine(middle, columns))).toBe(columns);
});

test('a screen reader is told where one is', () => {
  const second = told(asked(first, 'a.test'), events.slice(0, 6));
  const said = spokenNews(second, pressed(second, 'backspace'));
  expect(said[0]).toBe('Back at www.example.com. A.');
  expect(said.join(' ')).toContain('192.0.2.80');
});

test('no more walks are kept than can be remembered, and no more octets than that', () => {
  let state = first;
  for (let i = 0; i < 70; i++) state = asked(state, `n${i}.test`);
  expect(state.visits.back).toHaveLength(50);
  expect(state.visits.back.at(-1)?.shown?.name).toBe('n68.test');
  const large = events.map((event): WalkEvent =>
    event.type === 'hop' ? { ...event, hop: { ...event.hop, reply: new Uint8Array(65_535) } } : event,
  );
  let heavy = walked(large);
  for (let i = 0; i < 20; i++) heavy = told(asked(heavy, `n${i}.test`), large);
  expect(heavy.visits.back.length).toBeGreaterThan(1);
  expect(heavy.visits.back.length).toBeLessThan(20);
  expect(heavy.visits.back.at(-1)?.shown?.name).toBe('n18.test');
});

test('any way through the walks shows each with what was told of it', () => {
  const step = fc.constantFrom(
    'ask',
    'tell',
    'again',
    'backspace',
    'alt+left',
    'alt+right',
    ',',
    'enter',
    'tab',
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let state = first;
      let count = 0;
      const known = new Map<number, number>([[1, first.timeline.told.length]]);
      for (const each of steps) {
        if (each === 'ask') state = asked(state, `n${count++}.test`);
        else if (each === 'again') state = begun(pressed(state, 'r'));
        else if (each === 'tell')
          state = reduce(state, { type: 'event', serial: state.heardOf ?? 0, event: events[1]! });
        else state = pressed(state, each);
        // A name was gone to.
        if (state.asked !== state.shown) state = begun(state);
        const { serial } = state.shown!;
        const length = state.timeline.told.length;
        expect(length).toBeGreaterThanOrEqual(known.get(serial) ?? 0);
        known.set(serial, length);
        expect(state.asked).toBe(state.shown);
        const serials = [...state.visits.back, state, ...state.visits.forward].map(
          ({ shown }) => shown?.serial,
        );
        expect(new Set(serials).size).toBe(serials.length);
      }
    }),
    { numRuns: 100 },
  );
});
