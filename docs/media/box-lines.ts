/**
 * Characters that are lines (Unicode's Box Drawing), as strokes: in a font they leave gaps between rows.
 */

/** How heavy the strokes are that leave the middle of the cell: up, down, left, right. */
const STROKES: Readonly<Record<string, readonly [number, number, number, number]>> = {
  '─': [0, 0, 1, 1],
  '━': [0, 0, 2, 2],
  '│': [1, 1, 0, 0],
  '┌': [0, 1, 0, 1],
  '┐': [0, 1, 1, 0],
  '└': [1, 0, 0, 1],
  '┘': [1, 0, 1, 0],
  '├': [1, 1, 0, 1],
  '┤': [1, 1, 1, 0],
  '┬': [0, 1, 1, 1],
  '┯': [0, 1, 2, 2],
  '┭': [0, 1, 2, 1],
  '┮': [0, 1, 1, 2],
  '┴': [1, 0, 1, 1],
  '┼': [1, 1, 1, 1],
};

export const BOX_CHARACTERS = new RegExp(`[${Object.keys(STROKES).join('')}]`, 'g');

export interface Cell {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The strokes of one character, light and heavy, as path data; empty for other characters. */
export function boxStrokes(
  character: string,
  { left, top, width, height }: Cell,
): readonly [light: string, heavy: string] {
  const tenths = (value: number): number => Math.round(value * 10) / 10;
  const middle = { x: tenths(left + width / 2), y: tenths(top + height / 2) };
  const ends = [`V${top}`, `V${top + height}`, `H${tenths(left)}`, `H${tenths(left + width)}`];
  const strokes = STROKES[character] ?? [0, 0, 0, 0];
  const paths = (weight: number): string =>
    ends.map((end, i) => (strokes[i] === weight ? `M${middle.x} ${middle.y}${end}` : '')).join('');
  return [paths(1), paths(2)];
}
