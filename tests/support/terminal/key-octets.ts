/**
 * What a terminal sends for a key, as xterm does. Names are those of the key table; a name of one character is that
 * character.
 */

const SEQUENCES: Readonly<Record<string, string>> = {
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  delete: '\x1b[3~',
  pageup: '\x1b[5~',
  pagedown: '\x1b[6~',
  'shift+tab': '\x1b[Z',
  enter: '\r',
  tab: '\t',
  backspace: '\x7f',
  escape: '\x1b',
};

export function keyOctets(name: string): string {
  const sequence = SEQUENCES[name];
  if (sequence !== undefined) return sequence;
  const control = /^ctrl\+([a-z\\\]^_])$/.exec(name)?.[1];
  if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 0x1f);
  if (Array.from(name).length === 1) return name;
  throw new Error(`no terminal sends a key "${name}"`);
}
