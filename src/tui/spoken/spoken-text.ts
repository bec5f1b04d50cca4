/**
 * Lines of the panes as a screen reader should have them: without what is only drawn, signs as words or left out, and
 * spaces that only fill columns taken away.
 */

import { paint, type Line } from '../drawing/styled-line.ts';

const SPOKEN: readonly (readonly [drawn: RegExp, spoken: string])[] = [
  [/[\u2500-\u25ff]/g, ' '],
  [/^\s*→/, 'What to do:'],
  [/^\s*§/, 'See'],
  [/→/g, 'to'],
  [/↑/g, 'Up'],
  [/↓/g, 'Down'],
  [/←/g, 'Left'],
  [/(\d)\s*–\s*(\d)/g, '$1 to $2'],
  [/–/g, 'none'],
  [/ · /g, ', '],
  [/…/g, ''],
  [/[•✓✗×∅≠]/g, ' '],
  [/^\s*[=!?-]\s+/, ''],
  [/ {2,}/g, ' '],
];

function spokenLine(line: Line): string {
  return spokenText(paint(line, false));
}

export function spokenText(text: string): string {
  return SPOKEN.reduce((spoken, [drawn, words]) => spoken.replace(drawn, words), text).trim();
}

/** Those that say something. */
export function spokenLines(lines: readonly Line[]): string[] {
  return lines.map(spokenLine).filter((text) => text !== '');
}
