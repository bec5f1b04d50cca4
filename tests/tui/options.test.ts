/** How walks are made: the options, the worlds, other resolvers, and what a run changed against the one before. */

import { expect, test } from 'vitest';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { lineWidth, paint } from '../../src/tui/drawing/styled-line.ts';
import { titleLine } from '../../src/tui/drawing/frame-lines.ts';
import { layoutOf } from '../../src/tui/drawing/layout.ts';
import { menuLines } from '../../src/tui/menu/menu-lines.ts';
import { PLAIN_WISHES, turned, WALK_OPTIONS, wishesText } from '../../src/tui/options/walk-wishes.ts';
import { pageText } from '../../src/tui/page/page.ts';
import { reduce, type Action } from '../../src/tui/reducer.ts';
import type { ExplorerState } from '../../src/tui/state.ts';
import { computerLines } from '../../src/tui/computer/computer-lines.ts';
import { resultLines } from '../../src/tui/walk/result-lines.ts';
import { pressed, walked } from './explorer-states.ts';
import { SAMPLE_COMPARISON, sampleEvents } from './sample-session.ts';

const events = sampleEvents();
const told = (state: ExplorerState, serial: number, list: readonly WalkEvent[]): ExplorerState =>
  [
    { type: 'started', serial } as const,
    ...list.map((event): Action => ({ type: 'event', serial, event })),
  ].reduce(reduce, state);
const textOf = (lines: readonly ReturnType<typeof titleLine>[]): string =>
  lines.map((line) => paint(line, false)).join('\n');
const WORLDS = [
  { name: 'one', title: 'The first', story: 'Once upon a time.', question: { name: 'a.test.', type: 'MX' } },
  { name: 'two', title: 'The second', story: 'And then.', question: { name: 'b.test.', type: 'A' } },
];

test('each option goes through its values and back, and says so where it is not as usual', () => {
  for (const option of WALK_OPTIONS) {
    const round = option.values.reduce((wishes) => turned(option, wishes, 1), PLAIN_WISHES);
    expect(round).toEqual(PLAIN_WISHES);
    const changed = turned(option, PLAIN_WISHES, 1);
    expect(changed).not.toEqual(PLAIN_WISHES);
    expect(turned(option, changed, -1)).toEqual(PLAIN_WISHES);
    expect(wishesText(changed)).not.toBe('');
  }
  expect(wishesText(PLAIN_WISHES)).toBe('');
});

test('Enter walks with what was chosen, which the title says; Esc keeps it for the next walk', () => {
  const chosen = pressed(walked(events), 'o', ' ', 'down', 'down', 'right');
  expect(chosen.wishes).toMatchObject({ minimise: true, transport: 'tcp' });
  const asked = pressed(chosen, 'enter');
  expect(asked.asked).toMatchObject({
    serial: 2,
    name: 'www.example.com',
    wishes: { minimise: true, transport: 'tcp' },
  });
  const again = told(asked, 2, events);
  expect(again).toMatchObject({ menu: null, shown: { wishes: { minimise: true } } });
  expect(textOf([titleLine(again, 100)])).toContain('www.example.com. A  minimise, TCP');
  expect(pressed(chosen, 'escape', 'r').asked).toMatchObject({ wishes: { minimise: true } });
});

test('resolvers are typed, without doubles, and not too many', () => {
  const typing = pressed(
    walked(events),
    'o',
    'end',
    'right',
    ...Array.from('@192.0.2.1 192.0.2.1,@x#53'),
    'enter',
  );
  expect(typing).toMatchObject({
    prompt: null,
    menu: { name: 'options' },
    wishes: { resolvers: ['192.0.2.1', 'x#53'] },
  });
  const nine = Array.from({ length: 9 }, (_, i) => `192.0.2.${i}`).join(' ');
  const many = pressed(walked(events), 'o', 'end', ' ', ...Array.from(nine), 'enter');
  expect(many).toMatchObject({ prompt: { error: expect.stringMatching(/No more than 8/) as string } });
});

test('a resolver beside the computer has its answer, its verdict and the causes', () => {
  const answer = {
    server: '192.0.2.1#53',
    outcome: 'reply',
    rcode: 3,
    answers: [],
    detail: '',
    flags: [],
    rttMs: 1,
  } as never;
  const state = reduce(walked(events), {
    type: 'resolvers',
    serial: 1,
    voices: [{ typed: '192.0.2.1', answer, comparison: SAMPLE_COMPARISON }],
  });
  const text = textOf(computerLines(state, 60));
  expect(text).toMatch(/@192\.0\.2\.1\n {2}≠ differs from the walk\n {2}NXDOMAIN\n• info HOSTS_FILE/);
});

test('worlds are read when they are first wanted; Enter asks the question of one, there', () => {
  const opened = pressed(walked(events), 'l');
  expect(opened).toMatchObject({ menu: { name: 'worlds' }, wish: { wish: { kind: 'worlds' } } });
  const read = reduce(opened, { type: 'worlds', worlds: WORLDS });
  expect(textOf(menuLines(read, read.menu!, { columns: 80, rows: 20 }))).toContain('Once upon a time.');
  const there = pressed(read, 'down', 'enter');
  expect(there.asked).toMatchObject({ name: 'b.test.', type: 'A', place: 'two' });
  const arrived = told(there, 2, events);
  expect(textOf([titleLine(arrived, 80)])).toMatch(/^ lab world: two /);
  expect(pressed(read, 'right').page?.about).toMatchObject({ kind: 'world', world: { name: 'one' } });
  // The way back is only taken on purpose, and asks nobody by itself.
  const left = pressed(arrived, 'l', 'end', 'enter');
  expect(left).toMatchObject({
    place: null,
    asked: { serial: 2 },
    prompt: { purpose: 'question', before: '' },
  });
});

test('what cannot be walked for is said where it was asked, with the name to mend', () => {
  const asked = pressed(walked(events), 'o', 'enter');
  const refused = reduce(asked, { type: 'refused', serial: 2, error: 'no such world' });
  expect(refused).toMatchObject({
    menu: null,
    prompt: { before: 'www.example.com A', error: 'no such world' },
  });
});

test('a second run says what it changed, and d shows all of it', () => {
  const first = walked(events);
  expect(pressed(first, 'd').notice?.text).toMatch(/^There is no run before/);
  const fewer = events.filter((event) => !(event.type === 'hop' && event.hop.id === 4));
  const second = told(
    pressed(first, 'r'),
    2,
    fewer.map((event) =>
      event.type === 'end' ? { ...event, cost: { ...event.cost, queries: event.cost.queries - 1 } } : event,
    ),
  );
  expect(second.notice?.text).toBe('Against the run before: same answer, 1 query less; d shows what changed');
  const page = pressed(second, 'd');
  const lines = pageText(page, page.page!.about, layoutOf(page).page).lines;
  expect(textOf(lines)).toContain('two runs');
  for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(80);
  // Only one is kept.
  const third = told(pressed(second, 'r'), 3, events);
  expect(third.before?.asked.serial).toBe(2);
  // Travelling in time says it no second time.
  expect(pressed(second, '<', '>').notice).toBeNull();
  // Another question has nothing to be compared with in passing.
  const other = told(pressed(first, '/', ...Array.from('a.test'), 'enter'), 2, events);
  expect(other.notice).toBeNull();
});

test('before a walk has ended there is nothing to compare', () => {
  const running = told(pressed(walked(events), 'r'), 2, events.slice(0, 5));
  expect(pressed(running, 'd').notice?.text).toMatch(/^The walk has not ended/);
});

test('where nobody replies at all, the lab is offered, unless one is there', () => {
  const silent = events.flatMap((event): WalkEvent[] => {
    if (event.type === 'end')
      return [
        {
          ...event,
          ending: {
            ...event.ending,
            status: 'failure',
            reason: 'no-reply',
            message: 'Silence.',
            answers: [],
          },
        },
      ];
    return event.type === 'start' ? [event] : [];
  });
  const text = (state: ExplorerState): string => textOf(resultLines(state, 200, 3));
  expect(text(walked(silent))).toContain('l shows the worlds of the lab');
  const inLab = walked(silent);
  expect(text({ ...inLab, shown: { ...inLab.shown!, place: 'one' } })).not.toContain('l shows');
});

test('menus fit their screen, whatever stands in them', () => {
  const state = reduce(pressed(walked(events), 'l'), {
    type: 'worlds',
    worlds: [
      { ...WORLDS[0]!, name: 'x'.repeat(300), title: '\u001b[2J漢'.repeat(99), story: 's '.repeat(999) },
    ],
  });
  for (const columns of [40, 80, 200]) {
    const lines = menuLines(state, state.menu!, { columns, rows: 12 });
    expect(lines.length).toBeLessThanOrEqual(12);
    for (const line of lines) {
      expect(lineWidth(line)).toBeLessThanOrEqual(columns);
      expect(paint(line, false)).not.toContain('\u001b');
    }
  }
});
