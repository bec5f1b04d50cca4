/** The explorer on a fake terminal: what the keys do, and that the terminal is given back however it ends. */

import { renderToString } from 'ink';
import { createElement } from 'react';
import { expect, test, vi } from 'vitest';
import { runExplorer } from '../../src/tui/explorer.tsx';
import type { ExplorerOptions } from '../../src/tui/explorer-options.ts';
import { FIRST_LOOK } from '../../src/tui/drawing/look.ts';
import type { ExplorerSession, StartedWalk } from '../../src/tui/session.ts';
import { Screen } from '../../src/tui/screen.tsx';
import { FIRST_HABITS } from '../../src/tui/first-state.ts';
import { walked } from './explorer-states.ts';
import { controlSequences, FakeKeyboard, FakeScreen } from './fake-terminal.ts';
import { SAMPLE_COMPARISON, SAMPLE_SYSTEM, sampleEvents, sampleSession } from './sample-session.ts';

interface Start {
  readonly name: string;
  readonly type: string;
  readonly signal: AbortSignal;
}

/** A session that remembers what was started, and plays the sample at once. */
function rememberingSession(starts: Start[], session = sampleSession(async () => {})): ExplorerSession {
  return {
    start: (request, signal) => {
      starts.push({ name: request.name, type: request.type, signal });
      return session.start(request, signal);
    },
  };
}

/** Walks that stop after `count` events until they are given up. */
const stuckSession = (count: number): ExplorerSession => {
  return {
    start: (request, signal) => {
      let left = count;
      const pace = (): Promise<void> =>
        left-- > 0
          ? Promise.resolve()
          : new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
      return sampleSession(pace).start({ ...request, name: 'www.example.com', type: 'A' }, signal);
    },
  };
};

/** The sample at once, with a part of it replaced when the walk starts. */
const changed = (change: () => Partial<StartedWalk>): ExplorerSession => ({
  start: async () => ({
    events: eventsOf(sampleEvents()),
    system: Promise.resolve(SAMPLE_SYSTEM),
    compare: async () => SAMPLE_COMPARISON,
    ...change(),
  }),
});

const fail = (): never => {
  throw new Error('broken\nat line 1');
};

async function* eventsOf<T>(events: readonly T[]): AsyncGenerator<T> {
  yield* events;
}

interface Opened {
  readonly keyboard: FakeKeyboard;
  readonly screen: FakeScreen;
  readonly ended: Promise<{ readonly exitStatus: number }>;
}

function open(options: Partial<ExplorerOptions> & { readonly session: ExplorerSession }): Opened {
  const keyboard = new FakeKeyboard();
  const screen = new FakeScreen(80, 24);
  screen.write('$ rootwalk\r\n');
  const initial = { name: 'www.example.com', type: 'A' };
  const ended = runExplorer({ stdin: keyboard, stdout: screen, initial, look: FIRST_LOOK, ...options });
  return { keyboard, screen, ended };
}

function expectRestored(keyboard: FakeKeyboard, screen: FakeScreen): void {
  expect(screen.modes).toEqual(new Set(['?25']));
  expect(keyboard.isRaw).toBe(false);
  expect(screen.text).toMatch(/^\$ rootwalk\n/);
  expect(screen.listenerCount('resize')).toBe(0);
}

const compared = (screen: FakeScreen): boolean => screen.text.includes('≠ differs');

test('walks, shows the answer beside this computer’s, and q leaves with 0', async () => {
  const { keyboard, screen, ended } = open({ session: sampleSession(async () => {}) });
  await screen.until(compared);
  expect(screen.modes).toContain('?1049');
  expect(keyboard.isRaw).toBe(true);
  expect(screen.text).toContain('✓ answer  192.0.2.80, 192.0.2.81 via edge.example.net.');
  keyboard.type('q');
  expect(await ended).toEqual({ exitStatus: 0 });
  expectRestored(keyboard, screen);
});

test('Ctrl-C stops the walk and leaves with 130', async () => {
  const starts: Start[] = [];
  const { keyboard, screen, ended } = open({ session: rememberingSession(starts, stuckSession(3)) });
  await screen.until(({ text }) => text.includes('asking…'));
  keyboard.type('\x03');
  expect(await ended).toEqual({ exitStatus: 130 });
  expect(starts[0]!.signal.aborted).toBe(true);
  expectRestored(keyboard, screen);
});

test.each([
  [undefined, 143],
  [129, 129],
])('ends from outside with the status given (%s: %i)', async (reason, exitStatus) => {
  const outside = new AbortController();
  const { keyboard, screen, ended } = open({ session: stuckSession(3), abort: outside.signal });
  await screen.until(({ text }) => text.includes('asking…'));
  outside.abort(reason);
  expect(await ended).toEqual({ exitStatus });
  expectRestored(keyboard, screen);
});

test('asks for a name where there is none, and says in place what is wrong with one', async () => {
  const starts: Start[] = [];
  const { keyboard, screen, ended } = open({ session: rememberingSession(starts), initial: undefined });
  await screen.until(({ text }) => text.includes('name [TYPE]:'));
  keyboard.type('quick..test');
  keyboard.type('\r');
  await screen.until(({ text }) => text.includes('! "quick..test" has an empty label'));
  keyboard.type('\x15');
  keyboard.paste('  example.org\nexample.com\n');
  await screen.until(({ text }) => text.includes('name [TYPE]: example.org\n'));
  expect(starts).toHaveLength(1);
  expect(screen.cursor).toEqual({ row: 22, column: ' name [TYPE]: example.org'.length });
  keyboard.type(' mx\x1b[D\x1b[D\x1b[3~m\x1b[F\r');
  await screen.until(compared);
  expect(starts.map(({ name, type }) => `${name} ${type}`)).toEqual(['quick..test ', 'example.org mx']);
  keyboard.type('q');
  await ended;
});

test('what is asked for is put down as its walk begins, but for what is asked in the lab', async () => {
  for (const place of [null, 'a-world']) {
    const put: string[] = [];
    const history = { texts: ['earlier.test MX'], remember: (text: string) => void put.push(text) };
    const session = sampleSession(async () => {});
    const { keyboard, screen, ended } = open({ session, history, place });
    await screen.until(compared);
    keyboard.type('/\x1b[A\x1b[A');
    await screen.until(({ text }) => text.includes('name [TYPE]: earlier.test MX'));
    keyboard.type('\r');
    await screen.until(({ text }) => text.includes('← www.example.com. A') && text.includes('✓'));
    keyboard.type('/a..b\r');
    await screen.until(({ text }) => text.includes('! "a..b" has an empty label'));
    keyboard.type('\x1b');
    await screen.until(({ text }) => text.includes('q quit'));
    keyboard.type('q');
    await ended;
    expect(put).toEqual(place === null ? ['www.example.com A', 'earlier.test MX'] : []);
  }
});

test('going back gives up the walk on the screen and asks nothing', async () => {
  const starts: Start[] = [];
  const { keyboard, screen, ended } = open({ session: rememberingSession(starts) });
  await screen.until(compared);
  keyboard.type('/a.test\r');
  await screen.until(({ text }) => text.includes('← www.example.com. A') && compared(screen));
  keyboard.type('\x7f');
  await screen.until(({ text }) => text.includes('→ www.example.com. A') && compared(screen));
  keyboard.type('\x1b[1;3C');
  await screen.until(({ text }) => text.includes('← www.example.com. A'));
  keyboard.type('\x1b[1;3D');
  await screen.until(({ text }) => text.includes('→ www.example.com. A'));
  expect(starts.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  keyboard.type('q');
  await ended;
});

test('r walks again and gives up the walk before', async () => {
  const starts: Start[] = [];
  const { keyboard, screen, ended } = open({ session: rememberingSession(starts) });
  await screen.until(compared);
  keyboard.type('r');
  await vi.waitUntil(() => starts.length === 2);
  expect(starts.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  keyboard.type('q');
  await ended;
});

test('Esc cancels a walk that is under way and keeps what it found', async () => {
  const starts: Start[] = [];
  const { keyboard, screen, ended } = open({ session: rememberingSession(starts, stuckSession(6)) });
  await screen.until(({ text }) => text.includes('asking…'));
  keyboard.type('\x1b');
  await screen.until(({ text }) => text.includes('× cancelled'));
  expect(starts[0]!.signal.aborted).toBe(true);
  expect(screen.text).toContain('referral');
  expect(screen.text).toContain('given up');
  keyboard.type('q');
  await ended;
});

test.each<[string, ExplorerSession]>([
  ['start', { start: fail }],
  ['events', changed(() => ({ events: { [Symbol.asyncIterator]: () => ({ next: async () => fail() }) } }))],
  ['system', changed(() => ({ system: Promise.resolve().then(fail) }))],
  ['compare', changed(() => ({ compare: fail }))],
  [
    'a component',
    changed(() => ({ system: Promise.resolve({ ...SAMPLE_SYSTEM, addresses: { flatMap: fail } as never }) })),
  ],
])('an error in %s is one line after the screen is restored', async (_where, session) => {
  const { keyboard, screen, ended } = open({ session });
  expect(await ended).toEqual({ exitStatus: 1 });
  expectRestored(keyboard, screen);
  expect(screen.text.trimEnd()).toBe('$ rootwalk\nrootwalk: broken');
});

test('draws every size anew, without leftovers', async () => {
  const { keyboard, screen, ended } = open({
    session: sampleSession(async () => {}),
    look: { theme: 'mono', symbols: 'unicode' },
  });
  await screen.until(compared);
  const small = screen.text;
  screen.resize(120, 40);
  await screen.until(({ text }) => text.split('\n')[39]!.includes('q quit'));
  await expect(`${screen.text}\n`).toMatchFileSnapshot('../../fixtures/screens/answer-120x40.txt');
  screen.resize(50, 10);
  await screen.until(({ text }) => text.includes('needs 40×12'));
  expect(screen.text.trimEnd().split('\n').length).toBeLessThan(4);
  screen.resize(80, 24);
  await screen.until(({ text }) => text.includes('q quit'));
  expect(screen.text).toBe(small);
  await expect(`${small}\n`).toMatchFileSnapshot('../../fixtures/screens/answer-80x24.txt');
  keyboard.type('q');
  await ended;
  // Without colour: bold, faint and reversed only, and what turns them off.
  const graphics = new Set(controlSequences(screen.raw).filter((sequence) => sequence.endsWith('m')));
  expect([...graphics].toSorted()).toEqual(['\x1b[1m', '\x1b[22m', '\x1b[27m', '\x1b[2m', '\x1b[7m']);
});

test('the mouse is the explorer’s while it runs, m gives it back, and no report is ever typed', async () => {
  const { keyboard, screen, ended } = open({ session: sampleSession(async () => {}) });
  await screen.until(compared);
  expect(screen.modes).toContain('?1000');
  expect(screen.modes).toContain('?1006');
  // The third hop, in pieces; then a hop that the wheel moves to.
  const row = screen.text.split('\n').findIndex((line) => line.includes('b.root-'));
  keyboard.type('\x1b[<0;1');
  keyboard.type(`0;${row + 1}M\x1b[<0;10;${row + 1}m`);
  await screen.until(({ text }) => text.includes('hop 6 of 9'));
  keyboard.type(`\x1b[<64;10;${row + 1}M`);
  await screen.until(({ text }) => text.includes('hop 5 of 9'));
  keyboard.type('/');
  await screen.until(({ text }) => text.includes('name [TYPE]:'));
  keyboard.type(`a\x1b[<0;10;${row + 1}Mb\x1b[<35;1;1M\x1b[<0;9;c`);
  keyboard.paste('d\x1b[<0;1;24M');
  await screen.until(({ text }) => /name \[TYPE\]: abcd/.test(text));
  expect(screen.text).toContain('name [TYPE]: abcd\\u{1B}[<0;1;24M\n');
  keyboard.type('\x1b');
  await screen.until(({ text }) => text.includes('q quit'));
  keyboard.type('m');
  await screen.until(({ modes }) => !modes.has('?1000'));
  expect(screen.modes).not.toContain('?1006');
  keyboard.type('m');
  await screen.until(({ modes }) => modes.has('?1006'));
  keyboard.type('q');
  await ended;
  expectRestored(keyboard, screen);
});

test('without the mouse its modes are never touched', async () => {
  const habits = { ...FIRST_HABITS, hasMouse: false };
  const { keyboard, screen, ended } = open({ session: sampleSession(async () => {}), habits });
  await screen.until(compared);
  keyboard.type('q');
  await ended;
  expect(screen.raw).not.toMatch(/\?100\d/);
});

test('Ctrl-L draws over whatever else wrote on the screen', async () => {
  const { keyboard, screen, ended } = open({ session: sampleSession(async () => {}) });
  await screen.until(compared);
  const before = screen.text;
  screen.write('\x1b[5;1Ha message from elsewhere\x1b[9;1Hand more');
  expect(screen.text).not.toBe(before);
  keyboard.type('\f');
  await screen.until(({ text }) => text === before);
  keyboard.type('q');
  await ended;
});

test('any sequence of sizes gives the screen of the last one', async () => {
  const { keyboard, screen, ended } = open({ session: sampleSession(async () => {}) });
  await screen.until(compared);
  const sizes = [
    [200, 50],
    [79, 24],
    [40, 12],
    [30, 8],
    [300, 100],
    [80, 24],
    [41, 60],
    [180, 24],
    [179, 23],
  ] as const;
  for (const [columns, rows] of sizes) {
    screen.resize(columns, rows);
    const state = walked(sampleEvents(), { columns, rows });
    const wanted = renderToString(createElement(Screen, { state, look: false }), { columns })
      .split('\n')
      .map((line) => line.trimEnd());
    await screen.until(({ text }) => text.trimEnd() === wanted.join('\n').trimEnd());
  }
  keyboard.type('q');
  await ended;
  expectRestored(keyboard, screen);
});

test('nothing from outside steers the terminal', async () => {
  const evil = '\x1b[2J\x9b31m\x07\u202emoc\u2066\u200b\r\n';
  const line = { file: evil, line: 1, text: evil };
  const [server] = SAMPLE_SYSTEM.servers!;
  const said = { ...server!, server: evil, program: evil, extendedErrors: [{ code: 15, text: evil }] };
  const identity = { nsid: evil, version: evil, id: evil };
  const system = {
    ...SAMPLE_SYSTEM,
    error: 'no such name',
    evidence: [line],
    notes: [evil],
    tried: [],
    addresses: [evil],
    servers: [
      said,
      { ...said, program: null, identity, flags: [evil] },
      { ...said, outcome: 'silence', detail: evil } as const,
    ],
    sourceAnswers: [
      { source: evil, status: 'success', action: 'merge', values: [evil], detail: evil, evidence: [line] },
    ] as const,
  };
  const comparison = {
    verdict: 'differs',
    findings: [{ code: evil, severity: 'info', message: evil, rfc: evil, evidence: [evil, evil] }],
  } as const;
  const session = changed(() => ({ system: Promise.resolve(system), compare: async () => comparison }));
  const { keyboard, screen, ended } = open({ session, initial: undefined });
  await screen.until(({ text }) => text.includes('name [TYPE]:'));
  screen.resize(120, 200);
  keyboard.paste(`${evil}x`);
  keyboard.type('\r');
  await screen.until(compared);
  expect(screen.text).toContain('\\u{1B}[2J\\u{9B}31m\\u{7}\\u{202E}moc');
  // All that was put in has room on the screen.
  const escaped = '\\u{1B}[2J';
  for (const lead of ['  - ', '  § ', 'address  ', 'evidence ', 'note     ', '• ', '(']) {
    expect(screen.text).toContain(lead + escaped);
  }
  expect(screen.text).toMatch(
    /listed,\s+│ {2}\\u\{1B}\[2J[^]*extended error 15 \(Blocked\):[^]*\[SUCCESS=merge]/,
  );
  keyboard.type('q');
  await ended;
  expect(screen.raw).not.toMatch(/[\u0080-\u009f\p{Cf}]/u);
  expect(screen.raw).not.toContain('\x07');
  expect(screen.raw).not.toContain('\x1b[2J');
});

test('at rest no timer runs and nothing is drawn', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
  try {
    const { keyboard, screen, ended } = open({ session: sampleSession(async () => {}) });
    await vi.waitUntil(() => {
      vi.advanceTimersByTime(20);
      return compared(screen);
    });
    vi.advanceTimersByTime(1000);
    const drawn = screen.raw.length;
    expect(vi.getTimerCount()).toBe(0);
    keyboard.type('z');
    await new Promise((resolve) => setImmediate(resolve));
    expect(vi.getTimerCount()).toBe(0);
    expect(screen.raw).toHaveLength(drawn);
    keyboard.type('q');
    expect(await ended).toEqual({ exitStatus: 0 });
  } finally {
    vi.useRealTimers();
  }
});

test('a timer runs only while time plays, and none is left behind', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  try {
    const { keyboard, screen, ended } = open({ session: sampleSession(async () => {}) });
    const until = (holds: () => boolean): Promise<unknown> =>
      vi.waitUntil(
        () => {
          // Ink waits between frames, too.
          vi.advanceTimersByTime(50);
          return holds();
        },
        { interval: 5, timeout: 4000 },
      );
    const shows = (text: string): Promise<unknown> => until(() => screen.text.includes(text));
    await shows('≠ differs');
    vi.advanceTimersByTime(1000);
    keyboard.type('<');
    await shows('event 1 of 30, > returns');
    vi.advanceTimersByTime(1000);
    expect(vi.getTimerCount()).toBe(0);
    keyboard.type(' ');
    await shows('event 2 of 30, playing');
    // It is silent for 1000 ms: far longer than what Ink waits for.
    await shows('playing, > returns to now  query to a.gtld-servers.net.');
    keyboard.type(' ');
    await until(() => !screen.text.includes('playing'));
    vi.advanceTimersByTime(100);
    expect(vi.getTimerCount()).toBe(0);
    keyboard.type(' ');
    await shows('playing');
    vi.advanceTimersByTime(20_000);
    await until(() => !screen.text.includes('event'));
    vi.advanceTimersByTime(1000);
    expect(vi.getTimerCount()).toBe(0);
    keyboard.type(' ');
    await shows('playing');
    keyboard.type('q');
    expect(await ended).toEqual({ exitStatus: 0 });
    // Less than the shortest pause: what Ink leaves behind, and not the explorer's own.
    vi.advanceTimersByTime(10);
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('needs a terminal on both sides', async () => {
  const screen = new FakeScreen(80, 24);
  const stdin = Object.assign(new FakeKeyboard(), { isTTY: false });
  const session = sampleSession(async () => {});
  expect(await runExplorer({ stdin, stdout: screen, session, initial: undefined, look: FIRST_LOOK })).toEqual(
    {
      exitStatus: 2,
    },
  );
  expect(screen.raw).toBe('rootwalk: the explorer needs a terminal\n');
});

test('a wish that fails is a word in passing, and ends nothing', async () => {
  const session: ExplorerSession = { ...sampleSession(async () => {}), worlds: async () => fail() };
  const writeFile = async (): Promise<never> => fail();
  const { keyboard, screen, ended } = open({ session, writeFile });
  await screen.until(compared);
  keyboard.type('l');
  await screen.until(({ text }) => text.includes('The worlds cannot be read: broken'));
  expect(screen.text).not.toContain('at line 1');
  expect(screen.text).toContain('hop 9 of 9');
  keyboard.type('w\r');
  await screen.until(({ text }) => text.includes('! broken'));
  keyboard.type('\x1b');
  await screen.until(({ text }) => text.includes('q quit'));
  keyboard.type('q');
  expect(await ended).toEqual({ exitStatus: 0 });
});
