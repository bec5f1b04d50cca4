/** The input line: what was typed before, completing words, another type, and commands. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { typeCode } from '../../src/message/codes.ts';
import { COMMAND_TABLE } from '../../src/tui/command-line/command-table.ts';
import { commandLines } from '../../src/tui/command-line/command-help.ts';
import { lineWidth, paint } from '../../src/tui/drawing/styled-line.ts';
import { KEY_TABLE } from '../../src/tui/keys/key-table.ts';
import { PLAIN_WISHES, WALK_OPTIONS } from '../../src/tui/options/walk-wishes.ts';
import { promptText } from '../../src/tui/prompt/prompt.ts';
import { promptLines } from '../../src/tui/prompt/prompt-lines.ts';
import { remembering } from '../../src/tui/prompt/history.ts';
import { typeWords } from '../../src/tui/prompt/type-words.ts';
import { reduce } from '../../src/tui/reducer.ts';
import { type ExplorerState } from '../../src/tui/state.ts';
import { initialState } from '../../src/tui/first-state.ts';
import { begun, pressed, SMALL, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';

const answered = walked(sampleEvents());
const typed = (state: ExplorerState, keys: string, text: string): ExplorerState =>
  pressed(state, keys, ...Array.from(text));
const textOf = ({ prompt }: ExplorerState): string | null => prompt && promptText(prompt);
const linesOf = (state: ExplorerState, columns = 80): string[] =>
  promptLines(state, state.prompt!, columns).lines.map((line) => paint(line, false).trimEnd());
const submitted = (text: string, state = answered): ExplorerState =>
  pressed(typed(state, ':', text), 'enter');

test('the newest text comes first, and nothing twice', () => {
  expect(remembering(['b', 'a'], 'c')).toEqual(['c', 'b', 'a']);
  expect(remembering(['c', 'b', 'a'], 'a')).toEqual(['a', 'c', 'b']);
  expect(remembering(Array.from({ length: 500 }, String), 'x')).toHaveLength(200);
});

test('↑ and ↓ go through what was asked before and back to what was being typed', () => {
  const earlier = ['b.test MX', 'a.test'];
  const state = initialState({ title: '', size: SMALL, initial: undefined, earlier });
  const draft = pressed(state, 'x', 'y');
  expect(textOf(pressed(draft, 'up'))).toBe('b.test MX');
  expect(textOf(pressed(draft, 'up', 'up'))).toBe('a.test');
  expect(textOf(pressed(draft, 'up', 'up', 'up'))).toBe('a.test');
  expect(textOf(pressed(draft, 'up', 'up', 'down'))).toBe('b.test MX');
  expect(textOf(pressed(draft, 'up', 'down'))).toBe('xy');
  expect(textOf(pressed(draft, 'down'))).toBe('xy');
  // What was changed is a text of its own.
  expect(textOf(pressed(draft, 'up', '!', 'down'))).toBe('b.test MX!');
});

test('each walk that begins is put down, however it was asked for; what is refused is not', () => {
  const { question } = begun(pressed(answered, ')', 'enter')).history;
  expect(question).toEqual(['ns1.dns-host.org. A', 'www.example.com A']);
  const asked = typed(answered, '/', 'a..b');
  const refused = reduce(pressed(asked, 'enter'), { type: 'refused', serial: 2, error: 'no' });
  expect(refused.history).toEqual(answered.history);
});

test('the empty line shows what was asked last, and says what to type', () => {
  expect(linesOf(pressed(answered, '/'))[0]).toBe(' name [TYPE]:  (↑ www.example.com A)');
  expect(pressed(answered, '/', 'enter').prompt?.error).toMatch(/^Type a name/);
  expect(pressed(answered, '/', 'enter').asked).toBe(answered.asked);
});

test('names are completed from those that were seen, in any case, as people type them', () => {
  expect(textOf(pressed(typed(answered, '/', 'EDGE'), 'tab'))).toBe('edge.example.net ');
  expect(linesOf(typed(answered, '/', 'ns1'))[1]).toBe(' Tab  ns1.dns-host.org  ns1.example.com');
  expect(textOf(pressed(typed(answered, '/', 'ns1'), 'tab'))).toBe('ns1.');
  const around = pressed(typed(answered, '/', 'ns1'), 'tab', 'tab');
  expect(textOf(around)).toBe('ns1.dns-host.org');
  expect(linesOf(around)[1]).toBe(' Tab [ns1.dns-host.org]  ns1.example.com');
  expect(textOf(pressed(around, 'tab'))).toBe('ns1.example.com');
  expect(textOf(pressed(around, 'tab', 'tab'))).toBe('ns1.dns-host.org');
  expect(textOf(pressed(around, 'shift+tab'))).toBe('ns1.example.com');
  expect(pressed(typed(answered, '/', 'nowhere'), 'tab').prompt?.error).toBe(
    'Nothing that is known here begins with nowhere',
  );
});

test('names of walks before, of earlier runs and of the lab are known as well', () => {
  const state = initialState({
    title: '',
    size: SMALL,
    initial: undefined,
    earlier: ['earlier.test MX'],
    names: ['Lab.Example.'],
  });
  expect(textOf(pressed(state, 'e', 'a', 'tab'))).toBe('earlier.test ');
  expect(textOf(pressed(state, 'L', 'a', 'tab'))).toBe('lab.example ');
  const elsewhere = begun(pressed(typed(answered, '/', 'a.test'), 'enter'));
  expect(textOf(pressed(typed(elsewhere, '/', 'edge'), 'tab'))).toBe('edge.example.net ');
  const inLab = reduce(pressed(typed(answered, '/', 'a.test'), 'enter'), {
    type: 'started',
    serial: 2,
    names: ['only.here.'],
  });
  expect(textOf(pressed(typed(inLab, '/', 'onl'), 'tab'))).toBe('only.here ');
});

test('after a name types are completed: all that can be walked for', () => {
  expect(textOf(pressed(typed(answered, '/', 'a.test ht'), 'tab'))).toBe('a.test HTTPS ');
  expect(linesOf(typed(answered, '/', 'a.test '))[1]).toMatch(/^ Tab {2}A {2}AAAA {2}CNAME {2}MX .* …$/);
  expect(new Set(typeWords()).size).toBe(typeWords().length);
  for (const word of ['A', 'SVCB', 'URI', 'TLSA', 'SPF']) expect(typeWords()).toContain(word);
  for (const word of ['OPT', 'AXFR', 'ANY']) expect(typeWords()).not.toContain(word);
  for (const word of typeWords()) expect(typeCode(word)).toBeDefined();
  // In the middle of a word, and after both, nothing is.
  expect(textOf(pressed(typed(answered, '/', 'edge'), 'left', 'tab'))).toBe('edge');
  expect(textOf(pressed(typed(answered, '/', 'a.test MX x'), 'tab'))).toBe('a.test MX x');
});

test('t asks for the same name with another type', () => {
  const open = pressed(answered, 't');
  expect(linesOf(open)[0]).toBe(' type for www.example.com.:  (now A)');
  expect(textOf(pressed(open, 'm', 'tab'))).toBe('MX');
  expect(pressed(open, 'm', 'x', 'enter').asked).toMatchObject({ name: 'www.example.com', type: 'mx' });
  for (const text of ['', 'mx a'])
    expect(pressed(open, ...Array.from(text), 'enter').prompt?.error).toMatch(/^Type one record type/);
  const refused = reduce(pressed(open, 'q', 'enter'), { type: 'refused', serial: 2, error: 'no type' });
  expect(refused.prompt).toMatchObject({ purpose: 'type', before: 'q', error: 'no type' });
  // Before the first walk there is no name.
  expect(pressed(walked([]), 't').prompt).toBeNull();
});

test.each([
  ['trace a.test', 'a.test', ''],
  ['walk a.test mx', 'a.test', 'mx'],
  ['EXPLORE 192.0.2.1', '192.0.2.1', ''],
  ['rootwalk trace a.test MX', 'a.test', 'MX'],
  ['a.test MX', 'a.test', 'MX'],
  ['2001:db8::1', '2001:db8::1', ''],
  [':trace localhost', 'localhost', ''],
  ['type TXT', 'www.example.com', 'TXT'],
  ['again', 'www.example.com', 'A'],
])(':%s walks', (text, name, type) => {
  const state = submitted(text);
  expect(state.asked).toMatchObject({ serial: 2, name, type });
  expect(begun(state)).toMatchObject({ prompt: null, history: { command: [text] } });
  expect(textOf(reduce(state, { type: 'refused', serial: 2, error: 'no' }))).toBe(text);
});

test('the options of a walk are those of the shell, and stay for the next', () => {
  const state = submitted('trace a.test MX --tcp -6 --no-system @192.0.2.53 --all');
  const wishes = { ...PLAIN_WISHES, transport: 'tcp', family: '6', system: false, survey: true };
  expect(state.asked).toMatchObject({ name: 'a.test', type: 'MX' });
  expect(state.asked?.wishes).toEqual({ ...wishes, resolvers: ['192.0.2.53'] });
  expect(submitted('b.test', begun(state)).asked?.wishes).toEqual(state.asked?.wishes);
  for (const { flag } of WALK_OPTIONS) {
    for (const each of flag.split(', ')) {
      const { asked } = submitted(`a.test ${each}`);
      expect(asked?.wishes, each).not.toEqual(PLAIN_WISHES);
    }
  }
  expect(textOf(pressed(typed(answered, ':', 'trace a.test --mini'), 'tab'))).toBe(
    'trace a.test --minimise ',
  );
});

test.each([
  ['tab bytes', { detail: { tab: 'bytes' }, prompt: null }],
  ['help', { page: { about: { kind: 'commands' } }, prompt: null }],
  ['keys', { page: { about: { kind: 'help' } }, prompt: null }],
  ['q', { exitStatus: 0 }],
  ['set minimise on', { wishes: { minimise: true }, prompt: null }],
  ['set transport tcp', { wishes: { transport: 'tcp' }, prompt: null }],
  ['set system off', { wishes: { system: false }, prompt: null }],
  ['options', { menu: { name: 'options' }, prompt: null }],
  ['lab', { menu: { name: 'worlds' }, prompt: null }],
  ['save', { prompt: { purpose: 'save', before: 'www.example.com.A.json' } }],
  ['save run.json', { wish: { wish: { kind: 'save', path: 'run.json' } } }],
  ['back', { notice: { text: 'There is no walk before this one.' }, prompt: null }],
])(':%s does what it says', (text, after) => {
  expect(submitted(text)).toMatchObject(after);
});

test.each([
  ['', 'Type a command: help lists all.'],
  ['trcae a.test', 'There is no command "trcae"; did you mean trace?'],
  ['frobnicate', 'There is no command "frobnicate": help lists all'],
  ['quit now', 'quit takes nothing after it'],
  ['trace', 'Type a name, and a type after it if it is not A.'],
  ['trace a.test --tpc', 'The explorer has no option --tpc; did you mean --tcp?'],
  ['tab', 'tab takes one of why message bytes layers state servers raw'],
  ['set minimise', 'set minimise takes off or on'],
  ['set minimize on', 'There is no minimize; did you mean minimise?'],
  ['type', 'type takes one record type: AAAA, MX, TXT …'],
])(':%s says %s', (text, error) => {
  expect(submitted(text).prompt).toMatchObject({ purpose: 'command', error });
  expect(submitted(text).asked).toBe(answered.asked);
});

test('a world of the lab is gone to by its name once the worlds are known', () => {
  const worlds = [
    {
      name: 'one',
      title: '',
      story: '',
      question: { name: 'a.test.', type: 'MX' },
      findings: [],
      causes: [],
    },
  ];
  const state: ExplorerState = { ...answered, worlds };
  expect(textOf(pressed(typed(state, ':', 'lab o'), 'tab'))).toBe('lab one ');
  expect(submitted('lab one', state).asked).toMatchObject({ name: 'a.test.', type: 'MX', place: 'one' });
  expect(submitted('lab two', state).prompt?.error).toBe('There is no world "two": lab shows them all');
});

test('commands are completed, and what they take', () => {
  expect(textOf(pressed(typed(answered, ':', 'tr'), 'tab'))).toBe('trace ');
  expect(textOf(pressed(typed(answered, ':', 'trace edge'), 'tab'))).toBe('trace edge.example.net ');
  expect(textOf(pressed(typed(answered, ':', 'type htt'), 'tab'))).toBe('type HTTPS ');
  expect(textOf(pressed(typed(answered, ':', 'tab lay'), 'tab'))).toBe('tab layers ');
  expect(textOf(pressed(typed(answered, ':', 'set mix-case o'), 'tab', 'tab'))).toBe('set mix-case on');
});

test('the page of commands has each of them, in any width', () => {
  const text = commandLines(200)
    .map((line) => paint(line, false))
    .join('\n');
  for (const { names } of COMMAND_TABLE) expect(text).toMatch(new RegExp(`^ {2}${names[0]!} `, 'm'));
  const all = COMMAND_TABLE.flatMap(({ names }) => names);
  expect(new Set(all).size).toBe(all.length);
  for (let columns = 40; columns < 130; columns += 3)
    for (const line of commandLines(columns)) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
});

test('whatever is typed and pressed, the line stays in its rows and the cursor on it', () => {
  const presses = KEY_TABLE.filter(({ modes }) => modes.includes('prompt')).flatMap(
    (binding) => binding.presses,
  );
  const key = fc.oneof(
    fc.constantFrom(...presses.filter((press) => press !== 'ctrl+c')),
    fc.constantFrom('n', 's', '1', '.', ' ', 'w', 'M', 'x', '日', '😀', '-', '@', '\\', '\u0301'),
  );
  const opening = fc.constantFrom('/', 't', ':', 'f', 'w');
  fc.assert(
    fc.property(
      opening,
      fc.array(key, { maxLength: 30 }),
      fc.integer({ min: 40, max: 130 }),
      (open, keys, columns) => {
        const state = pressed(answered, open, ...keys);
        if (!state.prompt) return;
        const { lines, cursor } = promptLines(state, state.prompt, columns);
        expect(lines.map(lineWidth)).toEqual([columns, columns]);
        expect(cursor).toBeLessThan(columns);
      },
    ),
    { numRuns: 300 },
  );
});
