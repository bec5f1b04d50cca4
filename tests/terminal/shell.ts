/**
 * A shell on a terminal, and what a program that it ran has left behind there.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProgram, type Terminal } from '../support/terminal/open-terminal.ts';

const SHELLS = {
  /** Leaves the modes of the terminal alone: what is seen after a program is that program's doing. */
  sh: ['sh', '-i'],
  bash: ['bash', '--noprofile', '--norc', '-i'],
} as const;

export type ShellName = keyof typeof SHELLS;

export class Shell implements Disposable {
  readonly terminal: Terminal;
  #times = 0;
  readonly #folder = mkdtempSync(join(tmpdir(), 'rootwalk-'));

  constructor(name: ShellName) {
    this.terminal = openProgram({
      columns: 100,
      rows: 30,
      command: SHELLS[name],
      // The line editor of bash has modes of its own otherwise.
      env: { PS1: 'ready$ ', INPUTRC: '/dev/null', TERM: 'xterm', HISTFILE: '', ENV: '' },
    });
  }

  /** Runs the explorer; resolves when the screen shows the texts. */
  async explore(
    words: readonly string[],
    shows: readonly string[],
    node: readonly string[] = [],
  ): Promise<string> {
    await this.ready();
    this.terminal.type('bind "set enable-bracketed-paste off" 2>/dev/null; echo before\r');
    await this.terminal.shows(/^before$/m);
    await this.ready();
    const program = [process.execPath, ...node, 'dist/rootwalk.js', ...words].join(' ');
    const { before, after, pid } = this.#files();
    this.terminal.type(
      `stty -a >${before}; sh -c 'echo $$ >${pid}; exec ${program}'; echo "status:$?"; stty -a >${after}; echo over\r`,
    );
    return this.terminal.shows(...shows);
  }

  /** The shell waits for a line: what is typed before would stand beside its prompt. */
  async ready(): Promise<void> {
    await this.terminal.until((screen) => screen.trimEnd().endsWith('ready$'), 'the prompt');
  }

  get pid(): number {
    return Number(readFileSync(this.#files().pid, 'utf8'));
  }

  /** Resolves when the explorer has ended and the shell has said so. */
  async over(): Promise<{ readonly screen: string; readonly status: number }> {
    const screen = await this.terminal.shows(/^over$/m);
    return { screen, status: Number(/^status:(\d+)$/m.exec(screen)?.[1]) };
  }

  /** The modes of the terminal, as `stty -a` prints them. */
  modes(when: 'before' | 'after'): string {
    return readFileSync(this.#files()[when], 'utf8');
  }

  /** Asks `stty` now, and resolves with what it says. */
  async modesNow(): Promise<string> {
    const { now } = this.#files();
    await this.ready();
    const asked = `asked${++this.#times}`;
    this.terminal.type(`stty -a >${now}; echo "${asked}"\r`);
    await this.terminal.shows(new RegExp(`^${asked}$`, 'm'));
    return readFileSync(now, 'utf8');
  }

  /** What a program has switched on in the terminal and not off again. */
  switchedOn(): string[] {
    const { emulator, raw } = this.terminal;
    const { modes } = emulator;
    const on = {
      'alternate screen': emulator.buffer.active.type === 'alternate',
      'bracketed paste': modes.bracketedPasteMode,
      'mouse reports': modes.mouseTrackingMode !== 'none',
      'focus reports': modes.sendFocusMode,
      'application cursor keys': modes.applicationCursorKeysMode,
      'synchronized output': modes.synchronizedOutputMode,
      'no wraparound': !modes.wraparoundMode,
      'no cursor': raw.lastIndexOf('\x1b[?25l') > raw.lastIndexOf('\x1b[?25h'),
    };
    return Object.entries(on).flatMap(([what, isOn]) => (isOn ? [what] : []));
  }

  [Symbol.dispose](): void {
    this.terminal[Symbol.dispose]();
    rmSync(this.#folder, { recursive: true });
  }

  #files(): Readonly<Record<'before' | 'after' | 'now' | 'pid', string>> {
    const file = (name: string): string => join(this.#folder, name);
    return { before: file('before'), after: file('after'), now: file('now'), pid: file('pid') };
  }
}
