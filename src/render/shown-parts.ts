/**
 * The parts of a message that a text can show, by the words that dig has for them.
 */

import type { MessageBlock } from '../message/message-text.ts';

export const SHOWN_PARTS = ['comments', 'question', 'answer', 'authority', 'additional', 'stats'] as const;

export type ShownPart = (typeof SHOWN_PARTS)[number];

export type ShownParts = ReadonlySet<ShownPart>;

export const ALL_PARTS: ShownParts = new Set(SHOWN_PARTS);

const PARTS: Readonly<Record<MessageBlock['part'], ShownPart>> = {
  header: 'comments',
  edns: 'comments',
  question: 'question',
  answers: 'answer',
  authorities: 'authority',
  additionals: 'additional',
};

/** What is left of the message; without comments the sections have no headings. */
export function shownBlocks(blocks: readonly MessageBlock[], shown: ShownParts): MessageBlock[] {
  return blocks
    .filter(({ part }) => shown.has(PARTS[part]))
    .map((block) => (shown.has('comments') ? block : { ...block, lines: block.lines.slice(1) }));
}
