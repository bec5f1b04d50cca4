/** What is wished for outside of the screen: files, the clipboard, explanations; and finding texts in a pane. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { savedTrace } from '../../src/render/saved-trace.ts';
import { reduce } from '../../src/tui/reducer.ts';
import type { ExplorerState } from '../../src/tui/state.ts';
import { clipboardSequence } from '../../src/tui/wish/clipboard.ts';
import { granted, type SaveOutcome } from '../../src/tui/wish/grant.ts';
import { contentOf, formOf, runOf, SAVED_FORMS, type SavedForm } from '../../src/tui/wish/saved-run.ts';
import { pressed, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';

const events = sampleEvents();
const typed = (text: string): string[] => Array.from(text);
const saving = (name: string): ExplorerState =>
  pressed(walked(events), 'w', 'ctrl+u', ...typed(name), 'enter');

/** The state after its wish was granted, and what the ports were asked for. */
async function after(
  state: ExplorerState,
  outcome: SaveOutcome = 'written',
): Promise<{ readonly state: ExplorerState; readonly told: string; readonly written: readonly unknown[] }> {
  let told = '';
  const written: unknown[] = [];
  const answer = await granted(state.wish!.wish, state, {
    worlds: async () => [],
    tellTerminal: (sequence) => void (told += sequence),
    writeFile: async (path, content, options) => {
      written.push(path, content.length > 0, options.mayReplace);
      return outcome;
    },
  });
  return { state: reduce(state, answer), told, written };
}

const clipboardOf = (told: string): string =>
  Buffer.from(/^\u001B\]52;c;([A-Za-z0-9+/=]*)\u0007$/.exec(told)![1]!, 'base64').toString();

test('a run is saved under the name that is typed', async () => {
  const { state, written } = await after(saving('x.ndjson'));
  expect(written).toEqual(['x.ndjson', true, false]);
  expect(state).toMatchObject({ prompt: null, notice: { text: 'Saved: x.ndjson', tone: 'good' } });
});

test('the name that is proposed is one that a file can have', () => {
  const { prompt } = pressed(walked(events), 'w');
  expect(prompt).toMatchObject({ before: 'www.example.com.A.json', error: null });
});

test('a file that is there is replaced with the second Enter only', async () => {
  const { state } = await after(saving('x.json'), 'exists');
  expect(state.prompt).toMatchObject({
    before: 'x.json',
    error: expect.stringContaining('Enter once more') as string,
  });
  const again = pressed(state, 'enter');
  expect((await after(again)).written).toEqual(['x.json', true, true]);
  // Another name was not warned of.
  const other = pressed(state, 'ctrl+u', ...typed('y.json'), 'enter');
  expect((await after(other)).written).toEqual(['y.json', true, false]);
});

test('what cannot be written is said in place, and the name can be mended', async () => {
  const { state } = await after(saving('no/x.json'), {
    error: 'no/x.json cannot be written: there is no such file',
  });
  expect(state.prompt).toMatchObject({
    before: 'no/x.json',
    error: expect.stringContaining('cannot be') as string,
  });
  expect(saving('x.exe')).toMatchObject({
    wish: null,
    prompt: { error: expect.stringContaining('.json') as string },
  });
  expect(saving('')).toMatchObject({ wish: null });
});

test('an unfinished walk is not saved', () => {
  const state = pressed(walked(events.slice(0, 8)), 'w');
  expect(state).toMatchObject({ prompt: null, wish: null, notice: { tone: 'warning' } });
});

test.each(Object.keys(SAVED_FORMS) as SavedForm[])('%s holds the run', async (form) => {
  const run = runOf(walked(events).timeline.told)!;
  const content = await contentOf(run, form);
  if (form === 'pcap') expect(Buffer.from(content).readUInt32LE(0)).toBe(0xa1b2c3d4);
  else if (form === 'pcapng') expect(Buffer.from(content).readUInt32LE(0)).toBe(0x0a0d0d0a);
  else if (form !== 'json' && form !== 'ndjson') expect(content).toContain('192.0.2.80');
  else {
    const { trace } = savedTrace(content as string);
    expect(trace.ending.answers).toEqual(
      run.events.findLast((event) => event.type === 'end')!.ending.answers,
    );
    expect(trace.comparison?.verdict).toBe(run.comparison!.verdict);
  }
});

test('the ending of a name says the form', () => {
  expect(['a.json', 'b.c.PCAP', '.ndjson', 'json', 'a.', ''].map(formOf)).toEqual([
    'json',
    'pcap',
    'ndjson',
    undefined,
    undefined,
    undefined,
  ]);
});

test.each<readonly [string, readonly string[], RegExp]>([
  ['a hop', ['g'], /^rootwalk query www\.example\.com\. A @\S+ --no-recurse$/],
  ['an open tab', ['1', 'enter'], /\S/],
  ['a field', ['3', 'enter', 'j'], /^[0-9a-f]{2}( [0-9a-f]{2})*$/],
  ['this computer', ['tab'], /^[A-Z_0-9]+: /],
  ['the help', ['?'], /Ctrl-C/],
])('y copies %s', async (_name, keys, text) => {
  const { told, state } = await after(pressed(walked(events), ...keys, 'y'));
  expect(clipboardOf(told)).toMatch(text);
  expect(state.notice?.text).toMatch(/^Copied to the clipboard/);
});

test('Y copies the answer, a record a line', async () => {
  expect(clipboardOf((await after(pressed(walked(events), 'Y'))).told)).toMatch(/^192\.0\.2\.80/);
  expect(pressed(walked([]), 'Y')).toMatchObject({ wish: null, notice: { tone: 'warning' } });
  expect(pressed(walked([]), 'y')).toMatchObject({ wish: null, notice: { tone: 'warning' } });
});

test('whatever is copied, nothing but the sequence reaches the terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
      expect(clipboardOf(clipboardSequence(text)!)).toBe(Buffer.from(text).toString());
    }),
  );
  expect(clipboardSequence('x'.repeat(100_000))).toBeUndefined();
});

test.each<readonly [string, readonly string[], RegExp]>([
  ['a referral', ['g'], /^referral \(term\)/m],
  ['a type field', ['3', 'enter', 'f', ...typed('QTYPE'), 'enter'], /^A \(type 1\)/m],
  ['a pointer', ['3', 'enter', 'f', ...typed('pointer'), 'enter'], /COMPRESSION POINTER/],
  ['a bit of the header', ['3', 'enter', 'f', ...typed('TC '), 'enter'], /^TC \(flag\)/m],
])('e explains %s', async (_name, keys, text) => {
  const { state } = await after(pressed(walked(events), ...keys, 'e'));
  expect(state.page?.about).toMatchObject({
    kind: 'explanation',
    text: expect.stringMatching(text) as string,
  });
  expect(pressed(state, 'escape').page).toBeNull();
});

test('what has no page is said', () => {
  const state = reduce(walked(events), { type: 'explained', topics: ['nothing'], text: '' });
  expect(state).toMatchObject({ page: null, notice: { text: 'There is no page about nothing.' } });
});

test('find goes to the match, says how many there are, and n goes round', () => {
  const state = pressed(walked(events), '?', 'f', ...typed('ONE'), 'enter');
  expect(state.notice?.text).toMatch(/^1 of \d+ lines with "ONE"/);
  const count = Number(/of (\d+)/.exec(state.notice!.text)![1]);
  const round = pressed(state, ...Array.from({ length: count }, () => 'n'));
  expect(round.foundAt).toBe(state.foundAt);
  expect(pressed(state, 'f', ...typed('zzz'), 'enter').notice?.text).toBe('Not in this pane: zzz');
  expect(pressed(state, 'f', 'enter').prompt?.error).toMatch(/^Type/);
});

test('where there is no job control, nothing stops, and a line says so', async () => {
  const { state } = await after(pressed(walked(events), 'ctrl+z'));
  expect(state.notice?.text).toBe('Nothing could continue the explorer here.');
});
