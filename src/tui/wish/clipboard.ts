/**
 * The clipboard of the terminal, which also a terminal at the other end of an SSH session has: the control sequence
 * OSC 52 (xterm, "Operating System Commands"). A terminal may be set not to listen to it, and does not say so.
 */

import { printBase64 } from '../../message/base64.ts';

/** What xterm takes at most; longer ones would be cut or refused in silence. */
const LONGEST_CHARACTERS = 100_000;

/** Undefined where the text is too long. */
export function clipboardSequence(text: string): string | undefined {
  const base64 = printBase64(new TextEncoder().encode(text));
  return base64.length > LONGEST_CHARACTERS ? undefined : `\u001B]52;c;${base64}\u0007`;
}
