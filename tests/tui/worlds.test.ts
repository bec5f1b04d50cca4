/** The menu of the lab worlds: grouped, narrowed by letters, and with what is wrong with one in its place. */

import { expect, test } from 'vitest';
import { lineWidth, paint } from '../../src/tui/drawing/styled-line.ts';
import { layoutOf } from '../../src/tui/drawing/layout.ts';
import { menuOf } from '../../src/tui/menu/menu.ts';
import { menuLines } from '../../src/tui/menu/menu-lines.ts';
import { pageText } from '../../src/tui/page/page.ts';
import { reduce } from '../../src/tui/reducer.ts';
import type { ExplorerState } from '../../src/tui/state.ts';
import { pressed, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';

const question = { name: 'a.test.', type: 'A' };
const none = { findings: [], causes: [] };
const WORLDS = [
  {
    name: 'cache',
    title: 'A resolver remembers',
    story: 'Once.',
    question,
    ...none,
    causes: ['STALE_CACHE'],
  },
  { name: 'broken', error: 'broken: the zone . has no SOA \u001b[2J record' },
  { name: 'lame', title: 'Nobody is responsible', story: 'Twice.', question, ...none, findings: ['LAME'] },
  { name: 'plain', title: 'All is well', story: 'Thrice.', question, ...none },
];
const opened = pressed({ ...walked(sampleEvents()), worlds: WORLDS }, 'l');
const labels = (state: ExplorerState): string[] => menuOf(state, 'worlds').rows.map(({ label }) => label);
const textOf = (state: ExplorerState): string =>
  menuLines(state, state.menu!, layoutOf(state).page)
    .map((line) => paint(line, false).trimEnd())
    .join('\n');

test('worlds stand in groups, those where nothing is wrong first, and each says what is found there', () => {
  expect(labels(opened)).toEqual(['plain', 'lame', 'cache', 'broken', '(no lab)']);
  const text = textOf(opened);
  expect(text).toMatch(/without findings\n. plain[^]*on the walk\n. *lame[^]*says otherwise\n. *cache/);
  expect(textOf(pressed(opened, 'down'))).toContain('A walk finds LAME. Twice.');
  expect(textOf(pressed(opened, 'down', 'down'))).toContain('This computer says otherwise: STALE_CACHE.');
  const page = pressed(opened, 'down', 'right');
  const { lines } = pageText(page, page.page!.about, layoutOf(page).page);
  expect(lines.map((line) => paint(line, false)).join('\n')).toMatch(/Twice\.\n\nA walk finds LAME\.\n\nIts/);
});

test('letters narrow the list by name and title, in any order of words; Backspace widens it', () => {
  const typed = (text: string): ExplorerState => pressed(opened, ...Array.from(text));
  expect(labels(typed('REMEMBERS a res'))).toEqual(['cache']);
  expect(labels(typed('l'))).toEqual(['plain', 'lame', 'cache', '(no lab)']);
  expect(labels(typed('broken'))).toEqual(['broken']);
  const narrow = pressed(opened, 'end', ...Array.from('nobody'));
  expect(narrow.menu).toMatchObject({ chosen: 0, filter: 'nobody' });
  expect(textOf(narrow)).toMatch(/narrowed to: nobody/);
  expect(pressed(narrow, 'enter').asked).toMatchObject({ place: 'lame' });
  expect(textOf(pressed(narrow, 'x'))).toContain('No world has that in its name or title.');
  expect(pressed(narrow, 'x', 'enter', 'right', 'down')).toMatchObject({
    page: null,
    menu: { filter: 'nobodyx' },
  });
  expect(labels(pressed(narrow, ...Array.from('nobody', () => 'backspace'), 'backspace'))).toHaveLength(5);
  // Keys elsewhere, letters here: nothing is left by a q.
  expect(typed('q ?jr')).toMatchObject({ exitStatus: null, menu: { filter: 'q ?jr' } });
  expect(pressed(narrow, 'escape', 'l').menu).toMatchObject({ filter: '' });
  // The way in begins where one is.
  expect(pressed({ ...narrow, place: 'cache' }, 'escape', 'l').menu).toMatchObject({ chosen: 2 });
});

test('a world that cannot be used is listed with the reason, and one stays where one is', () => {
  const there = pressed(opened, 'down', 'down', 'down');
  expect(textOf(there)).toMatch(/cannot be used\n. broken +broken: the zone \. has no SOA \\u\{1B\}/);
  for (const key of ['enter', 'right']) {
    const after = pressed(there, key);
    expect(after).toMatchObject({ menu: { name: 'worlds' }, page: null, asked: opened.asked });
    expect(after.notice?.text).toMatch(/^The world broken cannot be used: broken: the zone/);
  }
});

test('the list fits any screen while it is narrowed', () => {
  for (const filter of ['', 'l', 'x'.repeat(200), '漢\u202e'])
    for (const columns of [40, 80, 120])
      for (const rows of [8, 12, 24]) {
        const state = pressed(opened, ...Array.from(filter), 'down', 'down');
        const lines = menuLines(state, state.menu!, { columns, rows });
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
      }
});

test('worlds that cannot be read at all are a word in passing, as is whatever else fails', () => {
  const opening = pressed(walked(sampleEvents()), 'l');
  const failed = reduce(opening, { type: 'failed', what: 'worlds', why: 'no such folder' });
  expect(failed).toMatchObject({
    menu: null,
    notice: { text: 'The worlds cannot be read: no such folder', tone: 'bad' },
  });
  // They are asked for again.
  expect(pressed(failed, 'l').wish?.serial).toBe(2);
});
