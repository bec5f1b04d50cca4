/**
 * Text from anywhere in Markdown as code forges read it (CommonMark and GFM): it can become no markup, no HTML, no link,
 * no mention and no picture, and ends neither a cell of a table nor a line.
 */

import { printable } from '../message/printable-text.ts';

/** A name, an address, a record: a code span, in which nothing has a meaning but its own fence. */
export function codeSpan(text: string): string {
  const safe = printable(text);
  if (safe.trim() === '') return '';
  // In a cell a pipe needs an escape that shows in a code span elsewhere (GFM 4.10).
  return safe.includes('|') ? proseText(safe) : fenced(safe);
}

/** A sentence. */
export function proseText(text: string): string {
  return (
    printable(text)
      .split(/(?<=[ |])|(?=[ |])/)
      .map((word) => (LOADED.test(word) ? codeIn(word) : escaped(word)))
      .join('')
      // What would begin a list or underline a heading.
      .replace(/^(\d+)(?=[.)](?: |$))|^(?=[-+=]+(?: |$))/, '$1\\')
  );
}

/**
 * Words that forges make links, mentions and pictures of when all escapes are gone already: they leave code alone. An
 * IPv6 address has such pictures in it.
 */
const LOADED = /@|:\/\/|^www\.|[^\w]www\.|:[\w+-]+:/i;

/** What the sentence has around the word stays outside. */
function codeIn(word: string): string {
  const [, before = '', inside = '', after = ''] = /^(\(*)([^]*?)([ ,;:)]*)$/.exec(word)!;
  return inside === '' ? word : before + fenced(inside) + after;
}

function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${fence}${gap}${text}${gap}${fence}`;
}

function escaped(word: string): string {
  return word.replace(/[\\`*_[\]<>#~&$]/g, '\\$&').replaceAll('|', '&#124;');
}
