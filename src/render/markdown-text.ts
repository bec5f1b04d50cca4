/**
 * Text from anywhere in Markdown as code forges read it (CommonMark and the tables of GFM): it can become no markup, no
 * HTML, no link and no mention, and ends no cell.
 */

import { printable } from '../message/printable-text.ts';

/** A name, an address, a record: a code span, in which nothing has a meaning but its own fence. */
export function codeSpan(text: string): string {
  const safe = printable(text);
  if (safe.trim() === '') return '';
  const longest = Math.max(0, ...[...safe.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = /^[` ]|[` ]$/.test(safe) ? ' ' : '';
  // A cell ends at any pipe that has no backslash, in code too (GFM 4.10).
  return `${fence}${gap}${safe}${gap}${fence}`.replaceAll('|', '\\|');
}

/**
 * A sentence. A mention and an address of mail are made of the finished text, where no escape is seen any more: a code
 * span is left alone.
 */
export function proseText(text: string): string {
  return (
    printable(text)
      .replace(/[\\`*_[\]<>#|~&$]/g, '\\$&')
      .replaceAll('@', '`@`')
      // What becomes a link by itself (GFM 6.9), and the short names of pictures.
      .replace(/\bw(?=ww\.)/gi, (letter) => `&#${letter.codePointAt(0)};`)
      .replace(/:(?=\/\/)/g, '&#58;')
      .replace(/:(?=[\w+-]+:)/g, '\\:')
  );
}
