/**
 * Themes: which graphics each tone has. A tone never says what the words do not, so a theme may leave any of them out, but
 * for the marks of what is chosen: `mono` has those without any colour.
 */

import type { Tone } from './styled-line.ts';

/** Select Graphic Rendition parameters (ECMA-48 8.3.117): on, off. */
type Graphics = readonly [on: string, off: string];
export type Theme = Readonly<Record<Tone, Graphics | null>>;

/** The sixteen colours as the terminal has them; made for a dark background. */
const DARK: Theme = {
  plain: null,
  strong: ['1', '22'],
  dim: ['2', '22'],
  good: ['32', '39'],
  warning: ['33', '39'],
  bad: ['31', '39'],
  accent: ['36', '39'],
  chosen: ['7', '27'],
};

/** Darker colours of the 256, since yellow and faint letters vanish on white. */
const LIGHT: Theme = {
  ...DARK,
  dim: ['38;5;242', '39'],
  good: ['38;5;22', '39'],
  warning: ['38;5;94', '39'],
  bad: ['38;5;124', '39'],
  accent: ['38;5;25', '39'],
};

/** No colours: bold, faint, underlined and reversed only, which NO_COLOR leaves to programs. */
const MONO: Theme = {
  ...DARK,
  good: null,
  warning: ['1', '22'],
  bad: ['1', '22'],
  accent: null,
};

/** Nothing faint, and what matters with a background of its own, legible whatever is around it. */
const HIGH_CONTRAST: Theme = {
  plain: null,
  strong: ['1', '22'],
  dim: null,
  good: ['1', '22'],
  warning: ['30;103', '39;49'],
  bad: ['1;97;41', '22;39;49'],
  accent: ['1', '22'],
  chosen: ['1;7', '22;27'],
};

export const THEMES = { dark: DARK, light: LIGHT, mono: MONO, 'high-contrast': HIGH_CONTRAST } as const;

export type ThemeName = keyof typeof THEMES;

export const THEME_NAMES = Object.keys(THEMES) as readonly ThemeName[];
