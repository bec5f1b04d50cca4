/**
 * Whether an input is text, by its content alone, and the text without a byte order mark.
 */

/** The text of an input; undefined where it is binary. */
export function textOf(octets: Uint8Array): string | undefined {
  const encoding = encodingOf(octets);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(octets);
    return CONTROLS.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Text as far as it goes, for an input that somebody says is text. */
export function textAnyway(octets: Uint8Array): string {
  return textOf(octets) ?? new TextDecoder('latin1').decode(octets);
}

/** Windows programs write UTF-16 with a mark in front. */
function encodingOf(octets: Uint8Array): string {
  if (octets[0] === 0xff && octets[1] === 0xfe) return 'utf-16le';
  if (octets[0] === 0xfe && octets[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** All but tab, line feed, form feed and carriage return: no text has them, every message has. */
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B\u000E-\u001F\u007F]/;

export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}
