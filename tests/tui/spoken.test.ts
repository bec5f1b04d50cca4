/** The explorer for a screen reader: everything that the panes have is said, once, and keys are answered. */

import { expect, test } from 'vitest';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { FIRST_LOOK } from '../../src/tui/drawing/look.ts';
import { runExplorer } from '../../src/tui/explorer.tsx';
import { reduce, type Action } from '../../src/tui/reducer.ts';
import { spokenNews } from '../../src/tui/spoken/spoken-news.ts';
import { spokenText } from '../../src/tui/spoken/spoken-text.ts';
import { type ExplorerState } from '../../src/tui/state.ts';
import { initialState } from '../../src/tui/first-state.ts';
import { isFinished } from '../../src/tui/walk/walk-state.ts';
import { walkIn } from '../support/small-internet.ts';
import { SURVEYED_WORLD } from './surveyed-world.ts';
import { SMALL, walked } from './explorer-states.ts';
import { FakeKeyboard, FakeScreen } from './fake-terminal.ts';
import { MANY_CAUSES, SAMPLE_SYSTEM, sampleEvents, sampleSession } from './sample-session.ts';

const events = sampleEvents();

test('a chosen name, and what Tab offers, is said once', () => {
  const { state } = said(walked(events), []);
  expect(said(state, [key(')')]).lines).toContain('ns1.dns-host.org. A: Enter walks for it.');
  const typing = said(state, [key('/'), key('n'), key('s')]).state;
  const { state: offered, lines } = said(typing, [key('tab')]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^\d choices: ns\.dns-host\.org, ns1\.dns-host\.org, /);
  expect(said(offered, [key('tab')]).lines).toEqual([]);
});

/** What is said while these things happen. */
function said(state: ExplorerState, actions: readonly Action[]): { state: ExplorerState; lines: string[] } {
  const lines: string[] = [];
  const last = actions.reduce((before, action) => {
    const after = reduce(before, action);
    lines.push(...spokenNews(before, after));
    return after;
  }, state);
  return { state: last, lines };
}

const key = (name: string): Action => ({
  type: 'key',
  press: { name, text: Array.from(name).length === 1 ? name : '' },
});

function walk(told: readonly WalkEvent[]): { state: ExplorerState; lines: string[] } {
  const serial = 1;
  const start = initialState({ title: '', size: SMALL, initial: { name: 'www.example.com', type: 'A' } });
  return said(start, [
    { type: 'started', serial },
    ...told.map((event): Action => ({ type: 'event', serial, event })),
    { type: 'system', serial, answer: SAMPLE_SYSTEM },
    { type: 'compared', serial, comparison: MANY_CAUSES },
  ]);
}

test('each hop, the result, the verdict, and every cause with what shows it are said once', () => {
  const { state, lines } = walk(events);
  const text = lines.join('\n');
  expect(lines[0]).toBe('Walking to www.example.com A.');
  for (const [place, { hop }] of state.walk.hops.entries()) {
    const own = lines.filter(
      (line) => line.startsWith(`Hop ${place + 1}, `) || line.startsWith(`Hop ${place + 1} `),
    );
    expect(own).toHaveLength(1);
    expect(own[0]).toContain(hop.server.name);
    expect(own[0]).toContain(hop.server.address);
    expect(own[0]).toContain(hop.question.name);
    if (isFinished(hop)) {
      expect(own[0]).toContain(hop.outcome);
      expect(own[0]).toContain(spokenText(hop.verdict));
    }
  }
  for (const { code, message } of state.walk.findings)
    expect(lines.filter((line) => line.includes(`${code}: ${spokenText(message)}`))).toHaveLength(1);
  expect(text).toContain('Result: answer 192.0.2.80, 192.0.2.81 via edge.example.net.');
  expect(text).toContain('differs from the walk');
  for (const { code, message, evidence = [] } of MANY_CAUSES.findings) {
    expect(lines.filter((line) => line.includes(`${code}: ${spokenText(message)}`))).toHaveLength(1);
    for (const shows of evidence) expect(text).toContain(spokenText(shows));
  }
  for (const address of SAMPLE_SYSTEM.addresses) expect(text).toContain(address);
});

test('nothing of what is said draws', () => {
  const { state, lines } = walk(events);
  const more = said(state, ['1', '2', '4', '5', '?', 'escape', 'tab', 'tab', 'enter'].map(key)).lines;
  for (const line of [...lines, ...more]) expect(line).not.toMatch(/[\u2190-\u25ff•·…✓✗∅≠]| {2}|\x1b/);
});

test('what keys choose is read out', () => {
  const { state } = walk(events);
  const reading = (keys: readonly string[], from = state): string[] => said(from, keys.map(key)).lines;
  expect(reading(['k'])[0]).toMatch(/^Hop 8, .*ns\.dns-host\.org/);
  expect(reading(['1']).join('\n')).toMatch(/^Tab Why\. Hop 9: .*\nserver ns1\.dns-host\.org\./);
  expect(reading(['3'])).toEqual([
    expect.stringMatching(/^Tab Bytes\./),
    expect.stringMatching(/^Field 1 of \d+: /),
  ]);
  expect(reading(['3', 'enter', 'j']).at(-1)).toMatch(/^Field 2 of \d+: ID /);
  expect(reading(['tab', 'j']).at(-1)).toMatch(/^Cause 2 of \d+: /);
  expect(reading(['?'])).toContain('q quit');
  expect(reading(['?', 'escape']).at(-1)).toBe('The page is closed.');
  expect(reading(['/'])).toEqual(['Type name [TYPE]:']);
  expect(reading(['/', 'enter']).at(-1)).toBe('Type a name, and a type after it if it is not A.');
  expect(reading(['/', 'escape']).at(-1)).toBe('The input line is closed.');
  expect(reading([','])).toEqual([expect.stringMatching(/^event \d+ of \d+: the two are compared|^event /)]);
  expect(reading(['<', '>']).slice(1)[0]).toBe('Now.');
  expect(reading(['m'])).toEqual(['The mouse selects text, as the terminal does it.']);
  expect(reading(['Z'])).toEqual([]);
});

test('a survey is told, and its rows are read', async () => {
  const surveyed = (await walkIn(SURVEYED_WORLD, 'www.test', 'A', { survey: true })).events;
  const { state, lines } = walk(surveyed);
  expect(lines.filter((line) => line.startsWith('Survey of test.: '))).toHaveLength(1);
  const rows = said(state, ['G', 'enter', 'j'].map(key)).lines;
  expect(rows.at(-1)).toMatch(/^Row 2 of \d+: server /);
  expect(said(state, ['G', 'enter', 'j', 'enter'].map(key)).lines.join('\n')).toContain(
    '3 exchanges with it',
  );
});

test('a cancelled walk says so', () => {
  const { state } = { state: walked(events.slice(0, 5)) };
  expect(said(state, [key('escape')]).lines).toContain('The walk is cancelled.');
});

test('on a terminal it writes line after line: no other screen, no mouse, and what is typed is shown', async () => {
  const keyboard = new FakeKeyboard();
  const screen = new FakeScreen(100, 200);
  const session = sampleSession(async () => {});
  const initial = { name: 'www.example.com', type: 'A' };
  const ended = runExplorer({
    stdin: keyboard,
    stdout: screen,
    session,
    initial,
    look: FIRST_LOOK,
    isSpoken: true,
  });
  await screen.until(({ text }) => text.includes('differs from the walk'));
  keyboard.type('k');
  await screen.until(({ text }) => text.split('Hop 8').length === 3);
  keyboard.type('/');
  keyboard.type('a.test');
  await screen.until(({ text }) => text.trimEnd().endsWith('name [TYPE]: a.test'));
  keyboard.type('\x1b');
  await screen.until(({ text }) => text.includes('The input line is closed.'));
  keyboard.type('q');
  expect(await ended).toEqual({ exitStatus: 0 });
  expect(screen.modes).toEqual(new Set(['?25']));
  expect(screen.raw).not.toContain('\x1b[?1049h');
  expect(screen.raw).not.toContain('\x1b[?1000h');
  expect(screen.text.trimEnd()).toMatch(/^rootwalk, for a screen reader\.[^]*The input line is closed\.$/);
});
