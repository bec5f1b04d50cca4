/**
 * What `dig +trace` would have done, for people: lines in the blocks of the hops, and how it would have ended.
 */

import type { LikeDig } from '../compare/like-dig.ts';
import { printable } from '../message/printable-text.ts';
import type { Style } from './style.ts';

/** The lines for these hops; coloured where dig misleads. */
export function digLines(seen: LikeDig | undefined, hops: readonly number[], style: Style): string[] {
  const notes = (seen?.hops ?? []).filter(({ hop }) => hops.includes(hop)).flatMap((each) => each.notes);
  return notes.map(
    ({ text, misleads }) => `   dig      ${(misleads ? style.warn : style.dim)(printable(text))}`,
  );
}

export function digSummary({ ending, message }: LikeDig, style: Style): string {
  const paint = ending === 'same' ? style.good : style.warn;
  const [first = '', ...more] = message.split(/(?<=;) (?=but )/);
  const lines = [`${style.bold('Like dig')}  ${paint(printable(first))}`];
  return [...lines, ...more.map((line) => `   ${paint(printable(line))}`)].join('\n');
}
