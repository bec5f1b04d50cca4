/**
 * Text from outside made safe for a terminal: whatever could steer it, or could be read in another order than it
 * stands, becomes a visible escape. Everything from outside that is shown and is not already a name or zone text goes through here once.
 */

/**
 * Controls (C0, DEL, C1), format characters (bidirectional controls, zero-width joiners, tags), line and paragraph
 * separators, lone surrogates, private and unassigned code points, and what is to be ignored when shown.
 */
export const UNSAFE_CHARACTERS =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const PLAIN = /^[\x20-\x7e]*$/;

/** The text with every unsafe character as `\u{1B}`; a tab becomes a space. Plain ASCII stays as it is. */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replaceAll('\t', ' ').replace(UNSAFE_CHARACTERS, visible);
}

function visible(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16).toUpperCase()}}`;
}
