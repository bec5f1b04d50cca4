/** How walks are made: the options, the worlds, other resolvers, and what a run changed against the one before. */

import { expect, test } from 'vitest';
import type { WalkEvent } from '../../src/resolver/events.ts';
import { lineWidth, paint } from '../../src/tui/drawing/styled-line.ts';
import { titleLine } from '../../src/tui/drawing/frame-lines.ts';
import { layoutOf } from '../../src/tui/drawing/layout.ts';
import { menuOf } from '../../src/tui/menu/menu.ts';
import { menuLines } from '../../src/tui/menu/menu-lines.ts';
import { PLAIN_WISHES, turned, WALK_OPTIONS, wishesText } from '../../src/tui/options/walk-wishes.ts';
import { promptLines } from '../../src/tui/prompt/prompt-lines.ts';
import { pageText } from '../../src/tui/page/page.ts';
import { reduce, type Action } from '../../src/tui/reducer.ts';
import type { ExplorerState } from '../../src/tui/state.ts';
import { computerLines } from '../../src/tui/computer/computer-lines.ts';
import { resultLines } from '../../src/tui/walk/result-lines.ts';
import { pressed, walked } from './explorer-states.ts';
import { SAMPLE_COMPARISON, sampleEvents } from './sample-session.ts';

const events = sampleEvents();
const told = (state: ExplorerState, serial: number, list: readonly WalkEvent[]): ExplorerState =>
  [
    { type: 'started', serial } as const,
    ...list.map((event): Action => ({ type: 'event', serial, event })),
  ].reduce(reduce, state);
const textOf = (lines: readonly ReturnType<typeof titleLine>[]): string =>
  lines.map((line) => paint(line, false)).join('\n');
const WORLDS = [
  {
    name: 'one',
    title: 'The first',
    story: 'Once upon a time.',
    question: { name: 'a.test.', type: 'MX' },
    findings: [],
    causes: [],
  },
  {
    name: 'two',
    title: 'The second',
    story: 'And then.',
    question: { name: 'b.test.', type: 'A' },
    findings: [],
    causes: [],
  },
];

test('each option goes through its values and back, and says so where it is not as usual', () => {
  for (const option of WALK_OPTIONS) {
    const round = option.values.reduce((wishes) => turned(option, wishes, 1), PLAIN_WISHES);
    expect(round).toEqual(PLAIN_WISHES);
    const changed = turned(option, PLAIN_WISHES, 1);
    expect(changed).not.toEqual(PLAIN_WISHES);
    expect(turned(option, changed, -1)).toEqual(PLAIN_WISHES);
    expect(wishesText(changed)).not.toBe('');
  }
  expect(wishesText(PLAIN_WISHES)).toBe('');
});

test('Enter walks with what was chosen, which the title says; Esc keeps it for the next walk', () => {
  const chosen = pressed(walked(events), 'o', ' ', 'down', 'down', 'right');
  expect(chosen.wishes).toMatchObject({ minimise: true, transport: 'tcp' });
  const asked = pressed(chosen, 'enter');
  expect(asked.asked).toMatchObject({
    serial: 2,
    name: 'www.example.com',
    wishes: { minimise: true, transport: 'tcp' },
  });
  const again = told(asked, 2, events);
  expect(again).toMatchObject({ menu: null, shown: { wishes: { minimise: true } } });
  expect(textOf([titleLine(again, 100)])).toContain('www.example.com. A  minimise, TCP');
  expect(pressed(chosen, 'escape', 'r').asked).toMatchObject({ wishes: { minimise: true } });
});

test('resolvers are typed, without doubles, and not too many', () => {
  const typing = pressed(
    walked(events),
    'o',
    'end',
    'right',
    ...Array.from('@192.0.2.1 192.0.2.1,@x#53'),
    'enter',
  );
  // Whether they can be asked is found out first.
  const servers = ['192.0.2.1', 'x#53'];
  expect(typing).toMatchObject({
    prompt: { purpose: 'resolvers' },
    wishes: { resolvers: [] },
    wish: { wish: { kind: 'check-servers', servers, place: null } },
  });
  expect(reduce(typing, { type: 'checked', servers, error: 'x has no address here' })).toMatchObject({
    prompt: { before: '@192.0.2.1 192.0.2.1,@x#53', error: 'x has no address here' },
    wishes: { resolvers: [] },
  });
  // Who has left the line, or goes on typing in it, does not want them any more.
  for (const keys of [['escape'], ['y']])
    expect(
      reduce(pressed(typing, ...keys), { type: 'checked', servers, error: null }).wishes.resolvers,
    ).toEqual([]);
  expect(reduce(typing, { type: 'checked', servers, error: null })).toMatchObject({
    prompt: null,
    menu: { name: 'options' },
    wishes: { resolvers: ['192.0.2.1', 'x#53'] },
  });
  const nine = Array.from({ length: 9 }, (_, i) => `192.0.2.${i}`).join(' ');
  const many = pressed(walked(events), 'o', 'end', ' ', ...Array.from(nine), 'enter');
  expect(many).toMatchObject({ prompt: { error: expect.stringMatching(/No more than 8/) as string } });
});

test('a resolver beside the computer has its answer, its verdict and the causes', () => {
  const answer = {
    server: '192.0.2.1#53',
    outcome: 'reply',
    rcode: 3,
    answers: [],
    detail: '',
    flags: [],
    rttMs: 1,
  } as never;
  const state = reduce(walked(events), {
    type: 'resolvers',
    serial: 1,
    voices: [{ typed: '192.0.2.1', answer, comparison: SAMPLE_COMPARISON }],
  });
  const text = textOf(computerLines(state, 60));
  expect(text).toMatch(/@192\.0\.2\.1\n {2}≠ differs from the walk\n {2}NXDOMAIN\n• HOSTS_FILE/);
});

test('worlds are read when they are first wanted; Enter asks the question of one, there', () => {
  const opened = pressed(walked(events), 'l');
  expect(opened).toMatchObject({ menu: { name: 'worlds' }, wish: { wish: { kind: 'worlds' } } });
  const read = reduce(opened, { type: 'worlds', worlds: WORLDS });
  expect(textOf(menuLines(read, read.menu!, { columns: 80, rows: 20 }))).toContain('Once upon a time.');
  const there = pressed(read, 'down', 'enter');
  expect(there.asked).toMatchObject({ name: 'b.test.', type: 'A', place: 'two' });
  const arrived = told(there, 2, events);
  expect(textOf([titleLine(arrived, 80)])).toMatch(/^ lab world: two /);
  expect(pressed(read, 'right').page?.about).toMatchObject({ kind: 'world', world: { name: 'one' } });
  // The way out is only taken on purpose, and asks nobody by itself.
  const leaving = pressed(arrived, 'l', 'end', 'enter');
  expect(leaving).toMatchObject({ place: 'two', asked: { serial: 2 }, prompt: { purpose: 'question' } });
});

test('one is on the real Internet only once a name was asked for there', () => {
  const read = reduce(pressed(walked(events), 'l'), { type: 'worlds', worlds: WORLDS });
  const inLab = told(pressed(read, 'enter'), 2, events);
  const leaving = pressed(inLab, 'l', 'end', 'enter');
  const label = (state: ExplorerState): string => textOf(promptLines(state, state.prompt!, 80).lines);
  expect(label(leaving)).toContain('on the real Internet, name [TYPE]:');
  // Who thinks better of it is still in the lab, and so is what is asked again.
  expect(pressed(leaving, 'escape', 'r').asked).toMatchObject({ serial: 3, place: 'one' });
  expect(
    pressed(leaving, ...Array.from('a.test'), 'escape', '/', ...Array.from('b.test'), 'enter'),
  ).toMatchObject({ asked: { name: 'b.test', place: 'one' } });
  const typed = pressed(leaving, ...Array.from('ab.testx'), 'backspace', 'home', 'delete');
  expect(label(typed)).toContain('on the real Internet, name [TYPE]: b.test');
  const asked = pressed(typed, 'enter');
  expect(asked).toMatchObject({ place: 'one', asked: { name: 'b.test', place: null } });
  expect(reduce(asked, { type: 'refused', serial: 3, error: 'no' })).toMatchObject({
    place: 'one',
    prompt: { place: null, error: 'no' },
  });
  const there = told(asked, 3, events);
  expect(there.place).toBeNull();
  expect(pressed(there, 'r').asked).toMatchObject({ place: null });
  expect(label(pressed(there, '/'))).toContain(' name [TYPE]:');
  expect(label(pressed(there, '/'))).not.toContain('Internet');
});

test('what cannot be walked for is said in passing where nothing was typed', () => {
  const asked = pressed(walked(events), 'o', 'enter');
  const refused = reduce(asked, { type: 'refused', serial: 2, error: 'no such world' });
  expect(refused).toMatchObject({
    menu: null,
    prompt: null,
    asked: { serial: 1 },
    notice: { text: 'no such world', tone: 'bad' },
  });
});

test('resolvers that have not answered are seen to be asked, for as long as they are', () => {
  const wishes = { ...PLAIN_WISHES, resolvers: ['192.0.2.1', '192.0.2.2'] };
  const asked = told(pressed({ ...walked(events), wishes }, 'r'), 2, events.slice(0, 6));
  const text = (state: ExplorerState): string => textOf(computerLines(state, 60));
  const both = /@192\.0\.2\.1\n {2}asking …\n\n@192\.0\.2\.2\n {2}asking …/;
  expect(text(asked)).toMatch(both);
  expect(text(pressed(asked, 'escape'))).not.toMatch(/ asking …/);
  const over = told(pressed({ ...walked(events), wishes }, 'r'), 2, events);
  expect(text(over)).toMatch(both);
  const answer = { server: '192.0.2.1#53', outcome: 'silence', detail: 'no reply', answers: [] } as never;
  const voices = wishes.resolvers.map((typed) => ({ typed, answer, comparison: SAMPLE_COMPARISON }));
  expect(text(reduce(over, { type: 'resolvers', serial: 2, voices }))).not.toMatch(/ asking …/);
});

test('what a world does by itself is shown as what will be used, and chosen otherwise both ways', () => {
  const habits = { survey: true, cookies: false };
  const walk = (state: ExplorerState): ExplorerState =>
    reduce(pressed(state, 'r'), { type: 'started', serial: state.lastSerial + 1, habits });
  const rows = (state: ExplorerState): Record<string, string> =>
    Object.fromEntries(menuOf(state, 'options').rows.map(({ label, value }) => [label, value]));
  const row = menuOf(walked(events), 'options').rows.findIndex(({ label }) => label === 'survey');
  const there = pressed(walk(walked(events)), 'o', ...Array.from({ length: row }, () => 'down'));
  expect(rows(there)).toMatchObject({ survey: 'on (this world)', cookies: 'off', minimise: 'off' });
  const off = pressed(there, ' ');
  expect(rows(off)).toMatchObject({ survey: 'off' });
  expect(off.wishes.survey).toBe(false);
  expect(textOf([titleLine(walk(pressed(off, 'escape')), 100)])).toContain('survey off');
  // As the world has it: that need not be chosen.
  expect(pressed(off, 'left').wishes).toEqual(PLAIN_WISHES);
  const on = pressed(walked(events), 'o', ...Array.from({ length: row }, () => 'down'), ' ');
  expect(on.wishes.survey).toBe(true);
  expect(rows(walk(pressed(on, 'escape')))).toMatchObject({ survey: 'on' });
  expect(
    pressed(walk(pressed(on, 'escape')), 'o', ...Array.from({ length: row }, () => 'down'), ' ').wishes
      .survey,
  ).toBe(false);
  // `:set` says the same.
  const typed = (state: ExplorerState, text: string): ExplorerState =>
    pressed(pressed(state, 'escape'), ':', ...Array.from(text), 'enter');
  expect(typed(there, 'set survey off').wishes.survey).toBe(false);
  expect(typed(there, 'set survey on').wishes).toEqual(PLAIN_WISHES);
  expect(typed(walked(events), 'set survey off').wishes).toEqual(PLAIN_WISHES);
  // Elsewhere it is as it is there.
  const [{ question }] = WORLDS as [(typeof WORLDS)[0]];
  const moved = reduce(
    { ...there, lastSerial: 9, asked: { ...there.shown!, ...question, serial: 9, place: 'two' } },
    { type: 'started', serial: 9 },
  );
  expect(rows(moved)).toMatchObject({ survey: 'off' });
});

test.each([
  ['reply size', '4096', { bufsize: 4096 }, '4096 octets at most'],
  ['reply size', ' 512 ', { bufsize: 512 }, '512 octets at most'],
  ['client subnet', '192.0.2.77/24', { subnet: { address: '192.0.2.0' } }, 'for 192.0.2.0/24'],
  ['client subnet', '2001:db8:1:2::/48', { subnet: { family: 2 } }, 'for 2001:db8:1::/48'],
])('%s: %s is typed, asked for and taken back', (label, text, wishes, title) => {
  const row = menuOf(walked(events), 'options').rows.findIndex((each) => each.label === label);
  const open = pressed(walked(events), 'o', ...Array.from({ length: row }, () => 'down'), 'right');
  const typed = pressed(open, ...Array.from(text), 'enter');
  expect(typed).toMatchObject({ prompt: null, menu: { name: 'options', chosen: row }, wishes });
  expect(menuOf(typed, 'options').rows[row]).toMatchObject({ isMarked: true });
  const asked = told(pressed(typed, 'enter'), 2, events);
  expect(asked.shown).toMatchObject({ wishes });
  expect(textOf([titleLine(asked, 200)])).toContain(title);
  expect(pressed(typed, 'right', 'ctrl+u', 'enter').wishes).toEqual(PLAIN_WISHES);
});

test.each([
  ['reply size', '511', 'It must be a whole number from 512 to 65535.'],
  ['reply size', '65536', 'It must be a whole number from 512 to 65535.'],
  ['reply size', '1e3', 'It must be a whole number from 512 to 65535.'],
  ['client subnet', '192.0.2.0/33', 'It must be a prefix such as 192.0.2.0/24 or 2001:db8::/56.'],
  ['client subnet', 'x', 'It must be a prefix such as 192.0.2.0/24 or 2001:db8::/56.'],
])('%s: %s is refused where it was typed', (label, text, error) => {
  const row = menuOf(walked(events), 'options').rows.findIndex((each) => each.label === label);
  const open = pressed(walked(events), 'o', ...Array.from({ length: row }, () => 'down'), ' ');
  expect(pressed(open, ...Array.from(text), 'enter')).toMatchObject({
    prompt: { before: text, error },
    wishes: PLAIN_WISHES,
  });
});

test('a run is held against the last one for its question, whatever was asked between', () => {
  const runs = (state: ExplorerState): number[] => state.runs.map(({ asked }) => asked.serial);
  const ask = (state: ExplorerState, text: string): ExplorerState =>
    told(pressed(state, '/', ...Array.from(text), 'enter'), state.lastSerial + 1, events);
  const b = ask(walked(events), 'b.test MX');
  expect(b.before?.asked.name).toBe('www.example.com');
  const again = ask(b, 'WWW.Example.com.');
  expect(again.before?.asked.serial).toBe(1);
  expect(again.notice?.text).toMatch(/^Against the run before: same answer/);
  const bAgain = ask(again, 'b.test. mx');
  expect(bAgain.before?.asked.serial).toBe(2);
  expect(runs(bAgain)).toEqual([3, 2]);
  // In another place it is another question.
  expect(ask({ ...bAgain, place: 'two' }, 'www.example.com').notice).toBeNull();
  // Only the last few are kept.
  const many = Array.from({ length: 20 }, (_, i) => `n${i}.test`).reduce(ask, bAgain);
  expect(many.runs).toHaveLength(5);
  expect(ask(many, 'b.test MX').before?.asked.name).toBe('n19.test');
});

test('a second run says what it changed, and d shows all of it', () => {
  const first = walked(events);
  expect(pressed(first, 'd').notice?.text).toMatch(/^There is no run before/);
  const fewer = events.filter((event) => !(event.type === 'hop' && event.hop.id === 4));
  const second = told(
    pressed(first, 'r'),
    2,
    fewer.map((event) =>
      event.type === 'end' ? { ...event, cost: { ...event.cost, queries: event.cost.queries - 1 } } : event,
    ),
  );
  expect(second.notice?.text).toBe('Against the run before: same answer, 1 query less; d shows what changed');
  const page = pressed(second, 'd');
  const lines = pageText(page, page.page!.about, layoutOf(page).page).lines;
  expect(textOf(lines)).toContain('two runs');
  for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(80);
  // Only one is kept.
  const third = told(pressed(second, 'r'), 3, events);
  expect(third.before?.asked.serial).toBe(2);
  // Travelling in time says it no second time.
  expect(pressed(second, '<', '>').notice).toBeNull();
  // Another question has nothing to be compared with in passing.
  const other = told(pressed(first, '/', ...Array.from('a.test'), 'enter'), 2, events);
  expect(other.notice).toBeNull();
});

test('before a walk has ended there is nothing to compare', () => {
  const running = told(pressed(walked(events), 'r'), 2, events.slice(0, 5));
  expect(pressed(running, 'd').notice?.text).toMatch(/^The walk has not ended/);
});

test('where nobody replies at all, the lab is offered, unless one is there', () => {
  const silent = events.flatMap((event): WalkEvent[] => {
    if (event.type === 'end')
      return [
        {
          ...event,
          ending: {
            ...event.ending,
            status: 'failure',
            reason: 'no-reply',
            message: 'Silence.',
            answers: [],
          },
        },
      ];
    return event.type === 'start' ? [event] : [];
  });
  const text = (state: ExplorerState): string => textOf(resultLines(state, 200, 3));
  expect(text(walked(silent))).toContain('l shows the worlds of the lab');
  const inLab = walked(silent);
  expect(text({ ...inLab, shown: { ...inLab.shown!, place: 'one' } })).not.toContain('l shows');
});

test('menus fit their screen, whatever stands in them', () => {
  const state = reduce(pressed(walked(events), 'l'), {
    type: 'worlds',
    worlds: [
      { ...WORLDS[0]!, name: 'x'.repeat(300), title: '\u001b[2J漢'.repeat(99), story: 's '.repeat(999) },
    ],
  });
  for (const columns of [40, 80, 200]) {
    const lines = menuLines(state, state.menu!, { columns, rows: 12 });
    expect(lines.length).toBeLessThanOrEqual(12);
    for (const line of lines) {
      expect(lineWidth(line)).toBeLessThanOrEqual(columns);
      expect(paint(line, false)).not.toContain('\u001b');
    }
  }
});
