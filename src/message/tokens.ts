/**
 * The tokens of zone-file text (RFC 1035 5.1): quoted and bare words with escapes, comments, and parentheses that let
 * an entry run over several lines.
 */

import { ROOT, type Name } from './name.ts';

export interface TokenPlace {
  readonly line: number;
  readonly column: number;
}

/** One word. `text` still holds its escapes; `octets()` resolves them. */
export interface Token extends TokenPlace {
  readonly text: string;
  readonly quoted: boolean;
  octets(): Uint8Array;
}

/** A line, or what parentheses make one: the words, and whether it began with white space (no owner name). */
export interface Entry {
  readonly line: number;
  readonly indented: boolean;
  readonly tokens: readonly Token[];
}

/** Text that is no zone-file entry; says where. */
export class ScanError extends Error {
  override readonly name = 'ScanError';
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(message: string, place?: TokenPlace) {
    super(message);
    this.line = place?.line;
    this.column = place?.column;
  }
}

/** A place in the words of one entry, with the origin that completes relative names. */
export class Tokens {
  readonly origin: Name;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[], origin: Name = ROOT) {
    this.#tokens = tokens;
    this.origin = origin;
  }

  static of(text: string, origin: Name = ROOT): Tokens {
    return new Tokens(
      [...entries(text)].flatMap((entry) => entry.tokens),
      origin,
    );
  }

  get done(): boolean {
    return this.#at >= this.#tokens.length;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  /** The next word; `what` names what should stand here, for the error. */
  next(what: string): Token {
    const token = this.#tokens[this.#at];
    if (!token) throw new ScanError(`the text ends where ${what} is expected`, this.#tokens.at(-1));
    this.#at++;
    return token;
  }

  expectDone(): void {
    const token = this.peek();
    if (token) throw new ScanError(`"${token.text}" is left over`, token);
  }
}

const SPACE = /[ \t\r\f\v]/;

/** Splits zone-file text into its entries. Throws ScanError. */
export function* entries(text: string): Generator<Entry> {
  let line = 1;
  let lineStart = 0;
  let depth = 0;
  let tokens: Token[] = [];
  let indented = false;
  let entryLine = 1;
  let at = 0;
  const place = (): TokenPlace => ({ line, column: at - lineStart + 1 });
  while (at < text.length) {
    const character = text[at]!;
    if (character === '\n') {
      if (depth === 0 && tokens.length > 0) {
        yield { line: entryLine, indented, tokens };
        tokens = [];
      }
      at++;
      line++;
      lineStart = at;
    } else if (SPACE.test(character)) {
      if (at === lineStart && depth === 0 && tokens.length === 0) indented = true;
      at++;
    } else if (character === ';') {
      while (at < text.length && text[at] !== '\n') at++;
    } else if (character === '(') {
      if (at === lineStart && tokens.length === 0) indented = false;
      depth++;
      at++;
    } else if (character === ')') {
      if (depth === 0) throw new ScanError('a closing parenthesis without an opening one', place());
      depth--;
      at++;
    } else {
      if (tokens.length === 0) {
        entryLine = line;
        if (at === lineStart) indented = false;
      }
      const token = readToken(text, at, place());
      tokens.push(token.token);
      at = token.end;
    }
  }
  if (depth > 0) throw new ScanError('an opening parenthesis is never closed', place());
  if (tokens.length > 0) yield { line: entryLine, indented, tokens };
}

function readToken(text: string, start: number, place: TokenPlace): { token: Token; end: number } {
  const quoted = text[start] === '"';
  let at = quoted ? start + 1 : start;
  for (; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\\') {
      if (at + 1 >= text.length || text[at + 1] === '\n')
        throw new ScanError('the text ends in the middle of an escape', place);
      at++;
    } else if (quoted ? character === '"' : character === '\n' || character === '"' || endsWord(character))
      break;
    else if (quoted && character === '\n')
      throw new ScanError('a quoted string runs past the end of its line', place);
  }
  if (quoted && at >= text.length) throw new ScanError('a quoted string is never closed', place);
  const word = text.slice(quoted ? start + 1 : start, at);
  const token = { ...place, text: word, quoted, octets: () => octetsOf(word, place) };
  return { token, end: quoted ? at + 1 : at };
}

const endsWord = (character: string): boolean => SPACE.test(character) || ';()'.includes(character);

/** Resolves `\DDD` and `\X`; other characters are their UTF-8 octets. */
function octetsOf(word: string, place: TokenPlace): Uint8Array {
  if (!word.includes('\\')) return new TextEncoder().encode(word);
  const octets: number[] = [];
  for (const [piece, decimal, escaped] of word.matchAll(/\\(\d{3})|\\(.)|[^\\]+/gsu)) {
    // RFC 1035 5.1: a backslash quotes one character that is no digit, or stands before three digits.
    if (escaped !== undefined && escaped >= '0' && escaped <= '9') {
      throw new ScanError(`"\\${escaped}": an escape by number has three digits`, place);
    }
    if (decimal !== undefined) {
      if (Number(decimal) > 255) throw new ScanError(`\\${decimal} is no octet: at most 255`, place);
      octets.push(Number(decimal));
    } else {
      for (const octet of new TextEncoder().encode(escaped ?? piece)) octets.push(octet);
    }
  }
  return Uint8Array.from(octets);
}
