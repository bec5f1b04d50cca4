/**
 * What a terminal was sent, with the time of each piece, as asciinema plays it (asciicast v2). Time goes on while something
 * is written, as it really did, and by the pauses that are asked for; how long the machine took between is left out.
 */

import type { Terminal } from '../../tests/support/terminal/open-terminal.ts';

export class Cast {
  readonly #lines: string[] = [];
  readonly #decoder = new TextDecoder();
  #atMs = 0;
  #pauseEndedMs = 0;
  #isOn = false;

  constructor(terminal: Terminal) {
    terminal.onOctets((octets) => this.#wrote(octets));
  }

  start({ columns, rows }: { readonly columns: number; readonly rows: number }, title: string): void {
    const header = { version: 2, width: columns, height: rows, title, env: { TERM: 'xterm-256color' } };
    this.#lines.push(JSON.stringify(header), JSON.stringify([0, 'o', '$ ']));
    this.#isOn = true;
    this.wait(1000);
  }

  /** The person looks for that long. */
  wait(ms: number): void {
    this.#atMs += ms;
    this.#pauseEndedMs = performance.now();
  }

  text(): string {
    // A last piece, so that the last screen stands for a while.
    return `${[...this.#lines, JSON.stringify([this.#atMs / 1000, 'o', ''])].join('\n')}\n`;
  }

  #wrote(octets: Uint8Array): void {
    const text = this.#decoder.decode(octets, { stream: true });
    if (!this.#isOn) return;
    const now = performance.now();
    this.#atMs += Math.round(now - this.#pauseEndedMs);
    this.#pauseEndedMs = now;
    this.#lines.push(JSON.stringify([this.#atMs / 1000, 'o', text]));
  }
}
