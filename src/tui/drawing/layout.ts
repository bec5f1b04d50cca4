/**
 * Where the panes stand, in columns and rows of the terminal:
 *
 *     title
 *     walk             │ this computer
 *     hops …           │ …
 *     result ──────────────────────────
 *     message ─────────────────────────
 *     …
 *     keys, or the input line
 */

export interface WindowSize {
  readonly columns: number;
  readonly rows: number;
}

/** The room inside a pane, under its heading. */
export type Area = WindowSize;

export interface Layout {
  readonly hops: Area;
  readonly computer: Area;
  readonly result: Area;
  readonly message: Area;
  readonly page: Area;
}

export const MINIMUM_SIZE: WindowSize = { columns: 80, rows: 24 };

/** What of the interface changes the arrangement. */
export interface Arrangement {
  readonly size: WindowSize;
  readonly prompt: object | null;
  /** The message takes the room of all other panes. */
  readonly expanded: boolean;
}

export function isRoomEnough({ columns, rows }: WindowSize): boolean {
  return columns >= MINIMUM_SIZE.columns && rows >= MINIMUM_SIZE.rows;
}

export function layoutOf({ size, prompt, expanded }: Arrangement): Layout {
  const columns = Math.max(size.columns, MINIMUM_SIZE.columns);
  const rows = Math.max(size.rows, MINIMUM_SIZE.rows);
  const body = rows - TITLE_ROWS - footerRows(prompt);
  const resultRows = rows >= ROOMY_ROWS ? 3 : 2;
  // The walk, the result and the message each have a heading of one row.
  const free = body - 3 - resultRows;
  const top = Math.floor(free * 0.48);
  const computer = Math.min(48, Math.max(24, Math.floor(columns * 0.31)));
  return {
    hops: { columns: columns - computer - SEPARATOR_COLUMNS, rows: top },
    computer: { columns: computer, rows: top },
    result: { columns, rows: resultRows },
    message: { columns, rows: expanded ? body - 1 : free - top },
    page: { columns, rows: body - 1 },
  };
}

/** The input line has a second row for what is wrong with it. */
export function footerRows(prompt: object | null): number {
  return prompt ? 2 : 1;
}

/** The part of a list that is shown: from where, so that `chosen` stands in the middle where it can. */
export function windowAround(chosen: number, count: number, rows: number): number {
  return clamp(chosen - Math.floor(rows / 2), 0, Math.max(0, count - rows));
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

const TITLE_ROWS = 1;
const SEPARATOR_COLUMNS = 1;
/** From here on a third row for the result is not missed elsewhere. */
const ROOMY_ROWS = 30;
