/**
 * Key presses by name, from what Ink hands over. Ink gives a whole chunk where several keys came at once: it
 * is taken apart here, so that fast typing means the same as slow typing.
 */

/** `name` is what the key table knows a key by: `up`, `ctrl+c`, `G`; `text` is what it types, if anything. */
export interface KeyPress {
  readonly name: string;
  readonly text: string;
}

/** The part of Ink's key object that is read. */
export interface InkKey {
  readonly upArrow: boolean;
  readonly downArrow: boolean;
  readonly leftArrow: boolean;
  readonly rightArrow: boolean;
  readonly pageUp: boolean;
  readonly pageDown: boolean;
  readonly home: boolean;
  readonly end: boolean;
  readonly return: boolean;
  readonly escape: boolean;
  readonly tab: boolean;
  readonly backspace: boolean;
  readonly delete: boolean;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly meta: boolean;
}

const NAMED: readonly (readonly [flag: keyof InkKey, name: string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

export function pressesOf(input: string, key: InkKey): KeyPress[] {
  if (key.tab) return [{ name: key.shift ? 'shift+tab' : 'tab', text: '' }];
  const named = NAMED.find(([flag]) => key[flag]);
  if (named) return [{ name: isSideways(key) && key.meta ? `alt+${named[1]}` : named[1], text: '' }];
  if (key.ctrl) return [{ name: `ctrl+${input}`, text: '' }];
  if (key.meta) return [{ name: `alt+${input}`, text: '' }];
  return Array.from(input, pressOf);
}

function isSideways({ leftArrow, rightArrow }: InkKey): boolean {
  return leftArrow || rightArrow;
}

const CONTROLS: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\x7f': 'backspace',
  '\x1b': 'escape',
};

function pressOf(character: string): KeyPress {
  const code = character.codePointAt(0)!;
  const control = CONTROLS[character];
  if (control !== undefined) return { name: control, text: '' };
  if (code < 0x20) return { name: `ctrl+${String.fromCharCode(code + 0x60)}`, text: '' };
  return { name: character, text: character };
}
