/**
 * What can be set in the configuration file, once: the reader, the template and the defaults are made from this table.
 * Keys are the key table's.
 */

import { TABS, FIRST_DETAIL, type Tab } from '../../tui/detail/detail-tabs.ts';
import { THEME_NAMES, type ThemeName } from '../../tui/drawing/themes.ts';

export interface Settings {
  readonly theme: ThemeName | 'auto';
  readonly ascii: boolean | 'auto';
  readonly mouse: boolean;
  readonly screenReader: boolean;
  readonly firstTab: Tab;
}

type Value = Settings[keyof Settings];

export interface Setting<Name extends keyof Settings = keyof Settings> {
  readonly name: Name;
  readonly says: readonly string[];
  readonly values: readonly Settings[Name][];
  readonly usual: Settings[Name];
}

const THEME: Setting<'theme'> = {
  name: 'theme',
  says: [
    'The colours. auto: dark, or light where COLORFGBG names a light background.',
    'Without colours (NO_COLOR, --color never) it is always mono.',
  ],
  values: ['auto', ...THEME_NAMES],
  usual: 'auto',
};

const ASCII: Setting<'ascii'> = {
  name: 'ascii',
  says: ['Lines and symbols in ASCII. auto: where the locale is not UTF-8, or the terminal has few letters.'],
  values: ['auto', true, false],
  usual: 'auto',
};

const MOUSE: Setting<'mouse'> = {
  name: 'mouse',
  says: ['The mouse chooses and scrolls; without it the terminal selects text with it.'],
  values: [true, false],
  usual: true,
};

const SCREEN_READER: Setting<'screenReader'> = {
  name: 'screenReader',
  says: ['Lines that are read from top to bottom, as they come, and no screen that is drawn anew.'],
  values: [true, false],
  usual: false,
};

const FIRST_TAB: Setting<'firstTab'> = {
  name: 'firstTab',
  says: ['The tab of the detail pane that is open at the start.'],
  values: TABS.map(({ id }) => id),
  usual: FIRST_DETAIL.tab,
};

export const SETTINGS: readonly Setting[] = [THEME, ASCII, MOUSE, SCREEN_READER, FIRST_TAB];

export const USUAL_SETTINGS: Settings = {
  theme: THEME.usual,
  ascii: ASCII.usual,
  mouse: MOUSE.usual,
  screenReader: SCREEN_READER.usual,
  firstTab: FIRST_TAB.usual,
};

/** The value that is written so, or undefined. */
export function valueWritten({ values }: Setting, text: string): Value | undefined {
  return values.find((value) => String(value) === text);
}
