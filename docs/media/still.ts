/**
 * A still picture of a terminal's screen as SVG: cell by cell, with its colours, in a window.
 */

import { BOX_CHARACTERS, boxStrokes, type Cell } from './box-lines.ts';
import { htmlText } from '../../src/render/html/html-text.ts';
import type { Color, Run } from '../../tests/support/terminal/screen-cells.ts';

const FONT = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace";
const CELL = { width: 8.4, height: 18 };
const FONT_SIZE = 14;
const EDGE = 16;
const TITLE_HEIGHT = 32;

const BACKGROUND = '#16181d';
const FOREGROUND = '#d6d9e0';
/** The sixteen colours that terminals have; the rest of the palette is a cube and a row of greys. */
const SIXTEEN =
  '#3b4048 #f0787e #8fd07a #e6c073 #74aef0 #cf8fe8 #62c7cf #c3c8d1 #7d8491 #ff9a9e #a9e894 #ffd98a #93c4ff #e2adf7 #83dfe6 #ffffff'.split(
    ' ',
  );

export interface Still {
  readonly rows: readonly (readonly Run[])[];
  readonly columns: number;
  readonly title: string;
}

export function stillOf({ rows, columns, title }: Still): string {
  const width = columns * CELL.width + 2 * EDGE;
  const height = rows.length * CELL.height + TITLE_HEIGHT + EDGE;
  const lights = ['#ff5f57', '#febc2e', '#28c840'].map(
    (color, i) => `<circle cx="${EDGE + 6 + i * 20}" cy="16" r="6" fill="${color}"/>`,
  );
  const lines = rows.flatMap((runs, row) => runs.map((run) => runSvg(run, row)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rounded(width)} ${rounded(height)}" font-family="${FONT}" font-size="${FONT_SIZE}">`,
    `<title>${htmlText(title)}</title>`,
    `<rect width="100%" height="100%" rx="10" fill="${BACKGROUND}"/>`,
    ...lights,
    `<text x="50%" y="21" text-anchor="middle" fill="#8a909c">${htmlText(title)}</text>`,
    ...lines.filter((line) => line !== ''),
    '</svg>',
    '',
  ].join('\n');
}

function runSvg({ column, width, text, look }: Run, row: number): string {
  const [foreground, background] = look.isInverse
    ? [cssColor(look.background) ?? BACKGROUND, cssColor(look.foreground) ?? FOREGROUND]
    : [cssColor(look.foreground) ?? FOREGROUND, cssColor(look.background)];
  const left = EDGE + column * CELL.width;
  const top = TITLE_HEIGHT + row * CELL.height;
  const shape = `x="${rounded(left)}" y="${top}" width="${rounded(width * CELL.width)}" height="${CELL.height}"`;
  const behind = background === undefined ? '' : `<rect ${shape} fill="${background}"/>`;
  const strokes = strokesSvg(text, { left, top, ...CELL }, foreground);
  const letters = text.replace(BOX_CHARACTERS, ' ');
  if (letters.trim() === '') return behind + strokes;
  const style = [
    `fill="${foreground}"`,
    ...(look.isBold ? ['font-weight="bold"'] : []),
    ...(look.isDim ? ['opacity="0.65"'] : []),
    ...(look.isItalic ? ['font-style="italic"'] : []),
    ...(look.isUnderlined ? ['text-decoration="underline"'] : []),
  ].join(' ');
  // The length is given, so that columns stand under each other whatever font there is.
  const drawn = letters.trimEnd();
  const before = drawn.length - drawn.trimStart().length;
  const at = rounded(left + before * CELL.width);
  const cells = width - before - (letters.length - drawn.length);
  const length = `textLength="${rounded(cells * CELL.width)}" lengthAdjust="spacingAndGlyphs"`;
  return `${behind}${strokes}<text x="${at}" y="${top + 13.5}" ${length} ${style} xml:space="preserve">${htmlText(drawn.trimStart())}</text>`;
}

/** Lines are drawn dimmer than letters, as thin as they are. */
function strokesSvg(text: string, first: Cell, color: string): string {
  const all = Array.from(text, (character, i) =>
    boxStrokes(character, { ...first, left: rounded(first.left + i * first.width) }),
  );
  const path = (data: string, weight: number): string =>
    data === '' ? '' : `<path d="${data}" stroke="${color}" stroke-width="${weight}" opacity="0.65"/>`;
  return path(all.map(([light]) => light).join(''), 1) + path(all.map(([, heavy]) => heavy).join(''), 2);
}

function cssColor(color: Color): string | undefined {
  if (color === null) return undefined;
  if ('rgb' in color) return `#${color.rgb.toString(16).padStart(6, '0')}`;
  return paletteColor(color.palette);
}

/** As xterm has it: 16 colours, a cube of six levels each, 24 greys. */
function paletteColor(place: number): string {
  const basic = SIXTEEN[place];
  if (basic !== undefined) return basic;
  if (place >= 232)
    return `rgb(${Array(3)
      .fill(8 + (place - 232) * 10)
      .join()})`;
  const level = (digit: number): number => (digit === 0 ? 0 : 55 + digit * 40);
  const cube = place - 16;
  return `rgb(${[Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level).join()})`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
