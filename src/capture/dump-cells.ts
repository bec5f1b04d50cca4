/**
 * What the cells of a dump stand for: octets or words, in hexadecimal, octal, decimal or binary digits. A
 * dump does not say; its cells leave few possibilities.
 */

import { cellsOf, type Cell, type Row } from './dump-row.ts';

export interface CellForm {
  readonly radix: 2 | 8 | 10 | 16;
  /** How many octets a whole cell has, and which of them comes first. */
  readonly octets: number;
  readonly order: 'as-written' | 'little-endian';
  /** True where programs print a column of characters behind such cells. */
  readonly mayHaveText: boolean;
}

/** The ways in which all cells can be read, the likeliest first. */
export function cellForms(rows: readonly Row[]): CellForm[] {
  const first = rows[0]!;
  const cells = rows.flatMap((row) => cellsOf(row, first));
  const width = Math.max(0, ...firstCells(first).map(({ text }) => text.length));
  const isBare = first.style === 'bare';
  const forms: CellForm[] = [];
  const add = (radix: CellForm['radix'], octets: number, order: CellForm['order']): void => {
    forms.push({ radix, octets, order, mayHaveText: radix === 16 && order === 'as-written' });
  };
  if (isBare && width === 3 && cells.every(({ text }) => /^[0-3][0-7]{2}$/.test(text)))
    add(8, 1, 'as-written');
  const isDecimal =
    cells.every(({ text }) => /^(0|[1-9]\d{0,2})$/.test(text) && Number(text) < 256) &&
    cells.some(({ text }) => text.length !== 2);
  if (isBare && isDecimal) add(10, 1, 'as-written');
  if (width === 6 && isBare && cells.every(({ text }) => /^[01][0-7]{5}$/.test(text)))
    add(8, 2, 'little-endian');
  if (width === 8 && cells.every(({ text }) => /^[01]{8}$/.test(text))) add(2, 1, 'as-written');
  if (width % 2 === 0 && width > 0) {
    // od and hexdump print words as the machine reads them, nearly always with the last octet first.
    const isWords = isBare && (width === 4 || width === 8);
    if (isWords) add(16, width / 2, 'little-endian');
    add(16, width / 2, 'as-written');
  }
  return forms;
}

function firstCells(first: Row): Cell[] {
  return cellsOf(first, first).slice(0, 2);
}

/** The octets of a row, or undefined where a cell does not fit the form. */
export function octetsOf(cells: readonly Cell[], { radix, octets, order }: CellForm): Uint8Array | undefined {
  const out: number[] = [];
  for (const { text } of cells) {
    if (radix === 16 && text.length % 2 !== 0) return undefined;
    const value = Number.parseInt(text, radix);
    // Groups of xxd may be shorter at the end of the file.
    const count = radix === 16 && order === 'as-written' ? text.length / 2 : octets;
    if (count <= 4) {
      for (let i = 0; i < count; i++) {
        const shift = order === 'as-written' ? count - 1 - i : i;
        out.push(Math.floor(value / 256 ** shift) % 256);
      }
    } else {
      for (let i = 0; i < text.length; i += 2) out.push(Number.parseInt(text.slice(i, i + 2), 16));
    }
  }
  return Uint8Array.from(out);
}
