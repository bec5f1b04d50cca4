/**
 * Hexadecimal digits in whatever form people paste them: runs, pairs with spaces, colons or commas, `0x` and
 * `\x`, arrays of C and other languages, comments. Dumps with offsets are left to `hex-dump.ts`.
 */

import { scanHex } from '../message/hex.ts';
import { printable } from '../message/printable-text.ts';
import { InputError } from './input-error.ts';
import { stringLiteralOctets } from './string-literal.ts';
import { linesOf } from './text-lines.ts';

/** The octets of a text, one piece for each array in it. Throws InputError with the line. */
export function scanHexText(text: string): Uint8Array[] {
  if (/\\x[0-9a-f]{2}/i.test(text)) return [stringLiteralOctets(text)];
  const plain = withoutComments(text);
  const arrays = arraysIn(plain);
  return arrays.length > 0 ? arrays.map(octetsOfArray) : [octetsOfDigits(plain, 1)];
}

/** Comments as spaces, so that lines keep their numbers. */
function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[^]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(#|\/\/).*/g, '');
}

interface ArrayText {
  readonly text: string;
  readonly line: number;
}

/** What stands in braces or brackets with commas: `{ 0x12, 0x34 }`. */
function arraysIn(text: string): ArrayText[] {
  return [...text.matchAll(/[{[]([^{}[\]]*,[^{}[\]]*)[}\]]/g)].map((match) => ({
    text: match[1]!,
    line: linesOf(text.slice(0, match.index)).length,
  }));
}

/** Items with `0x` or of two hexadecimal digits each; decimal numbers where they cannot be that. */
function octetsOfArray({ text, line }: ArrayText): Uint8Array {
  const items = text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const isDecimal =
    items.every((item) => /^\d{1,3}$/.test(item) && Number(item) < 256) &&
    !items.every((item) => item.length === 2);
  return isDecimal ? Uint8Array.from(items, Number) : octetsOfDigits(text, line);
}

function octetsOfDigits(text: string, firstLine: number): Uint8Array {
  const digits: string[] = [];
  let oddLine: number | undefined;
  let carried = 0;
  for (const [i, line] of linesOf(text).entries()) {
    const found = digitsOf(line, firstLine + i);
    carried += found.length;
    if (found.length % 2 === 1) oddLine ??= firstLine + i;
    digits.push(found);
  }
  const octets = scanHex(digits.join(''));
  if (octets) return octets;
  throw new InputError(`line ${oddLine} has an odd number of hexadecimal digits (${carried} in all)`);
}

function digitsOf(line: string, number: number): string {
  let digits = '';
  // Between separators other than spaces a single digit is an octet: `0:c:29` and `0x0, 0xc`.
  for (const [i, item] of line.split(/[,:;|-]/).entries()) {
    for (const word of item.split(/\s+/)) {
      const bare = word.replace(/^(0x|x|h')/i, '').replace(/^["'`]+|["'`]+$/g, '');
      const wrong = /[^0-9a-f]/i.exec(bare);
      if (wrong) throw new InputError(`line ${number}: "${printable(wrong[0])}" is no hexadecimal digit`);
      const isItem = bare !== word || i > 0 || item.length < line.trim().length;
      digits += bare.length === 1 && isItem ? `0${bare}` : bare;
    }
  }
  return digits;
}
