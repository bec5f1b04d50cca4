/**
 * Whole screens of the built program on a terminal, as golden texts in fixtures/screens/terminal: of saved walks, so that
 * the times on them are the same each time. `-u` writes them anew.
 */

import { expect, test } from 'vitest';
import { openTerminal, type Terminal } from '../support/terminal/open-terminal.ts';

interface SavedWalk {
  readonly walk: string;
  /** What the last thing told of the walk looks like: what the two sides have in common. */
  readonly shows: string;
  /** Screens behind the first, each from the one before: by name, the keys that lead to it, each waited for. */
  readonly screens?: Readonly<Record<string, (terminal: Terminal) => Promise<unknown>>>;
}

const WALKS: readonly SavedWalk[] = [
  {
    walk: 'answer',
    shows: '= same answer',
    screens: {
      pointer: async (terminal) => {
        await pressed(terminal, '3', '[Bytes]');
        await pressed(terminal, 'enter', '━  Why ');
        while (!/▸ +pointer/.test(terminal.screen())) await pressed(terminal, 'down', '[Bytes]');
      },
      help: (terminal) => pressed(terminal, '?', '━ Keys ━'),
    },
  },
  { walk: 'alias', shows: '= same answer' },
  { walk: 'failing-delegation', shows: 'WALK_FAILED' },
  { walk: 'no-such-name', shows: '= same answer' },
  { walk: 'differs', shows: 'HOSTS_FILE' },
  {
    walk: 'survey',
    shows: '= same answer',
    screens: {
      'survey-chosen': (terminal) => pressed(terminal, 'G', '▸  survey of shop.test.'),
      'survey-servers': (terminal) => pressed(terminal, 'enter', '▸ ns1.shop.test.'),
    },
  },
];

const SIZES = [
  [80, 24],
  [120, 40],
  [200, 60],
] as const;

const CASES = WALKS.flatMap((saved) => SIZES.map(([columns, rows]) => ({ ...saved, columns, rows })));

test.for(CASES)('$walk at $columns×$rows', async ({ walk, shows, screens = {}, columns, rows }) => {
  using terminal = opened(walk, columns, rows);
  await expectGolden(await terminal.shows(shows), walk, columns, rows);
  for (const [name, lead] of Object.entries(screens)) {
    await lead(terminal);
    await expectGolden(terminal.screen(), name, columns, rows);
  }
});

test('after a resize the screen is that of the new size, and back again', async () => {
  using terminal = opened('answer', 120, 40);
  const large = await terminal.shows('= same answer');
  terminal.resize(80, 24);
  await expectGolden(await terminal.shows(/^✓ answer/m, /q quit$/, 'hop 7 of 7 ━┬─ This'), 'answer', 80, 24);
  terminal.resize(120, 40);
  await terminal.until((screen) => screen === large, 'the first screen again');
});

test.each([
  [60, 24],
  [40, 15],
])('narrow, a pane at a time, at %i×%i', async (columns, rows) => {
  using terminal = opened('answer', columns, rows);
  await expectGolden(await terminal.shows('✓ answer', '[Walk]'), 'narrow', columns, rows);
  await pressed(terminal, 'tab', '[This computer]');
  await expectGolden(await terminal.shows('= same answer'), 'narrow-computer', columns, rows);
});

function opened(walk: string, columns: number, rows: number): Terminal {
  return openTerminal({ columns, rows, args: ['open', `fixtures/walks/${walk}.ndjson`] });
}

/** The first other screen after a key that shows it. */
function pressed(terminal: Terminal, key: string, text: string): Promise<string> {
  const before = terminal.screen();
  terminal.press(key);
  return terminal.until((screen) => screen !== before && screen.includes(text), `${text} after ${key}`);
}

async function expectGolden(screen: string, name: string, columns: number, rows: number): Promise<void> {
  expect(screen.split('\n')).toHaveLength(rows);
  await expect(`${screen}\n`).toMatchFileSnapshot(
    `../../fixtures/screens/terminal/${name}-${columns}x${rows}.txt`,
  );
}
