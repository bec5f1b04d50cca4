/** A saved trace in the explorer: every pane has what the live one had, and nothing is asked. */

import { expect, test } from 'vitest';
import { savedSession } from '../../src/cli/saved-session.ts';
import { savedTrace } from '../../src/render/saved-trace.ts';
import { runExplorer } from '../../src/tui/explorer.tsx';
import { FIRST_LOOK } from '../../src/tui/drawing/look.ts';
import type { ExplorerSession } from '../../src/tui/session.ts';
import { documentOf, eventful, eventfulEvents, ndjsonOf } from '../support/saved-runs.ts';
import { FakeKeyboard, FakeScreen } from './fake-terminal.ts';
import { sampleSession } from './sample-session.ts';

function open(session: ExplorerSession): {
  keyboard: FakeKeyboard;
  screen: FakeScreen;
  ended: Promise<unknown>;
} {
  const keyboard = new FakeKeyboard();
  const screen = new FakeScreen(120, 40);
  const initial = { name: 'www.example.com.', type: 'A' };
  const ended = runExplorer({ stdin: keyboard, stdout: screen, session, initial, look: FIRST_LOOK });
  return { keyboard, screen, ended };
}

async function screenOf(session: ExplorerSession): Promise<string> {
  const { keyboard, screen, ended } = open(session);
  await screen.until(({ text }) => text.includes('differs from the walk'));
  const { text } = screen;
  keyboard.type('q');
  await ended;
  return text;
}

test('the events show what the live walk showed', async () => {
  const live = await screenOf(sampleSession(async () => {}));
  expect(await screenOf(savedSession(savedTrace(ndjsonOf(eventfulEvents, eventful))))).toBe(live);
});

test('the document shows the same hops, answer and computer', async () => {
  const shown = await screenOf(savedSession(savedTrace(documentOf(eventful))));
  for (const text of ['hop 9 of 9', 'via edge.example.net.', '10.9.8.7', 'for edge.example.net. A']) {
    expect(shown).toContain(text);
  }
});

test.each([
  ['r', 'r'],
  ['t', 't'],
  ['/', '/'],
  ['Enter in the options', 'o\r'],
  [':trace', ':trace a.test\r'],
])('nothing is asked: %s is answered in a word', async (_key, typed) => {
  const { keyboard, screen, ended } = open(savedSession(savedTrace(documentOf(eventful))));
  await screen.until(({ text }) => text.includes('differs from the walk'));
  keyboard.type(typed);
  await screen.until(({ text }) => text.includes('This is a saved trace: nothing is asked.'));
  // In the last line, and no input line above it.
  expect(screen.text.trimEnd().split('\n')).toHaveLength(40);
  expect(screen.text).not.toMatch(/\[TYPE]:|type for/);
  expect(screen.text).toContain('hop 9 of 9');
  keyboard.type('\u0003');
  await ended;
});

test.each([
  ['events', ndjsonOf(eventfulEvents, eventful)],
  ['document', documentOf(eventful)],
])('the %s can be stepped through', async (_form, text) => {
  const { keyboard, screen, ended } = open(savedSession(savedTrace(text)));
  await screen.until((shown) => shown.text.includes('differs from the walk'));
  const now = screen.text;
  keyboard.type('<');
  await screen.until((shown) => /event 1 of \d+, > returns to now {2}the walk begins/.test(shown.text));
  expect(screen.text).not.toContain('10.9.8.7');
  keyboard.type('..');
  await screen.until((shown) => shown.text.includes('hop 1 of 1'));
  expect(screen.text).toContain('event 3 of ');
  keyboard.type('>');
  await screen.until((shown) => shown.text === now);
  keyboard.type('q');
  await ended;
});
