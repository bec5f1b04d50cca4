/** What events and keys do to the state, without a terminal. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { fitColumns } from '../../src/tui/walk/hop-columns.ts';
import { hopLines } from '../../src/tui/walk/hop-lines.ts';
import { KEY_TABLE } from '../../src/tui/keys/key-table.ts';
import { layoutOf, windowAround } from '../../src/tui/drawing/layout.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { chosenEntry, visibleRows, type ExplorerState } from '../../src/tui/state.ts';
import { initialState } from '../../src/tui/first-state.ts';
import { lineWidth, paint } from '../../src/tui/drawing/styled-line.ts';
import { NEW_WALK, withEvent, type WalkState } from '../../src/tui/walk/walk-state.ts';
import { pressed, SMALL, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';

const events = sampleEvents();
const hops = events.filter((event) => event.type === 'hop');
const fold = (list: readonly WalkEvent[]): WalkState => list.reduce(withEvent, NEW_WALK);
const idsAndDepths = ({ hops: entries }: WalkState): string =>
  entries.map(({ hop, depth }) => `${hop.id}/${depth}`).join(' ');
const chosenId = (state: ExplorerState): number | undefined => chosenEntry(state)?.hop.id;

test('lists hops as they arrive, those of sub-walks under the hop that needed them', () => {
  expect(idsAndDepths(fold(events))).toBe('1/0 2/0 3/0 4/0 5/0 6/0 7/1 8/1 9/0');
  const late = [
    ...hops.filter(({ hop }) => hop.parent === null),
    ...hops.filter(({ hop }) => hop.parent !== null),
  ];
  expect(idsAndDepths(fold(late))).toBe('1/0 2/0 3/0 4/0 5/0 6/0 7/1 8/1 9/0');
});

test('takes hops whose parents are unknown, or circular, as they come', () => {
  const [first, second] = hops;
  const odd = [
    { ...first!, hop: { ...first!.hop, parent: 2 } },
    { ...second!, hop: { ...second!.hop, parent: 1 } },
  ];
  expect(idsAndDepths(fold(odd))).toBe('1/0 2/1');
});

const next = (state: ExplorerState): ExplorerState =>
  reduce(state, { type: 'event', serial: 1, event: hops[8]! });

test('follows the newest hop until one is chosen, and again at the end of the list', () => {
  const half = walked(events.slice(0, 8));
  expect(chosenId(next(half))).toBe(9);
  const chosen = pressed(half, 'k');
  expect(chosenId(next(chosen))).toBe(chosenId(chosen));
  expect(chosenId(next(pressed(chosen, 'G')))).toBe(9);
  // Nor does a message that is being read give way to the next.
  expect(chosenId(next(pressed(half, 'enter')))).toBe(chosenId(half));
});

test('moves by lines, pages and ends without leaving the list', () => {
  const state = walked(events);
  expect(chosenId(pressed(state, 'g'))).toBe(1);
  expect(chosenId(pressed(state, 'g', 'up'))).toBe(1);
  expect(chosenId(pressed(state, 'g', 'j', 'down', 'k'))).toBe(2);
  expect(chosenId(pressed(state, 'home', 'pagedown', 'pagedown', 'pagedown'))).toBe(9);
  expect(chosenId(pressed(state, 'pageup', 'pageup'))).toBe(1);
});

test('scrolls the focused pane as far as it has lines', () => {
  const reading = pressed(walked(events), 'tab', 'tab');
  expect(reading.focus).toBe('message');
  const bottom = pressed(reading, 'G');
  expect(bottom.scroll.message).toBeGreaterThan(0);
  expect(pressed(bottom, 'j', 'pagedown').scroll.message).toBe(bottom.scroll.message);
  expect(pressed(bottom, 'k').scroll.message).toBe(bottom.scroll.message - 1);
  expect(pressed(bottom, 'g', 'k').scroll.message).toBe(0);
  expect(pressed(bottom, 'shift+tab').focus).toBe('computer');
  expect(pressed(bottom, 'tab').focus).toBe('hops');
});

test('Esc closes one thing after the other, then cancels the walk', () => {
  const state = pressed(walked(events.slice(0, 5)), 'enter', '?');
  expect(state).toMatchObject({ page: { about: { kind: 'help' } }, expanded: true, phase: 'walking' });
  const steps = [1, 2, 3].map((count) => pressed(state, ...Array.from({ length: count }, () => 'escape')));
  expect(steps[0]).toMatchObject({ page: null, expanded: true, phase: 'walking' });
  expect(steps[1]).toMatchObject({ expanded: false, phase: 'walking' });
  expect(steps[2]).toMatchObject({ phase: 'cancelled' });
});

test('a question is asked once it is sent, and shown once it is started', () => {
  const asked = pressed(walked(events), '/', ...Array.from('a.test AAAA'), 'enter');
  expect(asked.asked).toMatchObject({ serial: 2, name: 'a.test', type: 'AAAA' });
  expect(asked.shown?.serial).toBe(1);
  const refused = reduce(asked, { type: 'refused', serial: 2, error: 'no' });
  expect(refused).toMatchObject({ asked: refused.shown, prompt: { before: 'a.test AAAA', error: 'no' } });
  const started = reduce(asked, { type: 'started', serial: 2 });
  expect(started).toMatchObject({ shown: asked.asked, prompt: null, phase: 'walking', walk: NEW_WALK });
  // What the walk before still has to say comes too late.
  expect(reduce(started, { type: 'event', serial: 1, event: events[1]! })).toBe(started);
});

test('a first question that is refused can be corrected', () => {
  const state = initialState({ title: '', size: SMALL, initial: { name: 'a..b', type: 'A' } });
  const refused = reduce(state, { type: 'refused', serial: 1, error: 'an empty label' });
  expect(refused.prompt).toMatchObject({ before: 'a..b A', after: '', error: 'an empty label' });
});

test('a paste while browsing opens the input line instead of pressing keys', () => {
  const state = reduce(walked(events), { type: 'paste', text: 'quit.example\n' });
  expect(state).toMatchObject({ exitStatus: null, prompt: { before: 'quit.example' } });
});

test('any keys in any order keep the lines inside their panes', () => {
  const names = KEY_TABLE.flatMap(({ presses }) => presses).filter(
    (name) => name !== 'q' && name !== 'ctrl+c',
  );
  const key = fc.constantFrom(...names, 'x', '.');
  const size = fc.record({
    columns: fc.integer({ min: 80, max: 200 }),
    rows: fc.integer({ min: 24, max: 70 }),
  });
  fc.assert(
    fc.property(fc.array(key, { maxLength: 30 }), size, fc.nat(events.length), (keys, window, told) => {
      const state = pressed(reduce(walked(events.slice(0, told)), { type: 'resize', size: window }), ...keys);
      const { hops: area } = layoutOf(state);
      const lines = hopLines(state, area);
      expect(lines.length).toBeLessThanOrEqual(area.rows);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(area.columns);
      const marked = lines.filter((line) => paint(line, false).startsWith('▸'));
      const count = visibleRows(state).length + state.walk.surveys.length;
      expect(marked).toHaveLength(Math.min(1, count));
    }),
  );
});

test('columns fit the room: long addresses give way first, then names a little, then whole columns', () => {
  const names = { zone: 12, server: 19, address: 39, source: 6, outcome: 10 };
  const wanted = { ...names, rtt: 6, bar: Infinity, octets: 4, transport: 3, question: 22 };
  const widths = (room: number): string =>
    fitColumns(wanted, room)
      .map(({ key, width }) => `${key} ${width}`)
      .join(', ');
  expect(widths(170)).toBe(
    'zone 12, server 19, address 39, source 6, question 22, transport 4, rtt 6, bar 12, octets 6, outcome 10',
  );
  expect(widths(90)).toBe('zone 12, server 19, address 21, source 6, transport 4, rtt 6, bar 5, outcome 10');
  const overUdp = fitColumns({ ...wanted, transport: 0 }, 82).map(({ key }) => key);
  expect(overUdp).not.toContain('transport');
  expect(widths(72)).toBe('zone 12, server 18, address 15, source 6, rtt 6, outcome 10');
  expect(widths(60)).toBe('zone 12, server 19, source 6, rtt 6, outcome 10');
  expect(widths(52)).toBe('zone 12, server 14, source 6, rtt 6, outcome 10');
  expect(widths(37)).toBe('zone 9, server 9, rtt 6, outcome 10');
  for (let room = 30; room < 200; room++) {
    const columns = fitColumns(wanted, room);
    expect(columns.reduce((sum, { width }) => sum + width + 1, -1)).toBeLessThanOrEqual(room);
  }
});

test.each([
  [0, 3, 8, 0],
  [2, 3, 8, 0],
  [0, 20, 8, 0],
  [10, 20, 8, 6],
  [19, 20, 8, 12],
  [-1, 0, 8, 0],
])('hop %i of %i in %i rows: shown from %i', (chosen, count, rows, from) => {
  expect(windowAround(chosen, count, rows)).toBe(from);
});
