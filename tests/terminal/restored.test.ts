/** The terminal is given back as it was, however the explorer ends or is stopped. */

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openProgram, openTerminal } from '../support/terminal/open-terminal.ts';
import { Shell, type ShellName } from './shell.ts';

const WALK = ['www.example.com', '--lab'];
/** Node is to do first what that file says. */
const ACCIDENTS = ['--import', fileURLToPath(new URL('accidents.mjs', import.meta.url))];
const WALKED = ['✓ answer', 'same answer', 'q quit'];
/** What the explorer switches on while it is on the screen. */
const EXPLORING = ['alternate screen', 'bracketed paste', 'mouse reports', 'no cursor'];

const isExploring = (shell: Shell): boolean => shell.switchedOn().join() === EXPLORING.join();

/** It ended with that status, and all is as it was; gives the screen. */
async function expectRestored(shell: Shell, expected: number): Promise<string> {
  const { screen, status } = await shell.over();
  expect(status, screen).toBe(expected);
  expect(shell.switchedOn()).toEqual([]);
  expect(shell.modes('after')).toBe(shell.modes('before'));
  return screen;
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('after %s, with status %i', async (signal, status) => {
  using shell = new Shell('sh');
  await shell.explore(WALK, WALKED);
  await shell.terminal.until(() => isExploring(shell), 'the modes of the explorer');
  process.kill(shell.pid, signal);
  await expectRestored(shell, status);
});

test.each([
  ['q', 0],
  ['ctrl+c', 130],
])('after the key %s, with status %i', async (key, status) => {
  using shell = new Shell('sh');
  await shell.explore(WALK, WALKED);
  shell.terminal.press(key);
  await expectRestored(shell, status);
});

/** Nothing on the screen changes any more once it is there. */
const SAVED = ['open', 'fixtures/walks/answer.ndjson'];

const stops = (['sh', 'bash'] as const).flatMap((shell) =>
  (['Ctrl-Z', 'SIGTSTP', 'SIGSTOP'] as const).map((how) => [shell, how] as const),
);

test.each(stops)('in %s, %s stops it and fg brings it back', async (name: ShellName, how) => {
  using shell = new Shell(name);
  const { terminal } = shell;
  const before = await shell.explore(SAVED, WALKED);
  if (how === 'Ctrl-Z') terminal.press('ctrl+z');
  else process.kill(shell.pid, how);
  // SIGSTOP leaves no time to do anything: the alternate screen stays.
  if (how === 'SIGSTOP') await terminal.shows(/Stopped/);
  else {
    await terminal.shows(/Stopped/, /^status:\d+$/m);
    expect(shell.switchedOn()).toEqual([]);
    expect(await shell.modesNow()).toBe(shell.modes('before'));
  }
  await shell.ready();
  // A line feed ends a line even where SIGSTOP has left the terminal raw.
  terminal.type('fg\n');
  const isBack = (screen: string): boolean => screen === before && isExploring(shell);
  await terminal.until(isBack, 'the explorer as it was');
  terminal.press('?');
  await terminal.shows('━ Keys ━');
  terminal.press('q');
  await shell.ready();
  expect(await shell.modesNow()).toBe(shell.modes('before'));
  expect(shell.switchedOn()).toEqual([]);
});

test('where no shell could continue it, Ctrl-Z stops nothing', async () => {
  using terminal = openTerminal({ columns: 100, rows: 30, args: WALK });
  await terminal.shows(...WALKED);
  terminal.press('ctrl+z', '?');
  await terminal.shows('━ Keys ━');
  terminal.press('q');
  expect(await terminal.exit).toEqual({ status: 0, signal: 0 });
});

test('after an error that nobody caught, with one line about it', async () => {
  using shell = new Shell('sh');
  await shell.explore(WALK, WALKED, ACCIDENTS);
  process.kill(shell.pid, 'SIGUSR2');
  const screen = await expectRestored(shell, 1);
  expect(screen).toContain('rootwalk: a bug in rootwalk, please report it: thrown on purpose');
  expect(screen).not.toMatch(/^\s+at /m);
});

test('drawn in the new size where that changed while it was stopped', async () => {
  using shell = new Shell('sh');
  const { terminal } = shell;
  await shell.explore(WALK, WALKED);
  terminal.press('ctrl+z');
  await terminal.shows(/^status:\d+$/m);
  await shell.ready();
  terminal.resize(80, 24);
  terminal.type('fg\n');
  await terminal.shows('▸', /^━.{78}[^ ]$/m, / q quit$/);
  terminal.press('q');
  await shell.ready();
  expect(shell.switchedOn()).toEqual([]);
});

test('where the keyboard is gone, and only that', async () => {
  using shell = new Shell('sh');
  // After the shell, which would keep it open otherwise.
  const keyboard = openProgram({ columns: 80, rows: 24, command: ['sh', '-c', 'tty; exec cat'] });
  const [name = ''] = /^\S+$/m.exec(await keyboard.shows(/^\/dev\/\S+$/m))!;
  await shell.explore([...WALK, '<', name], WALKED);
  keyboard.close();
  await expectRestored(shell, 0);
});

test.each([
  ['is told of it', []],
  ['is not told of it', ACCIDENTS],
])('the process ends when its terminal is gone and it %s', async (_, node) => {
  const command = [process.execPath, ...node, 'dist/rootwalk.js', ...WALK] as const;
  const terminal = openProgram({ columns: 100, rows: 30, command });
  await terminal.shows(...WALKED);
  if (node.length > 0) {
    terminal.signal('SIGUSR1');
    await terminal.shows('deaf');
  }
  terminal.close();
  expect(await terminal.exit).toBeDefined();
});
