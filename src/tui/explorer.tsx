/**
 * The explorer on a terminal: holds the state, draws it with Ink, starts and stops walks, and leaves the
 * terminal as it was however it ends. Streams, the session and the signal to stop come in; what they are is
 * the caller's matter.
 */

import { render, type Instance } from 'ink';
import type { ReactNode } from 'react';
import { begunWalk, followWalk } from './follow-walk.ts';
import { Keyboard } from './keys/keyboard.tsx';
import { withoutMouse } from './mouse/mouse-input.ts';
import { MouseReports } from './mouse/mouse-reports.tsx';
import { printable } from '../message/printable-text.ts';
import { reduce, type Action } from './reducer.ts';
import { Screen } from './screen.tsx';
import type { ExplorerOptions } from './explorer-options.ts';
import { isStarting } from './asking.ts';
import { type Asked, type ExplorerState } from './state.ts';
import { initialState } from './first-state.ts';
import { SpokenApp } from './spoken/spoken-app.tsx';
import { SPOKEN_WELCOME, spokenNews } from './spoken/spoken-news.ts';
import { Aside } from './aside.ts';
import { TerminalHold } from './terminal-hold.tsx';
import { sizeOf } from './terminal-output.ts';
import { pauseMs, type Timeline } from './time/timeline.ts';
import { granted } from './wish/grant.ts';
import type { Wish } from './wish/wish.ts';

/** Shows the explorer until it is left. Never rejects: what goes wrong is one line, and exit status 1. */
export async function runExplorer(options: ExplorerOptions): Promise<{ readonly exitStatus: number }> {
  const { stdin, stdout, abort } = options;
  if (abort?.aborted) return { exitStatus: statusOfAbort(abort) };
  if (!stdin.isTTY || !stdout.isTTY) return failed(options, 'the explorer needs a terminal', 2);
  const explorer = new Explorer(options);
  try {
    return { exitStatus: await explorer.run() };
  } catch (error) {
    return failed(options, error instanceof Error ? error.message : String(error), 1);
  }
}

/** One run of the explorer: the state and what lives as long as it does. */
class Explorer {
  readonly #options: ExplorerOptions;
  readonly #ended = Promise.withResolvers<number>();
  #state: ExplorerState;
  /** For a screen reader: every line that was said. */
  #said: readonly string[] = [SPOKEN_WELCOME];
  #app: Instance | undefined;
  #walk: AbortController | undefined;
  #starting: AbortController | undefined;
  #drawing: NodeJS.Immediate | undefined;
  #playing: NodeJS.Timeout | undefined;
  readonly #aside = new Aside(
    () => this.#draw(),
    (error) => this.#ended.reject(error),
  );
  #isOver = false;

  constructor(options: ExplorerOptions) {
    const { stdout, session, history, title = 'rootwalk', ...beginning } = options;
    this.#options = options;
    this.#state = initialState({
      ...beginning,
      title,
      size: sizeOf(stdout),
      ...(history ? { earlier: history.texts } : {}),
      closed: session.closed,
    });
  }

  async run(): Promise<number> {
    const { stdin, stdout, abort, isSpoken = false, jobControl } = this.#options;
    const onResize = (): void => this.#resized();
    const onAbort = (): void => this.#ended.resolve(statusOfAbort(abort!));
    const onGone = (): void => this.#ended.resolve(1);
    const onInputEnd = (): void => this.#ended.resolve(0);
    // Before Ink's own listener, so that Ink never draws a screen of the old size.
    stdout.on('resize', onResize);
    stdout.on('error', onGone);
    stdin.on('end', onInputEnd);
    abort?.addEventListener('abort', onAbort);
    const endListening = jobControl && this.#aside.listen(jobControl);
    // What was typed while the program loaded is echoed, and the first frame would begin behind it.
    if (!isSpoken) stdout.write('\r');
    try {
      this.#app = render(this.#tree(), {
        stdin: withoutMouse(stdin, (event) => this.#dispatch({ type: 'mouse', event })),
        stdout,
        alternateScreen: !isSpoken,
        isScreenReaderEnabled: isSpoken,
        interactive: true,
        incrementalRendering: true,
        exitOnCtrlC: false,
        patchConsole: false,
        maxFps: 250,
      });
      this.#app.waitUntilExit().then(onInputEnd, this.#ended.reject);
      if (this.#state.asked) this.#start(this.#state.asked).catch(this.#ended.reject);
      return await this.#ended.promise;
    } finally {
      this.#isOver = true;
      endListening?.();
      this.#walk?.abort();
      this.#starting?.abort();
      clearImmediate(this.#drawing);
      clearTimeout(this.#playing);
      this.#app?.unmount();
      await this.#app?.waitUntilExit().catch(() => undefined);
      stdout.off('resize', onResize);
      stdout.off('error', onGone);
      stdin.off('end', onInputEnd);
      abort?.removeEventListener('abort', onAbort);
    }
  }

  readonly #dispatch = (action: Action): void => {
    if (this.#isOver) return;
    const before = this.#state;
    try {
      this.#state = reduce(before, action);
      this.#obey(before, this.#state);
    } catch (error) {
      this.#ended.reject(error);
    }
    if (this.#options.isSpoken) this.#said = [...this.#said, ...spokenNews(before, this.#state)];
    // One frame for all that happens at once.
    if (this.#state !== before) this.#drawing ??= setImmediate(() => this.#draw());
  };

  /** Does what the new state asks for. */
  #obey(before: ExplorerState, after: ExplorerState): void {
    if (after.redraws !== before.redraws) this.#redraw();
    if (after.exitStatus !== null) this.#ended.resolve(after.exitStatus);
    if (after.phase === 'cancelled' && before.phase !== 'cancelled') this.#walk?.abort();
    if (after.shown !== before.shown) this.#gone(after);
    if (after.timeline !== before.timeline) this.#pace(before.timeline, after.timeline);
    if (after.wish && after.wish !== before.wish) this.#grant(after.wish.wish);
    if (after.asked === before.asked) return;
    // What was asked for before is not wanted any more, however far it came.
    this.#starting?.abort();
    this.#starting = undefined;
    if (after.asked && isStarting(after)) this.#start(after.asked).catch(this.#ended.reject);
  }

  /** Another walk is on the screen: one that began, or one that was gone back to. */
  #gone({ heardOf, history, shown }: ExplorerState): void {
    if (heardOf === null) {
      this.#walk?.abort();
      return;
    }
    // What is asked of a made-up Internet is no use outside of it.
    const [latest] = history.question;
    if (shown?.place === null && latest !== undefined) this.#options.history?.remember(latest);
  }

  /** A timer runs only while time plays, anew for each moment; news that only lengthens the list leaves it alone. */
  #pace(before: Timeline, after: Timeline): void {
    if (after.isPlaying === before.isPlaying && after.position === before.position) return;
    clearTimeout(this.#playing);
    if (after.isPlaying) this.#playing = setTimeout(() => this.#dispatch({ type: 'tick' }), pauseMs(after));
  }

  async #start(asked: Asked): Promise<void> {
    const { serial } = asked;
    const controller = new AbortController();
    this.#starting = controller;
    const started = await begunWalk(this.#options.session, asked, controller.signal);
    // Something else was asked for meanwhile, or the explorer was left.
    if (!started) return;
    this.#starting = undefined;
    if ('error' in started) return this.#dispatch({ type: 'refused', serial, error: started.error });
    this.#walk?.abort();
    this.#walk = controller;
    const { names = [], habits = {} } = started;
    this.#dispatch({ type: 'started', serial, names, habits });
    await followWalk(started, serial, controller.signal, this.#dispatch);
  }

  /** What Ink does not know of does not move its cursor: control sequences may pass between frames. */
  #grant(wish: Wish): void {
    const { stdout, writeFile, session, jobControl } = this.#options;
    const tellTerminal = (sequence: string): void => void stdout.write(sequence);
    const worlds = session.worlds?.bind(session);
    const checkServers = session.checkServers?.bind(session);
    const stop = jobControl && ((): Promise<void> => this.#aside.stand(() => jobControl.stop()));
    const ports = { tellTerminal, writeFile, worlds, checkServers, stop };
    granted(wish, this.#state, ports).then(this.#dispatch, this.#ended.reject);
  }

  #resized(): void {
    this.#state = reduce(this.#state, { type: 'resize', size: sizeOf(this.#options.stdout) });
    this.#draw();
  }

  /** Whatever else wrote on the terminal is wiped away, and Ink told to forget what it believes to be there. */
  #redraw(): void {
    this.#app?.clear();
    if (!this.#options.isSpoken) this.#options.stdout.write(ERASE_SCREEN);
  }

  #draw(): void {
    clearImmediate(this.#drawing);
    this.#drawing = undefined;
    if (!this.#isOver) this.#app?.rerender(this.#tree());
  }

  #tree(): ReactNode {
    const { isSpoken, look, stdout } = this.#options;
    const state = this.#state;
    return (
      <>
        <TerminalHold onHeld={this.#aside.held} />
        <Keyboard dispatch={this.#dispatch} />
        {isSpoken ? <SpokenApp state={state} said={this.#said} /> : <Screen state={state} look={look} />}
        {state.hasMouse && !isSpoken && !this.#aside.isAside && <MouseReports stdout={stdout} />}
      </>
    );
  }
}

/** Erase in Display and Cursor Position (ECMA-48 8.3.39, 8.3.21). */
const ERASE_SCREEN = '\x1b[2J\x1b[H';

function statusOfAbort({ reason }: AbortSignal): number {
  return typeof reason === 'number' ? reason : TERMINATED;
}

/** 128 and the number of SIGTERM. */
const TERMINATED = 143;

function failed(
  { stdout, stderr = stdout }: ExplorerOptions,
  message: string,
  exitStatus: number,
): { readonly exitStatus: number } {
  const [firstLine = ''] = message.split('\n');
  stderr.write(`rootwalk: ${printable(firstLine)}\n`);
  return { exitStatus };
}
