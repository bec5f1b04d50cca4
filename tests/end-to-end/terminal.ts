/**
 * A real terminal for the explorer: tmux with a server of its own, keys in, screens out.
 */

import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const runFile = promisify(execFile);
const POLL_MS = 50;
const PATIENCE_MS = 15_000;

export function hasTmux(): boolean {
  try {
    execFileSync('tmux', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export class Terminal {
  /** A server that is shutting down refuses new windows, so each terminal has a new one. */
  readonly #server = `rootwalk-${randomUUID()}`;

  /** Starts a shell in a window of that size. */
  async open(columns: number, rows: number): Promise<void> {
    const size = ['-x', String(columns), '-y', String(rows)];
    await this.#tmux('-f', '/dev/null', 'new-session', '-d', ...size, 'env', 'PS1=ready$ ', 'sh');
    await this.shows(/ready\$/);
  }

  async line(text: string): Promise<void> {
    await this.#tmux('send-keys', '-l', text);
    await this.keys('Enter');
  }

  async keys(...keys: string[]): Promise<void> {
    await this.#tmux('send-keys', ...keys);
  }

  async resize(columns: number, rows: number): Promise<void> {
    await this.#tmux('resize-window', '-x', String(columns), '-y', String(rows));
  }

  async screen(): Promise<string> {
    return this.#tmux('capture-pane', '-p');
  }

  /** Waits until the screen shows it; the screen as it is then. Throws with the screen when it never does. */
  async shows(pattern: RegExp): Promise<string> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const screen = await this.screen();
      if (pattern.test(screen)) return screen;
      if (Date.now() > end) throw new Error(`the screen never showed ${String(pattern)}:\n${screen}`);
      await pause(POLL_MS);
    }
  }

  async isAlternate(): Promise<boolean> {
    return (await this.#tmux('display-message', '-p', '#{alternate_on}')).trim() === '1';
  }

  async cursorIsShown(): Promise<boolean> {
    return (await this.#tmux('display-message', '-p', '#{cursor_flag}')).trim() === '1';
  }

  async close(): Promise<void> {
    await this.#tmux('kill-server').catch(() => {});
  }

  async #tmux(...words: string[]): Promise<string> {
    const { stdout } = await runFile('tmux', ['-L', this.#server, ...words]);
    return stdout;
  }
}
