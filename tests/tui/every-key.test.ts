/** Each key of the table does what its command is there for, in each mode in which it means something. */

import { expect, test } from 'vitest';
import { fieldChoice } from '../../src/tui/detail/bytes/byte-choice.ts';
import { shownFields } from '../../src/tui/detail/bytes/byte-choice.ts';
import { shownMessage } from '../../src/tui/detail/bytes/shown-message.ts';
import { KEY_TABLE, type Command, type Mode } from '../../src/tui/keys/key-table.ts';
import { edited, EMPTY_PROMPT, promptText } from '../../src/tui/prompt/prompt.ts';
import { typeWords } from '../../src/tui/prompt/type-words.ts';
import { chosenEntry, visibleRows, type ExplorerState } from '../../src/tui/state.ts';
import { begun, pressed, walked } from './explorer-states.ts';
import { sampleEvents } from './sample-session.ts';

/** Stands among keys: the walk that was asked for begins. */
const STARTED = '(started)';

/** Keys that lead to a state, what the key is to change in it, and the values before and after. */
type Effect = readonly [
  keys: readonly string[],
  of: (state: ExplorerState) => unknown,
  before: unknown,
  after: unknown,
];

const events = sampleEvents();
const hop = (state: ExplorerState): unknown => chosenEntry(state)?.hop.id;
const position = ({ timeline }: ExplorerState): unknown => timeline.position;
const typed = ({ prompt: open }: ExplorerState): unknown => open && promptText(open);
const linkPlace = ({ link }: ExplorerState): unknown => link?.place;
const shownName = ({ shown }: ExplorerState): unknown => shown?.name;
const ELSEWHERE = ['/', ...Array.from('a.test'), 'enter', STARTED];
const help = (state: ExplorerState): unknown => state.page?.about.kind;
const helpLine = ({ page }: ExplorerState): unknown => page?.scroll;
const prompt = (state: ExplorerState): unknown => state.prompt;
const rows = (state: ExplorerState): unknown => visibleRows(state).length;
const openedMenu = ({ menu }: ExplorerState): unknown => menu?.name;
const menuRow = ({ menu }: ExplorerState): unknown => menu?.chosen;
const purpose = ({ prompt: open }: ExplorerState): unknown => open?.purpose;
const wish = ({ wish: wanted }: ExplorerState): unknown => wanted?.wish.kind;
const foundAt = (state: ExplorerState): unknown => state.foundAt;
const FINDING = ['f', ...Array.from('example.com. '), 'enter'];
const FOUND = [2, 5];
const serial = ({ asked }: ExplorerState): unknown => asked?.serial;
const redraws = (state: ExplorerState): unknown => state.redraws;
const REDRAW: Effect = [[], redraws, 0, 1];
const exitStatus = (state: ExplorerState): unknown => state.exitStatus;
const INTERRUPT: Effect = [[], exitStatus, null, 130];
const tab = ({ detail }: ExplorerState): unknown => detail.tab;
const field = (state: ExplorerState): unknown => fieldChoice(state).field;
const pointer = shownFields(walked(events))!.list.findIndex(({ label }) => label === 'pointer');
const ON_POINTER = ['3', 'enter', ...Array.from({ length: pointer }, () => 'j')];
/** With the system answer and the comparison. */
const told = events.length + 2;

const EFFECTS: Readonly<Record<Mode, Readonly<Record<string, Effect>>>> = {
  browse: {
    up: [[], hop, 9, 8],
    down: [['g'], hop, 1, 2],
    'page-up': [[], hop, 9, 3],
    'page-down': [['g'], hop, 1, 7],
    first: [[], hop, 9, 1],
    last: [['g'], hop, 1, 9],
    'next-pane': [[], ({ focus }) => focus, 'hops', 'computer'],
    'previous-pane': [[], ({ focus }) => focus, 'hops', 'message'],
    'next-tab': [[], tab, 'message', 'bytes'],
    'previous-tab': [[], tab, 'message', 'why'],
    return: [[...ON_POINTER, 'enter'], field, 18, pointer],
    'next-message': [['3'], (state) => shownMessage(state)?.title, 'reply', 'query'],
    backward: [ELSEWHERE, shownName, 'a.test', 'www.example.com'],
    forward: [[...ELSEWHERE, 'backspace'], shownName, 'www.example.com', 'a.test'],
    'next-link': [[')'], linkPlace, 0, 1],
    'previous-link': [[')', ')'], linkPlace, 1, 0],
    'ask-type': [[], purpose, undefined, 'type'],
    'command-line': [[], purpose, undefined, 'command'],
    open: [[], ({ expanded }) => expanded, false, true],
    back: [['enter'], ({ expanded }) => expanded, true, false],
    ask: [[], prompt, null, EMPTY_PROMPT],
    again: [[], serial, 1, 2],
    fold: [['G', 'k', 'k'], rows, 9, 7],
    unfold: [['G', 'k', 'k', 'left'], rows, 7, 9],
    'fold-all': [[], rows, 9, 7],
    'only-troubled': [[], ({ path }) => path.only, 'all', 'troubled'],
    options: [[], openedMenu, undefined, 'options'],
    worlds: [[], openedMenu, undefined, 'worlds'],
    difference: [[], ({ notice }) => notice?.text.includes('no run before'), undefined, true],
    find: [[], purpose, undefined, 'find'],
    'find-next': [[...FINDING, 'g'], hop, 1, FOUND[0]],
    'find-previous': [[...FINDING, 'G'], hop, 9, FOUND[1]],
    save: [[], purpose, undefined, 'save'],
    copy: [[], wish, undefined, 'copy'],
    'copy-answer': [[], wish, undefined, 'copy'],
    explain: [[], wish, undefined, 'explain'],
    help: [[], help, undefined, 'help'],
    'step-back': [[], position, null, told - 1],
    'step-forward': [['<', '.'], position, 2, 3],
    'first-event': [[], position, null, 1],
    now: [['<'], position, 1, null],
    play: [['<'], ({ timeline }) => timeline.isPlaying, false, true],
    quit: [[], exitStatus, null, 0],
    mouse: [[], ({ hasMouse }) => hasMouse, true, false],
    redraw: REDRAW,
    stop: [[], wish, undefined, 'stop'],
    interrupt: INTERRUPT,
  },
  page: {
    up: [['down', 'down'], helpLine, 2, 1],
    down: [[], helpLine, 0, 1],
    'page-up': [['G', 'pageup', 'home', 'down'], helpLine, 1, 0],
    'page-down': [[], (state) => Number(helpLine(state)) > 1, false, true],
    first: [['down', 'down'], helpLine, 2, 0],
    last: [[], (state) => Number(helpLine(state)) > 1, false, true],
    help: [[], help, 'help', undefined],
    find: [[], purpose, undefined, 'find'],
    'find-next': [['f', ...Array.from('one'), 'enter', 'home'], foundAt, 1, 2],
    'find-previous': [
      ['f', ...Array.from('one'), 'enter'],
      (state) => Number(foundAt(state)) > 2,
      false,
      true,
    ],
    copy: [[], wish, undefined, 'copy'],
    back: [[], help, 'help', undefined],
    quit: [[], exitStatus, null, 0],
    stop: [[], wish, undefined, 'stop'],
    redraw: REDRAW,
    interrupt: INTERRUPT,
  },
  menu: {
    up: [['down', 'down'], menuRow, 2, 1],
    down: [[], menuRow, 0, 1],
    'page-up': [['end'], (state) => Number(menuRow(state)) < 11, false, true],
    'page-down': [[], (state) => Number(menuRow(state)) > 1, false, true],
    first: [['end'], menuRow, 11, 0],
    last: [[], menuRow, 0, 11],
    back: [[], openedMenu, 'options', undefined],
    quit: [[], exitStatus, null, 0],
    redraw: REDRAW,
    'menu-enter': [[], serial, 1, 2],
    'menu-right': [[], ({ wishes }) => wishes.minimise, null, true],
    'menu-left': [['down', 'down', 'down'], ({ wishes }) => wishes.family, 'both', '6'],
    stop: [[], wish, undefined, 'stop'],
    interrupt: INTERRUPT,
  },
  list: {
    up: [['down', 'down'], menuRow, 2, 1],
    down: [[], menuRow, 0, 1],
    'page-up': [['end', 'pageup', 'down'], menuRow, 1, 0],
    'page-down': [[], menuRow, 0, 3],
    first: [['end'], menuRow, 3, 0],
    last: [[], menuRow, 0, 3],
    back: [[], openedMenu, 'worlds', undefined],
    redraw: REDRAW,
    'menu-enter': [[], ({ asked }) => asked?.place, null, 'a'],
    'menu-right': [[], ({ page }) => page?.about.kind, undefined, 'world'],
    stop: [[], wish, undefined, 'stop'],
    widen: [['b', 'x'], ({ menu }) => menu?.filter, 'bx', 'b'],
    interrupt: INTERRUPT,
  },
  prompt: {
    submit: [[], serial, 1, 2],
    complete: [['end', 'ctrl+u', ...Array.from('EDGE')], typed, 'EDGE', 'edge.example.net '],
    'complete-before': [['end', 'ctrl+u', 'x', ' '], typed, 'x ', `x ${typeWords().at(-1)!}`],
    older: [[], typed, 'a.test mx', 'www.example.com A'],
    worlds: [[], openedMenu, undefined, 'worlds'],
    newer: [['up'], typed, 'www.example.com A', 'a.test mx'],
    back: [[], (state) => prompt(state) === null, false, true],
    redraw: REDRAW,
    stop: [[], wish, undefined, 'stop'],
    interrupt: INTERRUPT,
  },
};

const WORLDS = ['a', 'b', 'c'].map((name) => ({
  name,
  title: `The world ${name}`,
  story: 'Once.',
  question: { name: 'a.test.', type: 'A' },
  findings: [],
  causes: [],
}));

const TYPED = [...Array.from('a.test mx'), 'left', 'left', 'left'];
const OPENING: Readonly<Record<Mode, readonly string[]>> = {
  browse: [],
  page: ['?'],
  menu: ['o'],
  list: ['l'],
  prompt: ['/', ...TYPED],
};

const uses = KEY_TABLE.flatMap(({ modes, presses, command }) =>
  modes.flatMap((mode) => presses.map((press) => ({ mode, press, command }))),
);

test.each(uses)('$press in mode $mode', ({ mode, press, command }) => {
  const opened = pressed({ ...walked(events), worlds: WORLDS }, ...OPENING[mode]);
  if (typeof command === 'object' && 'tab' in command) {
    const elsewhere = pressed(opened, command.tab === 'why' ? '2' : '1');
    expect([tab(elsewhere), tab(pressed(elsewhere, press))]).toEqual([
      expect.not.stringMatching(command.tab),
      command.tab,
    ]);
    return;
  }
  if (typeof command === 'object') {
    expect(pressed(opened, press).prompt).toEqual(edited(opened.prompt!, command.edit));
    expect(pressed(opened, press).prompt).not.toEqual(opened.prompt);
    return;
  }
  const effect = EFFECTS[mode][command];
  expect(effect, `the effect of ${command} is in no test`).toBeDefined();
  const [keys, of, before, after] = effect!;
  const from = keys.reduce((state, name) => (name === STARTED ? begun(state) : pressed(state, name)), opened);
  expect([of(from), of(pressed(from, press))]).toEqual([before, after]);
});

test('no effect is tested that no key has', () => {
  const isBound = (mode: string, name: string): boolean =>
    uses.some((use) => use.mode === mode && (use.command satisfies Command) === name);
  const unbound = Object.entries(EFFECTS).flatMap(([mode, effects]) =>
    Object.keys(effects).filter((name) => !isBound(mode, name)),
  );
  expect(unbound).toEqual([]);
});
