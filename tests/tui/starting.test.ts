/** Between asking for a walk and its beginning: what is seen, and how it is given up. */

import { expect, test } from 'vitest';
import { runExplorer } from '../../src/tui/explorer.tsx';
import { FIRST_LOOK } from '../../src/tui/drawing/look.ts';
import type { ExplorerSession } from '../../src/tui/session.ts';
import { FakeKeyboard, FakeScreen } from './fake-terminal.ts';
import { sampleSession } from './sample-session.ts';

interface Asked {
  readonly name: string;
  readonly signal: AbortSignal;
}

/** Walks for names that begin with `slow` never begin; what is given up fails, as what is interrupted may. */
function slowSession(asked: Asked[]): ExplorerSession {
  const quick = sampleSession(async () => {});
  return {
    start: (request, signal) => {
      asked.push({ name: request.name, signal });
      if (!request.name.startsWith('slow')) return quick.start({ ...request, type: 'A' }, signal);
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    },
  };
}

function open(initial: { readonly name: string; readonly type: string } | undefined): {
  readonly asked: Asked[];
  readonly keyboard: FakeKeyboard;
  readonly screen: FakeScreen;
  readonly ended: Promise<{ readonly exitStatus: number }>;
} {
  const asked: Asked[] = [];
  const keyboard = new FakeKeyboard();
  const screen = new FakeScreen(80, 24);
  const session = slowSession(asked);
  const ended = runExplorer({ stdin: keyboard, stdout: screen, session, initial, look: FIRST_LOOK });
  return { asked, keyboard, screen, ended };
}

test('a walk that does not begin is seen to start, and Esc gives it up', async () => {
  const { asked, keyboard, screen, ended } = open({ name: 'www.example.com', type: 'A' });
  await screen.until(({ text }) => text.includes('✓ answer'));
  keyboard.type('/slow.test\r');
  await screen.until(({ text }) => text.includes('… starting') && text.includes('starting; Esc gives it up'));
  keyboard.type('\x1b');
  await screen.until(({ text }) => !text.includes('starting'));
  // What was typed is still there, and what was on the screen as well.
  expect(screen.text).toContain('name [TYPE]: slow.test');
  expect(screen.text).toContain('✓ answer');
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([false, true]);
  keyboard.type('\x15quick.test\r');
  await screen.until(({ text }) => text.includes('← www.example.com. A'));
  keyboard.type('q');
  expect(await ended).toEqual({ exitStatus: 0 });
});

test('another walk that is asked for, and leaving, give it up as well', async () => {
  const { asked, keyboard, screen, ended } = open({ name: 'slow.test', type: 'A' });
  await screen.until(({ text }) => text.includes('… starting') && text.includes('Starting …'));
  keyboard.type('/slower.test\r');
  await screen.until(() => asked.length === 2);
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  keyboard.type('\x03');
  expect(await ended).toEqual({ exitStatus: 130 });
  expect(asked.map(({ name, signal }) => [name, signal.aborted])).toEqual([
    ['slow.test', true],
    ['slower.test', true],
  ]);
});
