/**
 * A program in a pseudo-terminal that nothing draws: only its octets count, and when they come.
 */

import { readFileSync } from 'node:fs';
import { spawn } from '@lydell/node-pty';

/** What ends a frame of Ink: the terminal may draw again. */
export const FRAME_END = '\x1b[?2026l';

export class RawTerminal {
  readonly #pty: ReturnType<typeof spawn>;
  readonly #exit: Promise<unknown>;
  #written = '';
  #look = (): void => {};

  constructor(words: readonly string[]) {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, NODE_ENV: 'production' };
    this.#pty = spawn(process.execPath, [...words], { cols: 120, rows: 40, name: 'xterm-256color', env });
    this.#pty.onData((text) => {
      this.#written += text;
      this.#look();
    });
    this.#exit = new Promise((resolve) => this.#pty.onExit(resolve));
  }

  get pid(): number {
    return this.#pty.pid;
  }

  /** How much was written so far. */
  get length(): number {
    return this.#written.length;
  }

  /** Resolves once the text was written, behind the place `from`. */
  wrote(text: string, from = 0): Promise<void> {
    return new Promise((resolve) => {
      this.#look = (): void => {
        if (!this.#written.includes(text, from)) return;
        this.#look = (): void => {};
        resolve();
      };
      this.#look();
    });
  }

  type(text: string): void {
    this.#pty.write(text);
  }

  /** Ends it, as a key does; resolves when it has ended. */
  async quit(): Promise<void> {
    this.#pty.write('q');
    await this.#exit;
  }

  async exited(): Promise<void> {
    await this.#exit;
  }
}

/** Processor time of a process so far, in milliseconds (proc(5): utime and stime in ticks of 10 ms). */
export function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** What the main thread of a process has had of a processor, in milliseconds (schedstat counts nanoseconds). */
export function mainThreadMs(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

/** Memory of a process that is in use, in MiB. */
export function residentMiB(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}
