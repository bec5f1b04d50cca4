/**
 * The line at the bottom while a name or address is chosen: where Enter goes, and the way back.
 */

import { fitLine, lineWidth, span, type Line } from '../drawing/styled-line.ts';
import { linkWords } from './link-choice.ts';
import type { LinkQuestion } from './links.ts';

export function linkFooterLine(question: LinkQuestion, columns: number): Line {
  const lead = [span(' Enter ', 'strong'), span('walks for ', 'dim'), span(linkWords(question), 'accent')];
  let line: Line = lead;
  for (const [keys, words] of OTHERS) {
    const longer = [...line, span(`  ${keys} `, 'strong'), span(words, 'dim')];
    if (lineWidth(longer) > columns) break;
    line = longer;
  }
  return fitLine(line, columns);
}

/** The first of them stay longest. */
const OTHERS = [
  ['Backspace', 'returns'],
  ['( )', 'other names'],
  ['Esc', 'leaves'],
] as const;
