/**
 * The terminal that the explorer is drawn on, and its size.
 */

import { USUAL_SIZE, type WindowSize } from './drawing/layout.ts';

/** A terminal to write to: `process.stdout`, or what behaves like it. */
export interface TerminalOutput extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

/** Some terminals do not know their size. */
export function sizeOf({ columns, rows }: TerminalOutput): WindowSize {
  return { columns: columns || USUAL_SIZE.columns, rows: rows || USUAL_SIZE.rows };
}
