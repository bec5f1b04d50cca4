/**
 * How lines look on the terminal: in which colours, and with which symbols. What is said does not depend on it.
 */

import type { ThemeName } from './themes.ts';

export interface Look {
  readonly theme: ThemeName;
  readonly symbols: 'unicode' | 'ascii';
}

export const FIRST_LOOK: Look = { theme: 'dark', symbols: 'unicode' };
