/**
 * A program on a real terminal: in a pseudo-terminal of its own, driven by keys, its octets drawn by the emulator of
 * xterm.js. What is on the screen is what a person would see there. Nothing waits for a time: `until` looks whenever the
 * emulator has drawn something, and never in the middle of a frame.
 */

import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { keyOctets } from './key-octets.ts';
import { screenText } from './screen-cells.ts';

export interface TerminalOptions {
  readonly columns: number;
  readonly rows: number;
  /** What `rootwalk` is given. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface ProgramOptions extends Omit<TerminalOptions, 'args'> {
  readonly command: readonly [file: string, ...words: string[]];
}

export interface Exit {
  readonly status: number;
  /** The number of the signal that ended it; 0 for none. */
  readonly signal: number;
}

/** The explorer, as built, on a terminal. */
export function openTerminal({ args, ...options }: TerminalOptions): Terminal {
  return openProgram({ ...options, command: [process.execPath, 'dist/rootwalk.js', ...args] });
}

export function openProgram(options: ProgramOptions): Terminal {
  return new Terminal(options);
}

/** How long a screen may take to come, on a machine that does much else. */
const PATIENCE_MS = 20_000;

/** Only what a program on a terminal needs to know: nothing of the test run, of CI, of colours. */
const ENVIRONMENT = { TERM: 'xterm-256color', COLORTERM: 'truecolor', LANG: 'C.UTF-8' };

export class Terminal implements Disposable {
  readonly #pty: ReturnType<typeof spawn>;
  readonly #emulator: xterm.Terminal;
  readonly #octets: Buffer[] = [];
  readonly #watchers = new Set<() => void>();
  readonly #listeners: ((octets: Uint8Array) => void)[] = [];
  readonly #exit = Promise.withResolvers<Exit>();
  #hasExited = false;

  constructor({ columns, rows, command: [file, ...words], env }: ProgramOptions) {
    this.#emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
    const { PATH = '', HOME = '/' } = process.env;
    const environment = { PATH, HOME, ...ENVIRONMENT, ...env };
    this.#pty = spawn(file, words, {
      cols: columns,
      rows,
      name: ENVIRONMENT.TERM,
      encoding: null,
      env: environment,
    });
    // Without an encoding, octets come.
    this.#pty.onData((data: string | Buffer) => this.#drawn(Buffer.from(data)));
    this.#emulator.onData((answer) => this.#pty.write(answer));
    this.#pty.onExit(({ exitCode, signal = 0 }) =>
      this.#emulator.write('', () => {
        this.#hasExited = true;
        this.#exit.resolve({ status: exitCode, signal });
        for (const look of this.#watchers) look();
      }),
    );
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** Resolves when the program has ended and all that it wrote is drawn. */
  get exit(): Promise<Exit> {
    return this.#exit.promise;
  }

  /** All that was written so far. */
  get raw(): Buffer {
    return Buffer.concat(this.#octets);
  }

  get emulator(): xterm.Terminal {
    return this.#emulator;
  }

  /** Tells every piece of what is written, from now on. */
  onOctets(listener: (octets: Uint8Array) => void): void {
    this.#listeners.push(listener);
  }

  /** What is on the screen, without spaces at the ends of lines. */
  screen(): string {
    return screenText(this.#emulator);
  }

  press(...names: readonly string[]): void {
    for (const name of names) this.#pty.write(keyOctets(name));
  }

  type(text: string): void {
    this.#pty.write(text);
  }

  resize(columns: number, rows: number): void {
    this.#emulator.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  signal(name: NodeJS.Signals): void {
    process.kill(this.pid, name);
  }

  /** Resolves with the first whole frame that it holds for. */
  until(holds: (screen: string) => boolean, what = holds.toString()): Promise<string> {
    return new Promise((resolve, reject) => {
      const giveUp = (why: string): void => {
        settle();
        reject(new Error(`${why}: ${what}\n${this.screen()}`));
      };
      const look = (): void => {
        if (this.#emulator.modes.synchronizedOutputMode && !this.#hasExited) return;
        const screen = this.screen();
        if (holds(screen)) {
          settle();
          resolve(screen);
        } else if (this.#hasExited) giveUp('the program ended, and the screen never showed');
      };
      const timer = setTimeout(giveUp, PATIENCE_MS, 'the screen never showed');
      const settle = (): void => {
        clearTimeout(timer);
        this.#watchers.delete(look);
      };
      this.#watchers.add(look);
      look();
    });
  }

  shows(...texts: readonly (string | RegExp)[]): Promise<string> {
    const has = (screen: string, text: string | RegExp): boolean =>
      typeof text === 'string' ? screen.includes(text) : text.test(screen);
    return this.until((screen) => texts.every((text) => has(screen, text)), texts.join(' and '));
  }

  /** The terminal is gone: its window was closed. */
  close(): void {
    (this.#pty as unknown as { destroy(): void }).destroy();
  }

  [Symbol.dispose](): void {
    if (!this.#hasExited) this.#pty.kill('SIGKILL');
    this.#emulator.dispose();
  }

  #drawn(octets: Buffer): void {
    this.#octets.push(octets);
    for (const listener of this.#listeners) listener(octets);
    this.#emulator.write(octets, () => {
      for (const look of this.#watchers) look();
    });
  }
}
