/** A world whose every text attacks the screen, and an answer of ten thousand records: layout and terminal stay whole. */

import { renderToString } from 'ink';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/compare/comparison.ts';
import { compareName } from '../../src/lookup/compare-name.ts';
import { openLab } from '../../src/lookup/open-lab.ts';
import type { WalkEvent } from '../../src/resolver/events.ts';
import type { SystemAnswer } from '../../src/system/system-answer.ts';
import { FIRST_LOOK } from '../../src/tui/drawing/look.ts';
import { displayWidth } from '../../src/tui/drawing/text-width.ts';
import { runExplorer } from '../../src/tui/explorer.tsx';
import { KEY_TABLE } from '../../src/tui/keys/key-table.ts';
import { TABS } from '../../src/tui/detail/detail-tabs.ts';
import { reduce, type Action } from '../../src/tui/reducer.ts';
import { Screen } from '../../src/tui/screen.tsx';
import { type ExplorerState } from '../../src/tui/state.ts';
import { initialState } from '../../src/tui/first-state.ts';
import { pressed } from './explorer-states.ts';
import { FakeKeyboard, FakeScreen } from './fake-terminal.ts';

const QUESTION = { name: String.raw`\027[2J\027]0\;owned\007.example.org`, type: 'TXT' };
const SIZES = [
  [80, 24],
  [120, 40],
  [40, 12],
  [200, 60],
] as const;

interface Told {
  readonly events: readonly WalkEvent[];
  readonly system: SystemAnswer;
  readonly comparison: Comparison;
}

let told: Told;
beforeAll(async () => {
  await using place = await openLab('hostile-texts');
  const events: WalkEvent[] = [];
  const { system, comparison } = await compareName(QUESTION, {
    place,
    onEvent: (event) => events.push(event),
  });
  told = { events, system, comparison };
});

function shown({ events, system, comparison }: Told, columns: number, rows: number): ExplorerState {
  const state = initialState({ title: 'rootwalk', size: { columns, rows }, initial: QUESTION });
  const actions: Action[] = [
    { type: 'started', serial: 1 },
    ...events.map((event): Action => ({ type: 'event', serial: 1, event })),
    { type: 'system', serial: 1, answer: system },
    { type: 'compared', serial: 1, comparison },
  ];
  return actions.reduce(reduce, state);
}

function screenOf(state: ExplorerState): string[] {
  return renderToString(<Screen state={state} look={false} />, { columns: state.size.columns }).split('\n');
}

/** Whatever could move the cursor, or turn the direction of what follows. */
// oxlint-disable-next-line no-control-regex -- control characters are meant
const CONTROLS = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

function expectWhole(state: ExplorerState): void {
  const lines = screenOf(state);
  expect(lines.length).toBeLessThanOrEqual(state.size.rows);
  for (const line of lines) {
    expect(displayWidth(line.trimEnd())).toBeLessThanOrEqual(state.size.columns);
    expect(line).not.toMatch(CONTROLS);
  }
}

describe.each(SIZES)('at %i×%i', (columns, rows) => {
  test('the attack is shown, and does nothing', () => {
    const state = shown(told, columns, rows);
    expect(state.walk.comparison?.findings.map(({ code }) => code)).toContain('FILTERED');
    expect(screenOf(state).join('\n')).toContain('\\027[2J');
    expectWhole(state);
  });

  const digits = TABS.map(({ id }, i) => [id, String(i + 1)] as const);

  test.each(digits)('in the tab %s', (_, digit) => {
    const state = pressed(shown(told, columns, rows), 'g');
    for (const i of state.walk.hops.keys()) {
      const open = pressed(state, ...Array.from({ length: i }, () => 'j'), digit);
      expectWhole(open);
      expectWhole(pressed(open, 'enter', 'pagedown'));
    }
  });

  test('in every pane, page and menu', () => {
    const state = pressed(shown(told, columns, rows), 'g');
    for (const keys of [
      ['tab'],
      ['tab', 'enter'],
      ['tab', 'G'],
      ['?'],
      ['o'],
      [','],
      ['<'],
      ['x'],
      ['/'],
      ['w'],
      ['t'],
      [':'],
    ])
      expectWhole(pressed(state, ...keys));
  });
});

test('ten thousand records are no trouble', () => {
  const many = told.events.map((event): WalkEvent => {
    if (event.type === 'end') {
      const { answers } = event.ending;
      const all = Array.from({ length: 10_000 }, (_, i) => answers[i % answers.length]!);
      return { ...event, ending: { ...event.ending, answers: all } };
    }
    if (event.type !== 'hop' || !event.hop.message || event.hop.outcome !== 'answer') return event;
    const { answers } = event.hop.message;
    const all = Array.from({ length: 10_000 }, (_, i) => answers[i % answers.length]!);
    return { ...event, hop: { ...event.hop, message: { ...event.hop.message, answers: all } } };
  });
  const state = shown({ ...told, events: many }, 120, 40);
  expectWhole(state);
  for (const keys of [
    ['2', 'enter', 'G'],
    ['1'],
    ['3', 'enter', 'G'],
    ['5'],
    ['tab', 'G'],
    ['f', 'o', 'w', 'n', 'enter'],
  ])
    expectWhole(pressed(state, ...keys));
});

test('a terminal that knows no sequence of theirs gets none, whatever keys are pressed', async () => {
  const keyboard = new FakeKeyboard();
  // It throws at what it does not know: titles, clipboards, links.
  const screen = new FakeScreen(80, 24);
  screen.write('$ rootwalk\r\n');
  const ended = runExplorer({
    stdin: keyboard,
    stdout: screen,
    initial: QUESTION,
    look: FIRST_LOOK,
    session: {
      start: async () => ({
        events: (async function* () {
          yield* told.events;
        })(),
        system: Promise.resolve(told.system),
        compare: async () => told.comparison,
      }),
    },
  });
  await screen.until(({ text }) => text.includes('one-sided'));
  const harmless = KEY_TABLE.flatMap(({ modes, presses, command }) =>
    modes.includes('browse') && command !== 'quit' && command !== 'copy' && command !== 'copy-answer'
      ? presses
      : [],
  ).filter((press) => press.length === 1 && press !== 'r');
  for (const press of harmless) {
    keyboard.type(press);
    keyboard.type('\x1b[A');
  }
  keyboard.type('\x1b');
  await screen.until(({ text }) => text.length > 0);
  keyboard.type('\x03');
  expect(await ended).toEqual({ exitStatus: 130 });
  expect(screen.modes).toEqual(new Set(['?25']));
  expect(screen.text).toMatch(/^\$ rootwalk\n/);
  expect(screen.raw).not.toContain('\u001b]');
  expect(screen.raw).not.toContain('owned\u0007');
});
