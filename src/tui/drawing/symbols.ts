/**
 * The symbols that the explorer draws with, and what stands for each in the same room where a terminal or a font has only
 * ASCII. Each has a word beside it that says the same. Texts are made with the symbols; which of the two is shown is
 * decided where a line is painted.
 */

import { displayWidth, graphemes } from './text-width.ts';

/** Two columns each. */
export const TREE = { branch: '├ ', last: '└ ', through: '│ ', nothing: '  ' } as const;

/** Before the outcome of a hop. */
export const OUTCOMES = {
  waiting: '…',
  onwards: '→',
  good: '✓',
  alias: '⇒',
  none: '∅',
  missing: '✗',
  bad: '!',
} as const;

export const MARKS = { chosen: '▸', error: '◆', finding: '▲', note: '·', folded: '+' } as const;

/** A full column and its eighths, the narrowest first. */
export const BAR = { full: '█', parts: ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'], silent: '░' } as const;

/** `~` and not a full stop for what is cut off: a name may end in a dot of its own. */
const IN_ASCII: Readonly<Record<string, string>> = {
  '─': '-',
  '━': '=',
  '═': '=',
  '│': '|',
  '┃': '|',
  '┆': '|',
  '┌': '+',
  '┐': '+',
  '┘': '+',
  '└': '`',
  '├': '+',
  '┤': '+',
  '┬': '+',
  '┴': '+',
  '┼': '+',
  '╭': '+',
  '╮': '+',
  '╯': '+',
  '╰': '`',
  '█': '#',
  '▓': '#',
  '▒': ':',
  '░': '.',
  '▏': '|',
  '▎': '|',
  '▍': '|',
  '▌': '|',
  '▋': '#',
  '▊': '#',
  '▉': '#',
  '▸': '>',
  '▶': '>',
  '▲': '^',
  '▾': 'v',
  '▼': 'v',
  '◂': '<',
  '◀': '<',
  '●': '*',
  '○': 'o',
  '◆': '*',
  '◇': 'o',
  '•': '*',
  '·': '-',
  '…': '~',
  '–': '-',
  '×': 'x',
  '✓': '+',
  '✗': 'x',
  '∅': '0',
  '≠': '!',
  '≈': '~',
  '≤': '<',
  '≥': '>',
  '→': '>',
  '←': '<',
  '↑': '^',
  '↓': 'v',
  '↳': '`',
  '⇒': '>',
  '‹': '<',
  '›': '>',
  '§': '#',
  µ: 'u',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
};

const ASCII_ONLY = /^[\x20-\x7e]*$/;

/** The text in ASCII, in as many columns: symbols become what stands for them, other letters question marks. */
export function inAscii(text: string): string {
  if (ASCII_ONLY.test(text)) return text;
  return graphemes(text)
    .map((character) => {
      if (ASCII_ONLY.test(character)) return character;
      return IN_ASCII[character] ?? '?'.repeat(displayWidth(character));
    })
    .join('');
}

/** True where the character is known here, so that it has a meaning in ASCII too. */
export function isKnownSymbol(character: string): boolean {
  return IN_ASCII[character] !== undefined;
}
