/** Whole screens as golden texts, drawn from states that the reducer made. */

import { renderToString } from 'ink';
import { expect, test } from 'vitest';
import type { Ending, WalkEvent } from '../../src/resolver/events.ts';
import { shownFields } from '../../src/tui/detail/bytes/byte-choice.ts';
import type { WindowSize } from '../../src/tui/drawing/layout.ts';
import type { Look } from '../../src/tui/drawing/look.ts';
import { THEME_NAMES } from '../../src/tui/drawing/themes.ts';
import { Screen } from '../../src/tui/screen.tsx';
import type { ExplorerState } from '../../src/tui/state.ts';
import { displayWidth } from '../../src/tui/drawing/text-width.ts';
import { begun, pressed, walked } from './explorer-states.ts';
import { walkIn } from '../support/small-internet.ts';
import { SURVEYED_WORLD } from './surveyed-world.ts';
import { MANY_CAUSES, sampleEvents } from './sample-session.ts';

const SIZES: readonly WindowSize[] = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

const events = sampleEvents();
const untilPending = events.slice(
  0,
  events.findIndex((event) => event.type === 'query' && event.hop.id === 4) + 1,
);

const ENDINGS: Readonly<Record<string, Partial<Ending>>> = {
  nxdomain: {
    status: 'nxdomain',
    message: 'www.example.com. does not exist: example.com. says so',
    negativeTtl: 300,
  },
  failure: {
    status: 'failure',
    reason: 'no-reply',
    message: 'none of the 2 servers of example.com. replied',
  },
};

function endedAs(change: Partial<Ending>): WalkEvent[] {
  return events.map((event) => {
    if (event.type !== 'end') return event;
    return { ...event, ending: { ...event.ending, answers: [], aliases: [], ...change } };
  });
}

/** The walk in a world of its own: a lame server and one with an old version. */
const surveyed = (await walkIn(SURVEYED_WORLD, 'www.test', 'A', { survey: true })).events;

/** To the first field of that name in the reply of the last hop. */
function downTo(label: string): string[] {
  const { list } = shownFields(walked(events))!;
  return Array.from({ length: list.findIndex((field) => field.label === label) }, () => 'j');
}

const STATES: Readonly<Record<string, (size: WindowSize) => ExplorerState>> = {
  ready: (size) => walked([], size),
  walking: (size) => walked(untilPending, size),
  answer: (size) => walked(events, size),
  'hop-with-drops': (size) => pressed(walked(events, size), 'g', 'j', 'j', 'tab', 'tab', 'pagedown'),
  'open-message': (size) => pressed(walked(events, size), 'enter'),
  why: (size) => pressed(walked(events, size), 'g', 'j', 'j', '1'),
  'why-open': (size) => pressed(walked(events, size), 'g', 'j', 'j', '1', 'enter'),
  bytes: (size) => pressed(walked(events, size), '3', 'enter', ...downTo('RCODE')),
  'bytes-pointer': (size) => pressed(walked(events, size), '3', 'enter', ...downTo('pointer')),
  'bytes-followed': (size) => pressed(walked(events, size), '3', 'enter', ...downTo('pointer'), 'enter'),
  'bytes-query': (size) => pressed(walked(events, size), 'g', 'j', '3', 'tab', 'tab', 'j'),
  'bytes-octet': (size) =>
    pressed(walked(events, size), '3', 'enter', ...Array.from({ length: 14 }, () => 'right')),
  'bytes-flags': (size) => pressed(walked(events, size), '3', 'enter', 'right', 'right'),
  servers: (size) => pressed(walked(events, size), 'g', 'j', '6'),
  'servers-surveyed': (size) => pressed(walked(surveyed, size), '6', 'enter'),
  'survey-exchange': (size) => pressed(walked(surveyed, size), 'G', 'enter', 'j', 'enter', 'enter'),
  layers: (size) => pressed(walked(events, size), '4', 'enter', 'pagedown'),
  state: (size) => pressed(walked(events, size), '5'),
  'state-open': (size) => pressed(walked(events, size), '5', 'enter'),
  'state-of-a-hop': (size) => pressed(walked(events, size), '5', 'g', 'j', 'j', 'enter'),
  'state-of-a-moment': (size) => pressed(walked(events, size), '5', ',', ',', ',', ',', ',', ',', ',', ','),
  raw: (size) => pressed(walked(events, size), '7', 'enter'),
  help: (size) => pressed(walked(events, size), '?'),
  options: (size) => pressed(walked(events, size), 'o', ' ', 'down', 'down', ' '),
  asking: (size) => pressed(walked(events, size), '/', ...Array.from('example.org MX one-too-many'), 'enter'),
  'chosen-name': (size) => pressed(walked(events, size), 'g', 'j', 'j', 'enter', 'enter', ')', ')'),
  'chosen-name-of-computer': (size) => pressed(walked(events, size), 'tab', ')', ')'),
  'completing-name': (size) => pressed(walked(events, size), '/', 'n', 's', '1', 'tab', 'tab'),
  'completing-type': (size) => pressed(walked(events, size), 't', 'd', 'tab'),
  'asking-again': (size) => pressed(walked(events, size), '/'),
  commands: (size) => pressed(walked(events, size), ':', ...Array.from('help'), 'enter'),
  'mistyped-command': (size) => pressed(walked(events, size), ':', ...Array.from('tarce a.test'), 'enter'),
  'gone-to-name': (size) => begun(pressed(walked(events, size), ')', 'enter')),
  'gone-back': (size) => pressed(begun(pressed(walked(events, size), ')', 'enter')), 'backspace'),
  nxdomain: (size) => walked(endedAs(ENDINGS['nxdomain']!), size),
  survey: (size) => pressed(walked(surveyed, size), 'G'),
  'survey-matrix': (size) => pressed(walked(surveyed, size), 'G', 'enter', 'j', 'j'),
  'survey-row': (size) => pressed(walked(surveyed, size), 'G', 'enter', 'j', 'j', 'enter', 'pagedown'),
  causes: (size) => pressed(walked(events, size, MANY_CAUSES), 'tab', 'j'),
  'opened-cause': (size) => pressed(walked(events, size, MANY_CAUSES), 'tab', 'j', 'enter'),
  'all-causes': (size) => pressed(walked(events, size, MANY_CAUSES), 'tab', 'j', 'j', 'j', 'enter'),
  voices: (size) => pressed(walked(events, size), 'tab', 'G', 'pageup'),
  'earlier-moment': (size) =>
    pressed(walked(events, size, MANY_CAUSES), ...Array.from({ length: 14 }, () => ',')),
  'first-event-played': (size) => pressed(walked(events, size), ' '),
  'earlier-message': (size) =>
    pressed(walked(events, size), 'g', 'j', 'j', 'enter', '<', ...Array.from('.......')),
  failure: (size) => walked(endedAs(ENDINGS['failure']!), size),
};

const cases = Object.entries(STATES).flatMap(([name, make]) => SIZES.map((size) => ({ name, make, size })));

test.each(cases)('$name at $size.columns×$size.rows', async ({ name, make, size }) => {
  const { columns, rows } = size;
  const text = renderToString(<Screen state={make(size)} look={false} />, { columns });
  const lines = text.split('\n').map((line) => line.trimEnd());
  expect(lines).toHaveLength(rows);
  expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
    `../../fixtures/screens/${name}-${columns}x${rows}.txt`,
  );
});

/** The smallest, and one with three columns; of a few states, since the panes are the same. */
const OTHER_SIZES: readonly WindowSize[] = [
  { columns: 40, rows: 12 },
  { columns: 200, rows: 50 },
];
const OTHERS = [
  'answer',
  'open-message',
  'bytes',
  'causes',
  'asking',
  'survey-matrix',
  'help',
  'earlier-moment',
  'chosen-name',
  'completing-name',
  'gone-back',
];

const otherCases = OTHERS.flatMap((name) => OTHER_SIZES.map((size) => ({ name, make: STATES[name]!, size })));

test.each(otherCases)('$name at $size.columns×$size.rows', async ({ name, make, size }) => {
  const { columns, rows } = size;
  const lines = renderToString(<Screen state={make(size)} look={false} />, { columns })
    .split('\n')
    .map((line) => line.trimEnd());
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
    `../../fixtures/screens/${name}-${columns}x${rows}.txt`,
  );
});

test.each(cases)('$name at $size.columns×$size.rows in ASCII', ({ make, size }) => {
  const state = make(size);
  const drawn = (look: Look | false): string[] =>
    renderToString(<Screen state={state} look={look} />, { columns: size.columns }).split('\n');
  const ascii = drawn({ theme: 'dark', symbols: 'ascii' }).map((line) =>
    line.replace(GRAPHICS, '').trimEnd(),
  );
  expect(ascii.join('\n')).toMatch(/^[\x20-\x7e\n]*$/);
  expect(ascii).not.toContain('?'.repeat(2));
  expect(ascii.map((line) => line.length)).toEqual(drawn(false).map((line) => displayWidth(line.trimEnd())));
});

test.each([
  [39, 12],
  [40, 11],
  [20, 5],
])('asks for more room at %i×%i', (columns, rows) => {
  const text = renderToString(<Screen state={walked(events, { columns, rows })} look={false} />, {
    columns,
  });
  expect(text.replace(/\s+/g, ' ')).toContain('needs 40×12 (columns×rows)');
  expect(text.split('\n').length).toBeLessThanOrEqual(rows);
});

test.each(THEME_NAMES)('the theme %s adds nothing that the words do not say', (theme) => {
  const state = walked(events, { columns: 80, rows: 24 });
  const coloured = renderToString(<Screen state={state} look={{ theme, symbols: 'unicode' }} />, {
    columns: 80,
  });
  const plain = renderToString(<Screen state={state} look={false} />, { columns: 80 });
  expect(coloured).not.toBe(plain);
  expect(bare(coloured)).toEqual(bare(plain));
});

/** Select Graphic Rendition: ESC [ … m. */
const GRAPHICS = new RegExp(`${String.fromCharCode(0x1b)}\\[[\\d;]*m`, 'g');

function bare(text: string): string[] {
  return text
    .replace(GRAPHICS, '')
    .split('\n')
    .map((line) => line.trimEnd());
}
