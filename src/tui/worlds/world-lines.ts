/**
 * A lab world in words: its story, and what is found there.
 */

import { EMPTY_LINE, hanging, type Line } from '../drawing/styled-line.ts';
import type { PlaceEntry } from '../session.ts';

export function worldLines(world: PlaceEntry, columns: number): Line[] {
  const { title, story, question } = world;
  const found = foundTexts(world);
  return [
    ...hanging('', title, columns, 'strong'),
    EMPTY_LINE,
    ...hanging('', story, Math.min(columns, READABLE_COLUMNS)),
    ...(found.length > 0 ? [EMPTY_LINE] : []),
    ...found.flatMap((text) => hanging('', text, Math.min(columns, READABLE_COLUMNS))),
    EMPTY_LINE,
    ...hanging('', `Its question: ${question.name} ${question.type}`, columns, 'accent'),
  ];
}

const READABLE_COLUMNS = 90;

/** What is found, before the story, which may be cut. */
export function shownText(world: PlaceEntry): string {
  return [...foundTexts(world), world.story].join(' ');
}

function foundTexts({ findings, causes }: PlaceEntry): string[] {
  return [
    ...(findings.length > 0 ? [`A walk finds ${findings.join(', ')}.`] : []),
    ...(causes.length > 0 ? [`This computer says otherwise: ${causes.join(', ')}.`] : []),
  ];
}
