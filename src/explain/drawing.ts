/**
 * Layouts drawn as RFCs draw them: a ruler of bits, a box for each field of a fixed size, slashes at the sides of what
 * varies.
 */

/** A field of a drawing; without `bits` its size varies. */
export interface Part {
  readonly name: string;
  readonly bits?: number;
}

/** The lines of the drawing; none where there is nothing to draw. */
export function drawing(parts: readonly Part[]): string[] {
  const drawn = parts.filter(({ bits }) => bits !== 0);
  if (drawn.length === 0) return [];
  const sheet = sheetFor(drawn);
  const rows = rowsOf(drawn, sheet);
  const lines = rulerOf(sheet);
  for (let i = 0; i <= rows.length; i++) {
    const border = borderOf(rows[i - 1], rows[i], sheet);
    if (border !== undefined) lines.push(border);
    if (rows[i]) lines.push(lineOf(rows[i]!, sheet));
  }
  return lines.map((line) => line.trimEnd());
}

interface Sheet {
  /** Bits in a row. */
  readonly bits: number;
  /** Characters for a bit, its border included. */
  readonly pitch: number;
}

const NARROW: Sheet = { bits: 16, pitch: 3 };
const WIDE: Sheet = { bits: 32, pitch: 2 };

/** The wide sheet where something is longer than 16 bits, unless a name would not fit into its box there. */
function sheetFor(parts: readonly Part[]): Sheet {
  const isLong = parts.some(({ bits = 0 }) => bits > NARROW.bits);
  const fits = parts.every(({ name, bits = WIDE.bits }) => name.length <= roomOf(bits, WIDE));
  return isLong && fits ? WIDE : NARROW;
}

function roomOf(bits: number, sheet: Sheet): number {
  return Math.min(bits, sheet.bits) * sheet.pitch - 1;
}

interface Cell {
  readonly part: Part;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

function rowsOf(parts: readonly Part[], sheet: Sheet): Cell[][] {
  const rows: Cell[][] = [[]];
  let at = 0;
  const put = (part: Part, bits: number, label: string): void => {
    rows.at(-1)!.push({ part, start: at, end: at + bits, label });
    at += bits;
    if (at < sheet.bits) return;
    rows.push([]);
    at = 0;
  };
  for (const part of parts) {
    const pieces = part.bits === undefined ? varying(at, sheet) : piecesOf(part.bits, at, sheet);
    const named = namedPiece(pieces, part);
    for (const [i, bits] of pieces.entries()) put(part, bits, i === named ? part.name : '');
  }
  return rows.filter((row) => row.length > 0);
}

/** The name stands in the middle of the widest pieces: a first one may be too narrow for it. */
function namedPiece(pieces: readonly number[], part: Part): number {
  const widest = Math.max(...pieces);
  const places = [...pieces.keys()].filter((i) => pieces[i] === widest);
  return part.bits === undefined ? places[0]! : places[Math.floor((places.length - 1) / 2)]!;
}

/** The rest of this row and a whole one, or two whole ones: what follows begins a row. */
function varying(at: number, sheet: Sheet): number[] {
  return [sheet.bits - at, sheet.bits];
}

function piecesOf(bits: number, at: number, sheet: Sheet): number[] {
  const pieces: number[] = [];
  for (let left = bits, free = sheet.bits - at; left > 0; free = sheet.bits) {
    pieces.push(Math.min(left, free));
    left -= pieces.at(-1)!;
  }
  return pieces;
}

/** The numbers of the bits: tens above, ones below. */
function rulerOf({ bits, pitch }: Sheet): string[] {
  const line = (digit: (bit: number) => string): string =>
    Array.from({ length: bits }, (_, bit) => digit(bit).padStart(pitch)).join('');
  return [line((bit) => (bit >= 10 || bits > 16 ? tens(bit, bits) : '')), line((bit) => String(bit % 10))];
}

/** RFC 1035 writes a 1 above each bit from 10 on, later ones write each ten once. */
function tens(bit: number, bits: number): string {
  return bits <= 16 || bit % 10 === 0 ? String(Math.floor(bit / 10)) : '';
}

/** Undefined where nothing comes between two rows of one field. */
function borderOf(
  above: readonly Cell[] | undefined,
  below: readonly Cell[] | undefined,
  sheet: Sheet,
): string | undefined {
  let line = '';
  let last = false;
  for (let bit = 0; bit < sheet.bits; bit++) {
    const isBorder = partAt(above, bit) !== partAt(below, bit);
    line += (isBorder || last ? '+' : ' ') + (isBorder ? '-' : ' ').repeat(sheet.pitch - 1);
    last = isBorder;
  }
  const first = partAt(below, 0);
  const end = partAt(below, sheet.bits - 1);
  // RFC 1035 draws nothing between the rows of a varying field, RFC 8200 3 the sides of a long one.
  if (line.trim() === '' && first?.bits === undefined) return undefined;
  const left = line.startsWith(' ') && first ? sideOf(first) : line[0]!;
  return left + line.slice(1) + (last ? '+' : end ? sideOf(end) : '');
}

function sideOf({ bits }: Part): string {
  return bits === undefined ? '/' : '+';
}

function partAt(row: readonly Cell[] | undefined, bit: number): Part | undefined {
  return row?.find(({ start, end }) => bit >= start && bit < end)?.part;
}

function lineOf(row: readonly Cell[], sheet: Sheet): string {
  let line = '';
  for (const { part, start, end, label } of row) {
    const side = part.bits === undefined ? '/' : '|';
    line += (start === 0 ? side : '|') + centred(label, roomOf(end - start, sheet));
  }
  const last = row.at(-1)!;
  return line + (last.part.bits === undefined ? '/' : '|');
}

function centred(text: string, width: number): string {
  const shown =
    text.length <= width ? text : width > 1 ? `${text.slice(0, width - 1)}…` : text.slice(0, width);
  const before = Math.floor((width - shown.length) / 2);
  return `${' '.repeat(before)}${shown}${' '.repeat(width - shown.length - before)}`;
}
