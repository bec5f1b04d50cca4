/**
 * One line of a dump: its offset, and the cells behind it, told from the column of characters by where they
 * stand.
 */

export interface Row {
  readonly line: number;
  /** Digits as they stand; empty for a `*`. */
  readonly offset: string;
  /** How the offset is written: `0x0010:`, `00000010:` or `0010`; or a `*` in its place. */
  readonly style: 'prefixed' | 'colon' | 'bare' | 'star';
  /** All words behind the offset that are digits, up to the first that is not. */
  readonly cells: readonly Cell[];
  readonly rest: string;
}

export interface Cell {
  readonly text: string;
  readonly start: number;
}

const FORMS = [
  { style: 'prefixed', pattern: /^\s*0x([0-9a-f]{4,8}):(\s.*)$/i },
  { style: 'colon', pattern: /^\s*([0-9a-f]{4,16}):(\s.*)$/i },
  { style: 'bare', pattern: /^\s*([0-9a-f]{4,16})((?:\s.*)?)$/i },
] as const;

export function readRow(line: string, number: number): Row | undefined {
  if (/^\s*\*\s*$/.test(line)) return { line: number, offset: '', style: 'star', cells: [], rest: '' };
  for (const { style, pattern } of FORMS) {
    const match = pattern.exec(line);
    if (!match) continue;
    const [, offset, rest] = match as unknown as [string, string, string];
    const cells = wordsOf(rest);
    // A line of prose may begin with digits; an offset alone stands at the end of a dump.
    if (cells.length === 0 && rest.trim() !== '') return undefined;
    return { line: number, offset, style, cells, rest };
  }
  return undefined;
}

function wordsOf(rest: string): Cell[] {
  const cells: Cell[] = [];
  for (const match of rest.matchAll(/\S+/g)) {
    if (!/^[0-9a-f]+$/i.test(match[0])) break;
    cells.push({ text: match[0], start: match.index });
  }
  return cells;
}

/** The octets of one group stand no further apart than this, in columns of od and hexdump. */
const MID_GAP_AFTER = 8;

/**
 * The cells without what belongs to the column of characters: they stand in a grid, which the first row
 * shows.
 */
export function cellsOf(row: Row, first: Row): Cell[] {
  const [origin] = row.cells;
  if (!origin) return [];
  const step = strideOf(first);
  const cells = [origin];
  let shift = 0;
  for (const cell of row.cells.slice(1)) {
    const i = cells.length;
    const offStart = cell.start - origin.start - i * step - shift;
    const offEnd = endOf(cell) - endOf(origin) - i * step - shift;
    // hexdump -C and others leave a space more in the middle.
    if (offStart !== 0 && offEnd !== 0) {
      if (shift > 0 || i !== MID_GAP_AFTER || (offStart !== 1 && offEnd !== 1)) break;
      shift = 1;
    }
    if (cell.text.length > first.cells[0]!.text.length && cell.text.length > 3) break;
    cells.push(cell);
  }
  return cells;
}

function strideOf({ cells }: Row): number {
  const [first, second] = cells;
  if (!first || !second) return 0;
  // Numbers without leading zeros stand flush right.
  return first.text.length === second.text.length ? second.start - first.start : endOf(second) - endOf(first);
}

function endOf({ text, start }: Cell): number {
  return start + text.length;
}
