/**
 * A terminal for tests: a keyboard to type on and a screen that obeys the control sequences that Ink uses,
 * so that a test sees what a person would see. A sequence that it does not know makes it throw.
 */

import { Readable, Writable } from 'node:stream';

export class FakeKeyboard extends Readable {
  readonly isTTY = true;
  isRaw = false;

  setRawMode(isRaw: boolean): this {
    this.isRaw = isRaw;
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  type(text: string): void {
    this.push(text);
  }

  paste(text: string): void {
    this.push(`\x1b[200~${text}\x1b[201~`);
  }
}

interface Buffer {
  lines: string[][];
  row: number;
  column: number;
}

export class FakeScreen extends Writable {
  readonly isTTY = true;
  columns: number;
  rows: number;
  /** Everything that was written. */
  raw = '';
  readonly modes = new Set<string>(['?25']);
  #shown: Buffer;
  readonly #primary: Buffer;
  #waiting: { readonly holds: () => boolean; readonly resolve: () => void }[] = [];

  constructor(columns: number, rows: number) {
    super({ decodeStrings: false });
    this.columns = columns;
    this.rows = rows;
    this.#primary = blank(rows);
    this.#shown = this.#primary;
  }

  /** The screen as text, without spaces at the ends of lines. */
  get text(): string {
    return this.#shown.lines
      .map((line) =>
        Array.from(line, (cell) => cell ?? ' ')
          .join('')
          .trimEnd(),
      )
      .join('\n');
  }

  get cursor(): { readonly row: number; readonly column: number } {
    return { row: this.#shown.row, column: this.#shown.column };
  }

  /** Resolves as soon as the screen is as wanted. */
  async until(holds: (screen: this) => boolean): Promise<void> {
    if (holds(this)) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push({ holds: () => holds(this), resolve });
    });
  }

  /** Another size, as a terminal does it on the alternate screen: lines are cut or filled, nothing flows. */
  resize(columns: number, rows: number): void {
    const buffer = this.#shown;
    const above = Math.max(0, buffer.row - rows + 1);
    buffer.lines = Array.from({ length: rows }, (_, row) =>
      (buffer.lines[row + above] ?? []).slice(0, columns),
    );
    buffer.row -= above;
    buffer.column = Math.min(buffer.column, columns - 1);
    this.columns = columns;
    this.rows = rows;
    this.emit('resize');
  }

  override _write(chunk: string | Uint8Array, _encoding: string, done: () => void): void {
    const text = typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
    this.raw += text;
    for (const [piece] of text.matchAll(PIECES)) this.#obey(piece);
    done();
    this.#waiting = this.#waiting.filter(({ holds, resolve }) => {
      const isDone = holds();
      if (isDone) resolve();
      return !isDone;
    });
  }

  #obey(piece: string): void {
    const buffer = this.#shown;
    const sequence = SEQUENCE.exec(piece);
    if (!sequence) {
      this.#put(piece);
      return;
    }
    const [, mark, parameters, final] = sequence as unknown as [string, string, string, string];
    const count = Number(parameters || 1);
    const [row = 1, column = 1] = parameters.split(';').map((parameter) => Number(parameter || 1));
    if (final === 'h' || final === 'l') this.#setMode(mark + parameters, final === 'h');
    else if (final === 'A') buffer.row = Math.max(0, buffer.row - count);
    else if (final === 'B') buffer.row = Math.min(this.rows - 1, buffer.row + count);
    else if (final === 'C') buffer.column = Math.min(this.columns - 1, buffer.column + count);
    else if (final === 'E') [buffer.row, buffer.column] = [Math.min(this.rows - 1, buffer.row + count), 0];
    else if (final === 'G') buffer.column = count - 1;
    else if (final === 'H') [buffer.row, buffer.column] = [row - 1, column - 1];
    else if (final === 'K') this.#eraseLine(parameters);
    else if (final === 'J') this.#eraseBelow(parameters);
    else if (final !== 'm') throw new Error(`the fake screen does not know ${JSON.stringify(piece)}`);
  }

  #setMode(mode: string, isOn: boolean): void {
    if (isOn) this.modes.add(mode);
    else this.modes.delete(mode);
    if (mode === '?1049') this.#shown = isOn ? blank(this.rows) : this.#primary;
  }

  #eraseLine(parameters: string): void {
    const { lines, row, column } = this.#shown;
    lines[row] = parameters === '2' ? [] : lines[row]!.slice(0, column);
  }

  #eraseBelow(parameters: string): void {
    const { lines, row, column } = this.#shown;
    if (parameters === '2') this.#shown.lines = blank(this.rows).lines;
    else
      this.#shown.lines = lines.map((line, at) =>
        at < row ? line : at === row ? line.slice(0, column) : [],
      );
  }

  #put(character: string): void {
    const buffer = this.#shown;
    if (character === '\r') {
      buffer.column = 0;
    } else if (character === '\n') {
      this.#newLine();
    } else if (character < ' ' || character === '\x7f') {
      throw new Error(`a control character on the screen: ${JSON.stringify(character)}`);
    } else {
      if (buffer.column >= this.columns) this.#newLine();
      const line = buffer.lines[buffer.row]!;
      while (line.length < buffer.column) line.push(' ');
      line[buffer.column++] = character;
    }
  }

  #newLine(): void {
    const buffer = this.#shown;
    buffer.column = 0;
    if (buffer.row < this.rows - 1) {
      buffer.row++;
    } else {
      buffer.lines = [...buffer.lines.slice(1), []];
    }
  }
}

const ESCAPE = String.fromCharCode(0x1b);
const PIECES = new RegExp(`${ESCAPE}\\[[?\\d;]*[A-Za-z]|${ESCAPE}.|[^${ESCAPE}]`, 'gsu');
const SEQUENCE = new RegExp(`^${ESCAPE}\\[(\\??)([\\d;]*)([A-Za-z])$`);

/** The control sequences in what was written. */
export function controlSequences(raw: string): string[] {
  return [...raw.matchAll(PIECES)].map(([piece]) => piece).filter((piece) => SEQUENCE.test(piece));
}

function blank(rows: number): Buffer {
  return { lines: Array.from({ length: rows }, () => []), row: 0, column: 0 };
}
