/**
 * Where the panes stand, in columns and rows of the terminal. One above the other:
 *
 *     title
 *     walk             │ this computer
 *     hops …           │ …
 *     result ──────────────────────────
 *     message ─────────────────────────
 *     …
 *     keys, or the input line
 *
 * On a wide terminal the walk, the message and this computer beside each other, with the result below; on a small one
 * only the pane that has the keys, under a line that names all three.
 */

export interface WindowSize {
  readonly columns: number;
  readonly rows: number;
}

/** The room inside a pane, under its heading. */
export type Area = WindowSize;

/** A pane: its room, and where its heading begins on the screen, counted from 0. */
export interface Place extends Area {
  readonly left: number;
  readonly top: number;
}

export const PANES = ['hops', 'computer', 'message'] as const;
export type Pane = (typeof PANES)[number];

export interface Layout extends Readonly<Record<Pane, Place>> {
  readonly kind: 'stacked' | 'columns' | 'single';
  readonly result: Place;
  readonly page: Place;
  /** The panes in the order in which Tab goes through them. */
  readonly order: readonly Pane[];
  /** Those that are on the screen. */
  readonly shown: readonly Pane[];
}

/** Less than this, and nothing is legible. */
export const MINIMUM_SIZE: WindowSize = { columns: 40, rows: 12 };
/** What a terminal has that does not say. */
export const USUAL_SIZE: WindowSize = { columns: 80, rows: 24 };

/** What of the interface changes the arrangement. */
export interface Arrangement {
  readonly size: WindowSize;
  readonly prompt: object | null;
  readonly focus: Pane;
  /** The message takes the room of all other panes. */
  readonly expanded: boolean;
}

export function isRoomEnough({ columns, rows }: WindowSize): boolean {
  return columns >= MINIMUM_SIZE.columns && rows >= MINIMUM_SIZE.rows;
}

export function layoutOf({ size, prompt, focus, expanded }: Arrangement): Layout {
  const columns = Math.max(size.columns, MINIMUM_SIZE.columns);
  const rows = Math.max(size.rows, MINIMUM_SIZE.rows);
  const body = { columns, rows: rows - TITLE_ROWS - footerRows(prompt) };
  const isSmall = columns < USUAL_SIZE.columns || rows < USUAL_SIZE.rows;
  const page = whole(body, TITLE_ROWS);
  const resultRows = RESULT_ROWS.find(({ from }) => rows >= from)!.rows;
  const large = columns >= WIDE_COLUMNS ? beside : stacked;
  const arranged = isSmall ? single(body, focus) : large(body, resultRows);
  if (!expanded) return { ...arranged, page };
  const message = isSmall ? arranged.message : page;
  return { ...arranged, message, page, shown: ['message'] };
}

type Arranged = Omit<Layout, 'page'>;

function stacked({ columns, rows }: Area, resultRows: number): Arranged {
  // The walk, the result and the message each have a heading of one row.
  const free = rows - 3 - resultRows;
  const hopRows = Math.floor(free * 0.48);
  const computer = Math.min(48, Math.max(24, Math.floor(columns * 0.31)));
  const hops = columns - computer - SEPARATOR_COLUMNS;
  const top = TITLE_ROWS;
  const resultTop = top + 1 + hopRows;
  const messageTop = resultTop + 1 + resultRows;
  return {
    kind: 'stacked',
    hops: { columns: hops, rows: hopRows, left: 0, top },
    computer: { columns: computer, rows: hopRows, left: hops + SEPARATOR_COLUMNS, top },
    result: { columns, rows: resultRows, left: 0, top: resultTop },
    message: { columns, rows: free - hopRows, left: 0, top: messageTop },
    order: PANES,
    shown: PANES,
  };
}

function beside({ columns, rows }: Area, resultRows: number): Arranged {
  const high = rows - 2 - resultRows;
  const top = TITLE_ROWS;
  const computer = Math.min(64, Math.max(38, Math.floor(columns * 0.22)));
  const others = columns - computer - 2 * SEPARATOR_COLUMNS;
  const hops = Math.min(MOST_HOP_COLUMNS, others - Math.max(DUMP_COLUMNS, Math.floor(others / 2)));
  const message = others - hops;
  return {
    kind: 'columns',
    hops: { columns: hops, rows: high, left: 0, top },
    message: { columns: message, rows: high, left: hops + SEPARATOR_COLUMNS, top },
    computer: { columns: computer, rows: high, left: columns - computer, top },
    result: { columns, rows: resultRows, left: 0, top: top + 1 + high },
    order: BESIDE,
    shown: BESIDE,
  };
}

function single({ columns, rows }: Area, focus: Pane): Arranged {
  const top = TITLE_ROWS + PANE_BAR_ROWS;
  const all = whole({ columns, rows: rows - PANE_BAR_ROWS }, top);
  const hopRows = all.rows - 1 - LEAST_RESULT_ROWS;
  return {
    kind: 'single',
    hops: { columns, rows: hopRows, left: 0, top },
    computer: all,
    message: all,
    result: { columns, rows: LEAST_RESULT_ROWS, left: 0, top: top + 1 + hopRows },
    order: PANES,
    shown: [focus],
  };
}

function whole({ columns, rows }: Area, top: number): Place {
  return { columns, rows: rows - 1, left: 0, top };
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

const BESIDE: readonly Pane[] = ['hops', 'message', 'computer'];
const TITLE_ROWS = 1;
/** The line that names the panes where only one of them is shown. */
const PANE_BAR_ROWS = 1;
const SEPARATOR_COLUMNS = 1;
/** From here on three panes have room beside each other: see the two below. */
const WIDE_COLUMNS = 180;
/** A line of sixteen octets in hex and ASCII. */
const DUMP_COLUMNS = 78;
/** A hop with all its columns, none of them cut. */
const MOST_HOP_COLUMNS = 130;
const LEAST_RESULT_ROWS = 2;
/** More rows for the result where they are not missed elsewhere. */
const RESULT_ROWS = [
  { from: 45, rows: 5 },
  { from: 30, rows: 3 },
  { from: 0, rows: LEAST_RESULT_ROWS },
] as const;
