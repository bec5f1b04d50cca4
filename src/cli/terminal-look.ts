/**
 * How the explorer looks on this terminal: what was asked for, within what the environment says that the terminal can
 * show.
 */

import type { Look } from '../tui/drawing/look.ts';
import type { ThemeName } from '../tui/drawing/themes.ts';

export interface LookWishes {
  readonly theme: ThemeName | 'auto';
  readonly ascii: boolean | 'auto';
  readonly hasColor: boolean;
}

export function terminalLook({ theme, ascii, hasColor }: LookWishes, environment: NodeJS.ProcessEnv): Look {
  const isAscii = ascii === 'auto' ? !hasUnicode(environment) : ascii;
  return {
    theme: hasColor ? (theme === 'auto' ? themeFor(environment) : theme) : 'mono',
    symbols: isAscii ? 'ascii' : 'unicode',
  };
}

/** COLORFGBG is `foreground;background`, as rxvt and Konsole set it, in the numbers of the sixteen colours. */
function themeFor({ COLORFGBG: colors = '' }: NodeJS.ProcessEnv): ThemeName {
  const background = /;(\d+)$/.exec(colors)?.[1];
  return background === '7' || background === '15' ? 'light' : 'dark';
}

/** Terminals whose fonts have few letters, whatever the locale. */
const FEW_LETTERS = /^(linux|dumb|vt\d.*|ansi|cons25.*)$/;

/** The first of these that says something decides (POSIX 8.2). Where none does, nothing speaks against Unicode. */
function hasUnicode({ LC_ALL, LC_CTYPE, LANG, TERM = '' }: NodeJS.ProcessEnv): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG || '';
  return (locale === '' || /utf-?8/i.test(locale)) && !FEW_LETTERS.test(TERM);
}
