/** The configuration file: read strictly, with places; its template says what is usual; the command that prints it. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { configPath } from '../../src/cli/config/config-path.ts';
import { configTemplate } from '../../src/cli/config/config-template.ts';
import { readConfig } from '../../src/cli/config/read-config.ts';
import { USUAL_SETTINGS } from '../../src/cli/config/settings.ts';
import { explorerWays } from '../../src/cli/explorer-options.ts';
import { terminalLook } from '../../src/cli/terminal-look.ts';
import { commandFor, KEY_TABLE } from '../../src/tui/keys/key-table.ts';
import { start } from '../support/program.ts';

const USUAL = { settings: USUAL_SETTINGS, keys: KEY_TABLE };
const template = configTemplate();
/** Prose has a space and a letter behind the sign. */
const uncommented = template.replaceAll(/^#(?! \S)/gm, '');

test('the template, as it is and with everything uncommented, says what is usual', () => {
  expect(readConfig(template, 'f')).toEqual(USUAL);
  const { settings, keys } = readConfig(uncommented, 'f');
  expect(settings).toEqual(USUAL_SETTINGS);
  expect(keys.map(({ presses, command, modes }) => ({ presses, command, modes }))).toEqual(
    KEY_TABLE.map(({ presses, command, modes }) => ({ presses, command, modes })),
  );
  for (const name of [...Object.keys(USUAL_SETTINGS), 'keys'])
    expect(uncommented).toMatch(new RegExp(`^${name}:`, 'm'));
});

test('what is set is set, and the rest is usual', () => {
  const { settings, keys } = readConfig(
    'theme: light\nmouse: false\nascii: true\nkeys: {open: [O], tab-why: 0}',
    'f',
  );
  expect(settings).toEqual({ ...USUAL_SETTINGS, theme: 'light', mouse: false, ascii: true });
  expect(commandFor('browse', 'O', keys)).toBe('open');
  expect(commandFor('browse', '0', keys)).toEqual({ tab: 'why' });
  expect(commandFor('browse', '1', keys)).toBeUndefined();
  expect(readConfig('', 'f')).toEqual(USUAL);
  expect(readConfig('keys:\n', 'f')).toEqual(USUAL);
});

test.each([
  ['thme: dark', 'f:1:1: there is no setting "thme" (did you mean "theme"?)'],
  ['theme: dark\n\n  \nmouse: maybe', 'f:4:8: mouse is one of true, false'],
  ['theme:', 'f:1:1: a value is missing'],
  ['theme: [dark]', 'f:1:8: theme is one of'],
  ['theme: dark\ntheme: light', 'f:2:1: this stands here twice'],
  ['a: [', 'f:1:5: this is not YAML'],
  ['- theme', 'f:1:1: here stand settings'],
  ['theme: *dark', 'f:1:8:'],
  ['theme: dark\n---\n', 'f:2:1: the settings end'],
  ['keys:\n  opne: x', 'f:2:3: there is no key binding "opne" (did you mean "open"?)'],
  ['keys:\n  open: [enter, hyper+x]', 'f:2:17: there is no key "hyper+x"'],
  ['keys:\n  open: [enter, q]', 'f:2:17: open: q is the key of quit'],
  ['keys:\n  open: {a: b}', 'f:2:9: a key is'],
  ['keys:\n  open:', 'f:2:3: a value is missing'],
  ['keys: 5', 'f:1:7: here stand key bindings'],
  ['keys:\n  interrupt: []', 'f:2:3: interrupt: needs a key'],
  ['['.repeat(50_000), 'f:1:'],
])('%j is one line with its place', (text, message) => {
  expect(() => readConfig(text, 'f')).toThrow(message);
  expect(() => readConfig(text, 'f')).toThrow(expect.objectContaining({ name: 'UsageError' }));
});

describe('where the file is', () => {
  test.each([
    [{ XDG_CONFIG_HOME: '/etc/me', HOME: '/home/me' }, '/etc/me/rootwalk/config.yaml'],
    [{ XDG_CONFIG_HOME: 'relative', HOME: '/home/me' }, '/home/me/.config/rootwalk/config.yaml'],
    [{ XDG_CONFIG_HOME: '', HOME: '/home/me' }, '/home/me/.config/rootwalk/config.yaml'],
  ])('%o: %s', (environment, path) => {
    expect(configPath(environment)).toBe(path);
  });
});

const AUTO = { theme: 'auto', ascii: 'auto', hasColor: true } as const;

test.each([
  [AUTO, {}, 'dark', 'unicode'],
  [AUTO, { LANG: 'C' }, 'dark', 'ascii'],
  [AUTO, { LANG: 'de_DE.UTF-8' }, 'dark', 'unicode'],
  [AUTO, { LANG: 'en_US.utf8', LC_ALL: 'POSIX' }, 'dark', 'ascii'],
  [AUTO, { LANG: 'C', LC_CTYPE: 'C.UTF-8', LC_ALL: '' }, 'dark', 'unicode'],
  [AUTO, { LANG: 'C.UTF-8', TERM: 'linux' }, 'dark', 'ascii'],
  [AUTO, { LANG: 'C.UTF-8', TERM: 'vt220' }, 'dark', 'ascii'],
  [AUTO, { LANG: 'C.UTF-8', TERM: 'xterm-256color' }, 'dark', 'unicode'],
  [AUTO, { COLORFGBG: '0;15' }, 'light', 'unicode'],
  [AUTO, { COLORFGBG: '0;default;15' }, 'light', 'unicode'],
  [AUTO, { COLORFGBG: '15;0' }, 'dark', 'unicode'],
  [{ ...AUTO, theme: 'dark' }, { COLORFGBG: '0;15' }, 'dark', 'unicode'],
  [{ ...AUTO, ascii: false }, { LANG: 'C' }, 'dark', 'unicode'],
  [{ ...AUTO, ascii: true }, { LANG: 'C.UTF-8' }, 'dark', 'ascii'],
  [{ ...AUTO, theme: 'light', hasColor: false }, {}, 'mono', 'unicode'],
] as const)('%o with %o looks %s and %s', (wishes, environment, theme, symbols) => {
  expect(terminalLook(wishes, environment)).toEqual({ theme, symbols });
});

const folder = await mkdtemp(join(tmpdir(), 'rootwalk-config-'));
afterAll(() => rm(folder, { recursive: true }));

test('config prints a file to begin with, and where it belongs', async () => {
  const environment = { XDG_CONFIG_HOME: folder };
  expect(await start(['config', '--print'], environment).finished).toMatchObject({
    status: 0,
    stdout: template,
  });
  expect(await start(['config', '--path'], environment).finished).toMatchObject({
    status: 0,
    stdout: `${join(folder, 'rootwalk', 'config.yaml')}\n`,
  });
  const without = await start(['config'], environment).finished;
  expect(without.status).toBe(2);
  expect(without.stderr).toMatch(/^rootwalk: config needs --print .*\n$/);
});

test('the file that stands there is obeyed, and a wrong one is one line and status 2', async () => {
  await mkdir(join(folder, 'rootwalk'), { recursive: true });
  const file = join(folder, 'rootwalk', 'config.yaml');
  const environment = { XDG_CONFIG_HOME: folder };
  await writeFile(file, 'keys: {open: [O]}\n');
  const keys = await start(['explore', '--keys'], environment).finished;
  expect(keys.stdout).toMatch(/^ {2}O +open a hop/m);
  await writeFile(file, 'keys: {open: [q]}\n');
  const wrong = await start(['explore', '--keys'], environment).finished;
  expect([wrong.status, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toMatch(/^rootwalk: .*config\.yaml:1:15: open: q is the key of quit[^\n]*\n$/);
  // Where there is no screen nobody asks for it.
  const traced = await start(['trace', 'www.example.com', '--lab', '--format', 'short'], environment)
    .finished;
  expect(traced.status).toBe(0);
});

test('an option says more than the file, and the file more than the environment', async () => {
  const file = join(folder, 'ways.yaml');
  await writeFile(file, 'theme: light\nascii: true\nmouse: false\nfirstTab: raw\nscreenReader: true\n');
  const { signal } = new AbortController();
  const flags = { mouse: true, color: 'auto' } as const;
  const environment = { XDG_CONFIG_HOME: join(folder, 'nothing'), LANG: 'C.UTF-8', TERM: 'xterm' };
  expect(await explorerWays(flags, environment, signal)).toEqual({
    look: { theme: 'dark', symbols: 'unicode' },
    habits: { keys: KEY_TABLE, hasMouse: true, tab: 'message' },
    isSpoken: false,
  });
  expect(await explorerWays({ ...flags, config: file }, environment, signal)).toEqual({
    look: { theme: 'light', symbols: 'ascii' },
    habits: { keys: KEY_TABLE, hasMouse: false, tab: 'raw' },
    isSpoken: true,
  });
  const options = { ...flags, config: file, theme: 'high-contrast', ascii: false } as const;
  expect((await explorerWays(options, environment, signal)).look).toEqual({
    theme: 'high-contrast',
    symbols: 'unicode',
  });
  const plain = { ...environment, NO_COLOR: '1', INK_SCREEN_READER: 'true' };
  expect(await explorerWays({ ...flags, mouse: false }, plain, signal)).toMatchObject({
    look: { theme: 'mono' },
    habits: { hasMouse: false },
    isSpoken: true,
  });
  expect((await explorerWays({ ...flags, color: 'always' }, plain, signal)).look.theme).toBe('dark');
});

test('a file that is named has to be there', async () => {
  const { status, stderr } = await start(['explore', '--keys', '--config', join(folder, 'none.yaml')], {})
    .finished;
  expect(status).toBe(2);
  expect(stderr).toMatch(/none\.yaml cannot be read/);
});
