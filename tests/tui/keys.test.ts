/** Key presses, the table of keys, the footer and the help that are made from it, and the input line. */

import { expect, test } from 'vitest';
import { footerKeysIn, footerLine } from '../../src/tui/drawing/footer.ts';
import { helpLines } from '../../src/tui/keys/help-lines.ts';
import { pressesOf, type InkKey } from '../../src/tui/keys/key-press.ts';
import { keyGroups } from '../../src/tui/keys/key-groups.ts';
import { commandFor, KEY_TABLE, type KeyBinding, type Mode } from '../../src/tui/keys/key-table.ts';
import { edited, EMPTY_PROMPT, insert, paste, promptText, type Edit } from '../../src/tui/prompt/prompt.ts';
import { questionOf } from '../../src/tui/prompt/question.ts';
import { paint } from '../../src/tui/drawing/styled-line.ts';

const NO_KEY: InkKey = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageUp: false,
  pageDown: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  tab: false,
  backspace: false,
  delete: false,
  ctrl: false,
  shift: false,
  meta: false,
};

test.each<[string, Partial<InkKey>, string[]]>([
  ['', { upArrow: true }, ['up']],
  ['', { tab: true, shift: true }, ['shift+tab']],
  ['', { escape: true, meta: true }, ['escape']],
  ['c', { ctrl: true }, ['ctrl+c']],
  ['q', { meta: true }, ['alt+q']],
  ['G', { shift: true }, ['G']],
  ['jjq', {}, ['j', 'j', 'q']],
  ['a.test\r', {}, ['a', '.', 't', 'e', 's', 't', 'enter']],
  ['\x15é', {}, ['ctrl+u', 'é']],
])('%j %o', (input, key, names) => {
  expect(pressesOf(input, { ...NO_KEY, ...key }).map(({ name }) => name)).toEqual(names);
});

const MODES: readonly Mode[] = ['browse', 'page', 'menu', 'list', 'prompt'];

test.each(MODES)('no key means two things in mode %s', (mode) => {
  const presses = KEY_TABLE.filter(({ modes }) => modes.includes(mode)).flatMap((binding) => binding.presses);
  expect(presses.filter((press, i) => presses.indexOf(press) !== i)).toEqual([]);
});

test('letters type in the input line and act elsewhere', () => {
  for (const mode of ['prompt', 'list'] as const)
    for (const letter of ['q', 'r', 'j', 'g', ' ', '/', '?'])
      expect(commandFor(mode, letter)).toBeUndefined();
  expect(commandFor('browse', 'q')).toBe('quit');
  expect(MODES.map((mode) => commandFor(mode, 'ctrl+c'))).toEqual(MODES.map(() => 'interrupt'));
});

test('every key stands in one group, and only what is typed in the last', () => {
  const groups = keyGroups();
  expect(groups.flatMap(({ bindings }) => bindings).toSorted(byLabel)).toEqual(KEY_TABLE.toSorted(byLabel));
  const typing = groups.at(-1)!.bindings;
  expect(typing.filter(({ modes }) => modes.join() !== 'prompt')).toEqual([]);
  expect(groups.length).toBeGreaterThan(5);
});

const byLabel = (a: KeyBinding, b: KeyBinding): number =>
  `${a.label} ${a.does}`.localeCompare(`${b.label} ${b.does}`);

test('the help names every key, and the footer fits', () => {
  const help = helpLines(80).map((line) => paint(line, false));
  const unnamed = KEY_TABLE.filter(
    ({ label, does }) => !help.some((line) => line.includes(` ${label} `) && line.endsWith(does)),
  );
  expect(unnamed).toEqual([]);
  for (const mode of MODES)
    expect(paint(footerLine(footerKeysIn(mode, KEY_TABLE), 80), false)).not.toContain('…');
});

test.each<[string, string, Edit, string, string]>([
  ['ab', 'cd', 'left', 'a', 'bcd'],
  ['', 'cd', 'left', '', 'cd'],
  ['ab', '😀d', 'right', 'ab😀', 'd'],
  ['ab', '', 'right', 'ab', ''],
  ['ab', 'cd', 'start', '', 'abcd'],
  ['ab', 'cd', 'end', 'abcd', ''],
  ['a😀', 'cd', 'eraseBefore', 'a', 'cd'],
  ['ab', 'cd', 'eraseAfter', 'ab', 'd'],
  ['one two ', 'x', 'eraseWord', 'one ', 'x'],
  ['ab', 'cd', 'eraseToStart', '', 'cd'],
  ['ab', 'cd', 'eraseToEnd', 'ab', ''],
])('%j|%j %s', (before, after, edit, beforeThen, afterThen) => {
  expect(edited({ ...EMPTY_PROMPT, before, after, error: 'old' }, edit)).toEqual({
    ...EMPTY_PROMPT,
    before: beforeThen,
    after: afterThen,
    error: null,
  });
});

test('a paste is one name, and a flood is cut', () => {
  expect(promptText(paste(EMPTY_PROMPT, '\n  example.com \r\nexample.org\n'))).toBe('example.com');
  expect(paste(EMPTY_PROMPT, ' \n ')).toBe(EMPTY_PROMPT);
  expect(promptText(insert(EMPTY_PROMPT, 'x'.repeat(1e6))).length).toBeLessThan(5000);
});

test.each([
  ['example.com', { name: 'example.com', type: '' }],
  ['  example.com   mx ', { name: 'example.com', type: 'mx' }],
  ['', { error: expect.stringContaining('Type a name') as string }],
  ['a b c', { error: expect.stringContaining('One name and one type') as string }],
])('%j asks for %o', (text, question) => {
  expect(questionOf(text)).toEqual(question);
});
