/**
 * Text from anywhere made safe in a Mermaid diagram: what could end a statement, begin a comment, a directive, markup or
 * a formula becomes an entity, which Mermaid writes as `#59;` and shows as the character.
 */

import { printable } from '../message/printable-text.ts';

export function mermaidText(text: string): string {
  return (
    printable(text)
      .replace(UNSAFE, entity)
      // A line that has the word may be taken for the end of a block, and one with `wrap:` for how it is to be drawn.
      .replace(/\bend\b/gi, (word) => entity(word[0]!) + word.slice(1))
      .replace(/(?<=wrap):/gi, entity)
  );
}

/** ASCII that is no letter, digit, space, or harmless sign of names, addresses and sentences. */
const UNSAFE = /[^\P{ASCII}a-zA-Z0-9 .,:()/_'?=-]/gu;

function entity(character: string): string {
  return `#${character.codePointAt(0)};`;
}
