/**
 * Key presses as people read them and as a configuration file writes them: `ctrl+l` is shown as `Ctrl-L`, the space bar
 * is written `space`.
 */

/** The keys that have a name of their own, and their labels. */
const LABELS: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  enter: 'Enter',
  escape: 'Esc',
  'alt+left': 'Alt-←',
  'alt+right': 'Alt-→',
  tab: 'Tab',
  'shift+tab': 'Shift-Tab',
  backspace: 'Backspace',
  delete: 'Delete',
  ' ': 'Space',
};

const SPACE = 'space';

/** What a terminal can send: a named key, a letter, or a letter with Ctrl or Alt. */
const MODIFIED = /^(ctrl|alt)\+([!-~])$/;

export function pressLabel(press: string): string {
  const modified = MODIFIED.exec(press);
  if (modified) return modified[1] === 'ctrl' ? `Ctrl-${modified[2]!.toUpperCase()}` : `Alt-${modified[2]!}`;
  return LABELS[press] ?? press;
}

/** The press that is written so, or undefined where it is none. */
export function pressWritten(text: string): string | undefined {
  if (text === SPACE) return ' ';
  const isKey = text !== ' ' && (LABELS[text] !== undefined || /^[!-~]$/.test(text));
  const modified = MODIFIED.exec(text);
  // With Ctrl a terminal sends letters only, and some of them as Backspace, Tab and Enter.
  const isModified = modified !== null && (modified[1] === 'alt' || /[a-gk-ln-z]/.test(modified[2]!));
  return isKey || isModified ? text : undefined;
}

export function writtenPress(press: string): string {
  return press === ' ' ? SPACE : press;
}

/** True for what types a character into the input line. */
export function isTyped(press: string): boolean {
  return press.length === 1;
}
