/**
 * Octets written as a string of C, Python or the shell: `"\x12\x34\x03www"`, with other escapes and plain
 * characters between.
 */

/** What stands in quotes, or all of the text without its white space where there are none. */
export function stringLiteralOctets(text: string): Uint8Array {
  const quoted = [...text.matchAll(/"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'/g)];
  const inside = quoted.map((match) => match[1] ?? match[2]!).filter((part) => part.includes('\\x'));
  const content = inside.length > 0 ? inside.join('') : text.replaceAll(/#.*|\s+/g, '');
  const octets: number[] = [];
  for (const [escape, hex, octal, other] of content.matchAll(PART)) {
    if (hex !== undefined) octets.push(Number.parseInt(hex, 16));
    else if (octal !== undefined) octets.push(Number.parseInt(octal, 8) & 0xff);
    else if (other !== undefined) octets.push(ESCAPES[other] ?? other.charCodeAt(0) & 0xff);
    else octets.push(...new TextEncoder().encode(escape));
  }
  return Uint8Array.from(octets);
}

const PART = /\\x([0-9a-f]{2})|\\([0-7]{1,3})|\\([^])|[^]/giu;
const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, e: 27 };
