/**
 * What an emulator's screen shows: as text, and cell by cell with its colours.
 */

import type { IBufferLine, Terminal } from '@xterm/headless';

/** Cells beside each other that look alike. */
export interface Run {
  readonly column: number;
  /** How many columns it takes: more than its characters where there are wide ones. */
  readonly width: number;
  readonly text: string;
  readonly look: Look;
}

/** A palette number, 24 bits of a colour, or the terminal's own. */
export type Color = { readonly palette: number } | { readonly rgb: number } | null;

interface Look {
  readonly foreground: Color;
  readonly background: Color;
  readonly isBold: boolean;
  readonly isDim: boolean;
  readonly isItalic: boolean;
  readonly isUnderlined: boolean;
  readonly isInverse: boolean;
}

export function screenText(terminal: Terminal): string {
  return (
    linesOf(terminal)
      // A line keeps what stood right of the edge when the terminal was wider.
      .map((line) => line.translateToString(false, 0, terminal.cols).trimEnd())
      .join('\n')
  );
}

/** The runs of each line. */
export function screenRuns(terminal: Terminal): Run[][] {
  return linesOf(terminal).map((line) => runsOf(line, terminal.cols));
}

function linesOf(terminal: Terminal): IBufferLine[] {
  const buffer = terminal.buffer.active;
  return Array.from({ length: terminal.rows }, (_, row) => buffer.getLine(buffer.baseY + row)!);
}

function runsOf(line: IBufferLine, columns: number): Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < columns; column++) {
    const cell = line.getCell(column)!;
    // The second half of a wide character.
    if (cell.getWidth() === 0) continue;
    const look = lookOf(cell);
    const before = runs.at(-1);
    const text = cell.getChars() || ' ';
    if (before && JSON.stringify(before.look) === JSON.stringify(look)) {
      runs[runs.length - 1] = { ...before, text: before.text + text, width: before.width + cell.getWidth() };
    } else {
      runs.push({ column, width: cell.getWidth(), text, look });
    }
  }
  return runs;
}

type Cell = NonNullable<ReturnType<IBufferLine['getCell']>>;

function lookOf(cell: Cell): Look {
  return {
    foreground: colorOf(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
    background: colorOf(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
    isBold: cell.isBold() !== 0,
    isDim: cell.isDim() !== 0,
    isItalic: cell.isItalic() !== 0,
    isUnderlined: cell.isUnderline() !== 0,
    isInverse: cell.isInverse() !== 0,
  };
}

function colorOf(isDefault: boolean, isRgb: boolean, color: number): Color {
  if (isDefault) return null;
  return isRgb ? { rgb: color } : { palette: color };
}
