/** Keys as a person wants them: names, what cannot be, and that help, footer and dispatch follow. */

import { expect, test } from 'vitest';
import { footerKeysIn, footerLine } from '../../src/tui/drawing/footer.ts';
import { SMALL, walked } from './explorer-states.ts';
import { BINDING_NAMES, rebound } from '../../src/tui/keys/bindings.ts';
import { helpText } from '../../src/tui/keys/help-lines.ts';
import { commandFor, KEY_TABLE, type KeyBinding } from '../../src/tui/keys/key-table.ts';
import { pressLabel, pressWritten, writtenPress } from '../../src/tui/keys/press-names.ts';
import { paint } from '../../src/tui/drawing/styled-line.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { FIRST_HABITS, initialState } from '../../src/tui/first-state.ts';
import { sampleEvents } from './sample-session.ts';

function table(wishes: Readonly<Record<string, readonly string[]>>): readonly KeyBinding[] {
  const bound = rebound(new Map(Object.entries(wishes)));
  if (!('table' in bound)) throw new Error(bound.error);
  return bound.table;
}

const wrong = (wishes: Readonly<Record<string, readonly string[]>>): unknown =>
  rebound(new Map(Object.entries(wishes)));

test('every row has a name of its own', () => {
  expect(new Set(BINDING_NAMES).size).toBe(KEY_TABLE.length);
  for (const name of BINDING_NAMES) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(BINDING_NAMES).toEqual(
    expect.arrayContaining(['open', 'tab-bytes', 'edit-erase-word', 'prompt-back']),
  );
});

test('every key of the table can be written, and is read back', () => {
  for (const { presses } of KEY_TABLE)
    for (const press of presses) expect(pressWritten(writtenPress(press))).toBe(press);
});

test.each([
  '',
  ' ',
  'foo',
  'ctrl+',
  'ctrl+C',
  'ctrl+i',
  'ctrl+m',
  'ctrl+h',
  'ctrl+j',
  'é',
  'ab',
  '\x1b',
  'alt+é',
])('%j is no key', (text) => {
  expect(pressWritten(text)).toBeUndefined();
});

test.each([
  ['alt+x', 'Alt-x'],
  ['ctrl+l', 'Ctrl-L'],
  [' ', 'Space'],
  ['?', '?'],
  ['pagedown', 'PgDn'],
])('%j is shown as %s', (press, label) => {
  expect(pressLabel(press)).toBe(label);
});

test('without wishes the table is the usual one', () => {
  expect(table({})).toEqual(KEY_TABLE);
});

test('a wish changes what the key does, the help and the footer', () => {
  const keys = table({ open: ['O', 'enter'], help: ['ctrl+y'], quit: [] });
  expect(commandFor('browse', 'O', keys)).toBe('open');
  expect(commandFor('browse', '?', keys)).toBeUndefined();
  expect(commandFor('page', 'ctrl+y', keys)).toBe('help');
  expect(helpText(Infinity, keys)).toContain('  O Enter ');
  expect(helpText(Infinity, keys)).toContain('  (no key) ');
  const footer = paint(footerLine(footerKeysIn('browse', keys), 120), false);
  expect(footer).toContain(' O open ');
  expect(footer).toContain(' Ctrl-Y help ');
  expect(footer).not.toContain('quit');
  const state = initialState({
    title: '',
    size: SMALL,
    initial: { name: 'a.test', type: 'A' },
    habits: { ...FIRST_HABITS, keys, tab: 'raw' },
  });
  expect(state.detail.tab).toBe('raw');
  expect(reduce(state, { type: 'key', press: { name: 'ctrl+y', text: '' } }).page).not.toBeNull();
  expect(reduce(state, { type: 'key', press: { name: '?', text: '?' } }).page).toBeNull();
  expect(
    reduce(walked(sampleEvents()), { type: 'key', press: { name: '?', text: '?' } }).page,
  ).not.toBeNull();
});

test('two keys can change places', () => {
  const keys = table({ quit: ['r'], again: ['q'] });
  expect([commandFor('browse', 'r', keys), commandFor('browse', 'q', keys)]).toEqual(['quit', 'again']);
});

test.each([
  [
    { open: ['enter', 'q'] },
    { name: 'open', place: 1, error: expect.stringContaining('the key of quit') as string },
  ],
  [{ open: ['O', 'O'] }, { name: 'open', place: 0, error: expect.stringContaining('twice') as string }],
  [
    { 'prompt-back': ['x'] },
    { name: 'prompt-back', place: 0, error: expect.stringContaining('for typing') as string },
  ],
  [{ back: [] }, { name: 'back', place: 0, error: expect.stringContaining('needs a key') as string }],
  [
    { interrupt: ['z'] },
    { name: 'interrupt', place: 0, error: expect.stringContaining('for typing') as string },
  ],
  [
    { 'edit-left': ['enter'] },
    { name: 'edit-left', place: 0, error: expect.stringContaining('submit') as string },
  ],
])('%o cannot be', (wishes, error) => {
  expect(wrong(wishes)).toEqual(error);
});
