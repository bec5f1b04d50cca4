/**
 * The names and addresses in lines of text, as something to go to: each with the question that a walk for it asks, and
 * where it stands. A word that was too long for its line goes on in the next one. Pure.
 */

import { classCode, typeCode } from '../../message/codes.ts';
import { isAtOrBelow, lowerCased } from '../../message/name.ts';
import { reverseName } from '../../message/reverse-name.ts';
import type { Line } from '../drawing/styled-line.ts';
import type { KnownNames } from './known-names.ts';

/** As typed: an address has no type of its own. */
export interface LinkQuestion {
  readonly name: string;
  readonly type: string;
}

/** A part of a line, in characters. */
export interface Piece {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export interface Link {
  readonly question: LinkQuestion;
  /** In order; more than one where a name is longer than a line. */
  readonly pieces: readonly Piece[];
}

/** `aliasType` is what is asked of an alias's target: what is asked of the alias. */
export function linksIn(
  lines: readonly Line[],
  columns: number,
  known: KnownNames,
  aliasType: string,
): Link[] {
  const words = wordsOf(lines, columns);
  const links: Link[] = [];
  for (let place = 0; place < words.length;) {
    const { found, count } = foundAt(words, place, known.names);
    const type = typeAfter(words.slice(place + count, place + count + 4));
    for (const { text, isAddress, pieces } of found) {
      const question = { name: text, type: isAddress ? '' : (type ?? usualType(text, known, aliasType)) };
      links.push({ question, pieces });
    }
    place += count;
  }
  return links;
}

function usualType(name: string, { aliasTargets }: KnownNames, aliasType: string): string {
  if (isAtOrBelow(name, 'arpa.')) return 'PTR';
  return aliasTargets.has(lowerCased(name)) ? aliasType : 'A';
}

interface Word {
  readonly text: string;
  readonly piece: Piece;
  /** It fills its line to the end, so that it may go on in the next. */
  readonly mayGoOn: boolean;
  /** Nothing but spaces stands before it. */
  readonly isFirst: boolean;
}

function wordsOf(lines: readonly Line[], columns: number): Word[] {
  return lines.flatMap((line, at) => {
    const text = line.map((span) => span.text).join('');
    return [...text.matchAll(/\S+/g)].map(({ 0: word, index: from }): Word => {
      const to = from + word.length;
      const isFirst = text.slice(0, from).trim() === '';
      return { text: word, piece: { line: at, from, to }, mayGoOn: to === columns, isFirst };
    });
  });
}

interface Found {
  readonly text: string;
  readonly isAddress: boolean;
  readonly pieces: readonly Piece[];
}

/** What the words from that place on are, and how many of them: several only where a line broke a long one. */
function foundAt(
  words: readonly Word[],
  place: number,
  names: ReadonlySet<string>,
): { readonly found: readonly Found[]; readonly count: number } {
  for (let count = brokenInto(words, place); count > 0; count--) {
    const parts = words.slice(place, place + count);
    // Most words are seen to be nothing at once: those without the dots of a name or the colons of an address.
    if (!parts.some(({ text }) => /[.:]/.test(text))) continue;
    for (const candidates of trimmings(parts.map(({ text }) => text).join(''))) {
      const found = candidates.flatMap((candidate) => foundIn(parts, candidate, names));
      if (found.length > 0) return { found, count };
    }
  }
  return { found: [], count: 1 };
}

/** A broken word fills its line from where the text of the next one begins. */
function brokenInto(words: readonly Word[], place: number): number {
  let count = 1;
  for (;;) {
    const [word, next] = [words[place + count - 1]!, words[place + count]];
    const goesOn = word.mayGoOn && next?.isFirst === true && next.piece.from === word.piece.from;
    if (!goesOn || count === MOST_PIECES) return count;
    count++;
  }
}

/** 255 octets, four characters each, in the narrowest pane. */
const MOST_PIECES = 70;

/** Files of this computer have names without the final dot; a single label without one is any word. */
function asKnown(text: string): string {
  return text.includes('.') ? lowerCased(absolute(text)) : '';
}

function absolute(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

function foundIn(words: readonly Word[], candidate: Part, names: ReadonlySet<string>): Found[] {
  if (names.has(asKnown(candidate.text)))
    return [{ text: absolute(candidate.text), isAddress: false, pieces: cut(words, candidate) }];
  const address = addressIn(candidate);
  return address ? [{ text: address.text, isAddress: true, pieces: cut(words, address) }] : [];
}

/** Also `192.0.2.1:53`, `192.0.2.1#53`, `[2001:db8::1]:53`, and an address at the end of a sentence. */
function addressIn({ text: word, from }: Part): Part | undefined {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(word)?.[1];
  const text = bare ?? word.replace(/(?:#\d+|(?<=^[\d.]+):\d+|\.)$/, '');
  if (reverseName(text) === undefined) return undefined;
  const start = from + (bare === undefined ? 0 : 1);
  return { text, from: start, to: start + text.length };
}

interface Part {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The word as it stands; without what encloses or follows it; and the parts of a list without spaces. */
function trimmings(word: string): Part[][] {
  const lead = /^["'(@“‘]*/.exec(word)![0].length;
  const inner = word.slice(lead).replace(/["'),;:!?’”]*$/, '');
  const parts = [...inner.matchAll(/[^,;=()"'|]+/g)].map(({ 0: text, index }) => ({
    text,
    from: lead + index,
    to: lead + index + text.length,
  }));
  return [
    [{ text: word, from: 0, to: word.length }],
    [{ text: inner, from: lead, to: lead + inner.length }],
    parts,
  ];
}

/** The pieces of the words that stand between two places of them joined. */
function cut(words: readonly Word[], { from, to }: Part): Piece[] {
  let start = 0;
  return words.flatMap(({ piece }) => {
    const length = piece.to - piece.from;
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, length)];
    start += length;
    return first < last ? [{ line: piece.line, from: piece.from + first, to: piece.from + last }] : [];
  });
}

/** The type of a record or question that begins with the name: `300 IN NS …`, `IN A`, `AAAA.` */
function typeAfter(words: readonly Word[]): string | undefined {
  const texts = words.map(({ text }) => text.replace(/[,;:.)]+$/, ''));
  if (/^\d+$/.test(texts[0] ?? '')) texts.shift();
  if (classCode(texts[0] ?? '') !== undefined && isType(texts[1])) texts.shift();
  const [type, next] = texts;
  if (!isType(type)) return undefined;
  // A signature is asked for with what it covers.
  return type === 'RRSIG' && isType(next) ? next : type;
}

/** As it is printed: in lower case it is a word of a sentence. */
function isType(text: string | undefined): text is string {
  return text !== undefined && /^[A-Z][A-Z0-9-]*$/.test(text) && typeCode(text) !== undefined;
}
