/**
 * What a mouse does, as terminals report it in their SGR form (xterm control sequences, mode 1006): `ESC [ < button ;
 * column ; row M`, `m` for a button that was released.
 */

export interface MouseEvent {
  readonly kind: 'press' | 'wheel-up' | 'wheel-down';
  /** Of the screen, counted from 0. */
  readonly column: number;
  readonly row: number;
}

/** Presses of buttons and turns of the wheel are told; with 1006, so that no column is too far. */
export const MOUSE_ON = '\x1b[?1000h\x1b[?1006h';
export const MOUSE_OFF = '\x1b[?1006l\x1b[?1000l';

const WHEEL = 64;
/** Shift, Alt and Ctrl are held. */
const MODIFIERS = 4 | 8 | 16;
const LEFT = 0;
/** Farther than any screen: a report of it is none. */
const FARTHEST = 10_000;

/** The report without its `ESC [ <`; null for what is no report, or one that means nothing here. */
export function mouseEvent(report: string): MouseEvent | null {
  const [, code, x, y, final] = /^(\d{1,5});(\d{1,5});(\d{1,5})([Mm])$/.exec(report) ?? [];
  const [button, column, row] = [Number(code) & ~MODIFIERS, Number(x) - 1, Number(y) - 1];
  if (final !== 'M' || !isOnScreen(column) || !isOnScreen(row)) return null;
  if (button === LEFT) return { kind: 'press', column, row };
  if (button === WHEEL) return { kind: 'wheel-up', column, row };
  return button === WHEEL + 1 ? { kind: 'wheel-down', column, row } : null;
}

function isOnScreen(place: number): boolean {
  return place >= 0 && place < FARTHEST;
}
