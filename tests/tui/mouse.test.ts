/** The mouse: reports told from keys however they are cut, and what a click or the wheel does where. */

import * as fc from 'fast-check';
import { renderToString } from 'ink';
import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import { fieldChoice } from '../../src/tui/detail/bytes/byte-choice.ts';
import type { WindowSize } from '../../src/tui/drawing/layout.ts';
import type { MouseEvent } from '../../src/tui/mouse/mouse-event.ts';
import { FIRST_SCAN, isWaitingForKey, scanned, waited } from '../../src/tui/mouse/mouse-scanner.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { Screen } from '../../src/tui/screen.tsx';
import { chosenEntry, chosenIndex, type ExplorerState } from '../../src/tui/state.ts';
import { walkIn } from '../support/small-internet.ts';
import { SURVEYED_WORLD } from './surveyed-world.ts';
import { pressed, walked } from './explorer-states.ts';
import { MANY_CAUSES, sampleEvents } from './sample-session.ts';

interface Heard {
  readonly keys: string;
  readonly events: readonly MouseEvent[];
}

function heard(chunks: readonly string[]): Heard {
  let scan = FIRST_SCAN;
  let keys = '';
  const events: MouseEvent[] = [];
  for (const chunk of chunks) {
    const result = scanned(scan, chunk);
    scan = result.scan;
    keys += result.keys;
    events.push(...result.events);
  }
  return { keys: keys + waited(scan).keys, events };
}

const report = (code: number, x: number, y: number, final = 'M'): string => `\x1b[<${code};${x};${y}${final}`;

describe('reports', () => {
  test.each<[string, MouseEvent[]]>([
    [report(0, 1, 1), [{ kind: 'press', column: 0, row: 0 }]],
    [report(0, 300, 100), [{ kind: 'press', column: 299, row: 99 }]],
    [report(64, 5, 6), [{ kind: 'wheel-up', column: 4, row: 5 }]],
    [report(65, 5, 6), [{ kind: 'wheel-down', column: 4, row: 5 }]],
    [report(16, 2, 2), [{ kind: 'press', column: 1, row: 1 }]],
    [report(0, 1, 1, 'm'), []],
    [report(1, 1, 1), []],
    [report(2, 1, 1), []],
    [report(32, 1, 1), []],
    [report(0, 0, 1), []],
    [report(0, 99999, 1), []],
    ['\x1b[<0;1M', []],
    ['\x1b[<;;M', []],
    ['\x1b[M !!', []],
  ])('%j', (input, events) => {
    expect(heard([input])).toEqual({ keys: '', events });
  });

  const key = fc.constantFrom(
    'j',
    'q',
    '1',
    ';',
    'M',
    '[',
    '<',
    '\x1b[A',
    '\x1bOP',
    '\x1b[5~',
    'é',
    '\r',
    '\x1b\x1b[B',
  );
  const click = fc
    .tuple(fc.constantFrom(0, 64, 65), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 200 }))
    .map(([code, x, y]) => ({ code, x, y }));
  const pasted = fc
    .array(fc.constantFrom('a', '\x1b', report(0, 3, 3), '\x1b[<0;1', '\x1b[20'), { maxLength: 4 })
    .map((pieces) => `\x1b[200~${pieces.join('')}\x1b[201~`);

  test('are told from keys and pastes, however all of it is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(key, click, pasted), { maxLength: 12 }),
        fc.array(fc.nat(200), { maxLength: 8 }),
        (items, cuts) => {
          const text = items
            .map((item) => (typeof item === 'string' ? item : report(item.code, item.x, item.y)))
            .join('');
          const places = [
            0,
            ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b),
            text.length,
          ];
          const chunks = places.slice(1).map((place, i) => text.slice(places[i], place));
          const { keys, events } = heard(chunks);
          expect(keys).toBe(items.filter((item) => typeof item === 'string').join(''));
          expect(events).toHaveLength(items.filter((item) => typeof item !== 'string').length);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('that are broken type nothing', () => {
    const broken = fc
      .tuple(
        fc.array(fc.constantFrom('0', '9', ';', '12345'), { maxLength: 40 }),
        fc.constantFrom('', 'M', 'm'),
      )
      .map(([middle, end]) => `\x1b[<${middle.join('')}${end}`);
    fc.assert(
      fc.property(fc.array(broken, { minLength: 1, maxLength: 5 }), fc.nat(30), (reports, cut) => {
        const text = `${reports.join('')}q`;
        expect(heard([text.slice(0, cut), text.slice(cut)]).keys).toBe('q');
      }),
    );
  });

  test('after an Esc that was told as a key, the rest of a report is no text', () => {
    const { scan } = scanned(FIRST_SCAN, '\x1b');
    expect(isWaitingForKey(scan)).toBe(true);
    const { scan: told, keys } = waited(scan);
    expect(keys).toBe('\x1b');
    expect(scanned(told, '[<0;5;5M')).toMatchObject({ keys: '', events: [{ column: 4, row: 4 }] });
    expect(scanned(told, '[').keys).toBe('[');
    expect(scanned(told, 'q').keys).toBe('q');
  });
});

const events = sampleEvents();
const SMALL: WindowSize = { columns: 80, rows: 24 };
const WIDE: WindowSize = { columns: 200, rows: 40 };
const TINY: WindowSize = { columns: 56, rows: 20 };

const screenOf = (state: ExplorerState): string[] =>
  renderToString(createElement(Screen, { state, look: false }), { columns: state.size.columns }).split('\n');

/** A click on the first place where the text stands on the screen. */
function clicked(state: ExplorerState, text: string, kind: MouseEvent['kind'] = 'press'): ExplorerState {
  const lines = screenOf(state);
  const row = lines.findIndex((line) => line.includes(text));
  expect(row, `${text} is on the screen:\n${lines.join('\n')}`).toBeGreaterThanOrEqual(0);
  return reduce(state, { type: 'mouse', event: { kind, column: lines[row]!.indexOf(text), row } });
}

const hopOf = (state: ExplorerState): unknown => chosenEntry(state)?.hop.id;
const start = (size: WindowSize): ExplorerState => walked(events, size, MANY_CAUSES);

test.each([SMALL, WIDE, TINY])('a click chooses a hop, a second one opens it: $columns×$rows', (size) => {
  const chosen = clicked(pressed(start(size), 'g'), 'glue    24 ms');
  expect(hopOf(chosen)).toBe(3);
  const opened = clicked(chosen, 'glue    24 ms');
  expect([opened.expanded, opened.focus]).toEqual([true, 'message']);
});

test.each([SMALL, WIDE])(
  'a click goes to a pane, chooses a cause there, and opens it: $columns×$rows',
  (size) => {
    const heading = clicked(start(size), 'This computer');
    expect([heading.focus, heading.causes.chosen]).toEqual(['computer', 0]);
    const second = MANY_CAUSES.findings[1]!.code;
    const chosen = clicked(start(size), second.slice(0, 12));
    expect([chosen.focus, chosen.causes.chosen]).toEqual(['computer', 1]);
    expect(clicked(chosen, second.slice(0, 12)).causes.opened).toContain(1);
  },
);

test.each([SMALL, WIDE])('tabs and footer keys act: $columns×$rows', (size) => {
  expect(clicked(start(size), 'Bytes').detail.tab).toBe('bytes');
  expect(clicked(start(size), 'Raw').detail.tab).toBe('raw');
  expect(clicked(start(size), '? help').page?.about.kind).toBe('help');
  expect(clicked(start(size), 'q quit').exitStatus).toBe(0);
  expect(clicked(pressed(start(size), '?'), 'Esc back').page).toBeNull();
});

test('on a small terminal the line of panes acts, and the open tab turns', () => {
  const detail = clicked(start(TINY), 'Detail');
  expect(detail.focus).toBe('message');
  expect(clicked(detail, '[Message]').detail.tab).toBe('bytes');
  expect(clicked(detail, 'This computer').focus).toBe('computer');
});

test('a click chooses a field, and one on a pointer follows it', () => {
  const bytes = pressed(start(SMALL), '3', 'enter');
  const chosen = clicked(bytes, 'RCODE');
  expect(screenOf(chosen).find((line) => line.includes('RCODE'))).toContain('▸');
  expect(fieldChoice(chosen).field).toBeGreaterThan(0);
});

test.each([SMALL, TINY])('a click chooses a row of a menu, a second one takes it: $columns×$rows', (size) => {
  const chosen = clicked(pressed(start(size), 'o'), 'transport');
  expect(chosen).toMatchObject({ menu: { chosen: 2 }, asked: { serial: 1 } });
  expect(clicked(chosen, 'minimise', 'wheel-down').menu?.chosen).toBe(3);
  expect(clicked(chosen, 'transport').asked?.serial).toBe(2);
  expect(clicked(chosen, 'Options').menu?.chosen).toBe(2);
});

test('a click chooses a row of a survey', async () => {
  const surveyed = (await walkIn(SURVEYED_WORLD, 'www.test', 'A', { survey: true })).events;
  const matrix = pressed(walked(surveyed, SMALL), 'G', 'enter');
  const { server, address } = matrix.walk.surveys.at(-1)!.rows[1]!;
  const row = `${server}  ${address}`;
  const chosen = clicked(matrix, row);
  expect(chosen.survey?.row).toBe(1);
  expect(clicked(chosen, row).survey?.isRowOpen).toBe(true);
});

test('the wheel moves what is under the pointer, and leaves the keys where they are', () => {
  const state = start(SMALL);
  expect(chosenIndex(clicked(state, 'referral', 'wheel-up'))).toBe(chosenIndex(state) - 1);
  const down = clicked(state, 'question (1)', 'wheel-down');
  expect([down.scroll.message, down.focus]).toEqual([3, 'hops']);
  expect(clicked(down, 'question (1)', 'wheel-up').scroll.message).toBe(0);
  expect(clicked(state, '≠ differs', 'wheel-down').scroll.computer).toBe(3);
  expect(clicked(pressed(state, '?'), 'one page up', 'wheel-down').page?.scroll).toBe(3);
});

test('while a name is typed a click on a pane loses nothing', () => {
  const typing = pressed(start(SMALL), '/', 'a', 'b');
  expect(clicked(typing, 'referral')).toEqual(typing);
  expect(clicked(typing, 'Esc cancel').prompt).toBeNull();
});

test('m gives the mouse back, and what it did before that means nothing', () => {
  const off = pressed(start(SMALL), 'm');
  expect(off.hasMouse).toBe(false);
  expect(clicked(off, 'referral')).toEqual(off);
  expect(pressed(off, 'm').hasMouse).toBe(true);
});

test('a click anywhere at any size is no trouble', () => {
  fc.assert(
    fc.property(
      fc.record({ columns: fc.integer({ min: 20, max: 250 }), rows: fc.integer({ min: 5, max: 60 }) }),
      fc.array(
        fc.record({
          kind: fc.constantFrom('press' as const, 'wheel-up' as const, 'wheel-down' as const),
          column: fc.nat(260),
          row: fc.nat(70),
        }),
        { maxLength: 15 },
      ),
      (size, clicks) => {
        const state = clicks.reduce<ExplorerState>(
          (before, event) => reduce(before, { type: 'mouse', event }),
          start(size),
        );
        // At the first event there is no hop yet.
        const least = state.walk.hops.length === 0 ? -1 : 0;
        expect(chosenIndex(state)).toBeGreaterThanOrEqual(least);
        expect(state.scroll.message).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});
