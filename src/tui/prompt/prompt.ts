/**
 * The input line: a text with a cursor in it. What it is for is said in purpose.ts. Editing is by code points.
 */

/** What the input line can be open for: see purpose.ts. */
export type PurposeName =
  | 'question'
  | 'type'
  | 'command'
  | 'find'
  | 'save'
  | 'bufsize'
  | 'subnet'
  | 'resolvers';

/** The text before and after the cursor; `error` says why the last Enter did nothing. */
export interface Prompt {
  readonly purpose: PurposeName;
  readonly before: string;
  readonly after: string;
  readonly error: string | null;
  /** For a question: where it is asked, where that is another place than the present one. Null: not in the lab. */
  readonly place?: string | null;
  /** The name of a file that is there already, and that Enter would replace. */
  readonly warnedOf?: string;
  /** Where one is in what was typed before, and what was being typed. */
  readonly recalling?: { readonly at: number; readonly draft: string };
  /** Which completion of `stem`, the text before the cursor, stands there. */
  readonly completing?: { readonly at: number; readonly stem: string };
}

export const EMPTY_PROMPT: Prompt = { purpose: 'question', before: '', after: '', error: null };

/** A name has at most 255 octets, escaped at most four characters each; more is a paste of something else. */
const MAXIMUM_CHARACTERS = 1200;

export function promptOf(text: string, error: string | null): Prompt {
  return { ...EMPTY_PROMPT, before: text, error };
}

export function promptText(prompt: Prompt): string {
  return prompt.before + prompt.after;
}

/** The same line with another text: what was said of the old one, and where it came from, is forgotten. */
export function withText({ purpose, place, warnedOf }: Prompt, before: string, after: string): Prompt {
  return {
    purpose,
    before,
    after,
    error: null,
    ...(place === undefined ? {} : { place }),
    ...(warnedOf === undefined ? {} : { warnedOf }),
  };
}

export function insert(prompt: Prompt, text: string): Prompt {
  const room = Math.max(0, MAXIMUM_CHARACTERS - promptText(prompt).length);
  return withText(prompt, prompt.before + text.slice(0, room), prompt.after);
}

/** A paste is one name: the first line of it that says anything, and its end does not press Enter. */
export function paste(prompt: Prompt, text: string): Prompt {
  const line = text
    .split(/[\r\n]+/)
    .map((candidate) => candidate.trim())
    .find((candidate) => candidate !== '');
  return line === undefined ? prompt : insert(prompt, line);
}

const EDITS = {
  left: ({ before, after }) => [withoutLast(before), before.slice(withoutLast(before).length) + after],
  right: ({ before, after }) => [before + first(after), after.slice(first(after).length)],
  wordLeft: ({ before, after }) => [withoutWord(before), before.slice(withoutWord(before).length) + after],
  wordRight: ({ before, after }) => {
    const word = /^[\s.]*[^\s.]*/.exec(after)![0];
    return [before + word, after.slice(word.length)];
  },
  start: ({ before, after }) => ['', before + after],
  end: ({ before, after }) => [before + after, ''],
  eraseBefore: ({ before, after }) => [withoutLast(before), after],
  eraseAfter: ({ before, after }) => [before, after.slice(first(after).length)],
  eraseWord: ({ before, after }) => [before.replace(/\S*\s*$/, ''), after],
  eraseToStart: ({ after }) => ['', after],
  eraseToEnd: ({ before }) => [before, ''],
} as const satisfies Readonly<Record<string, (prompt: Prompt) => readonly [before: string, after: string]>>;

export type Edit = keyof typeof EDITS;

export function edited(prompt: Prompt, edit: Edit): Prompt {
  const [before, after] = EDITS[edit](prompt);
  return withText(prompt, before, after);
}

function first(text: string): string {
  return Array.from(text).at(0) ?? '';
}

/** Without the last label or word. */
function withoutWord(text: string): string {
  return text.replace(/[^\s.]*[\s.]*$/, '');
}

function withoutLast(text: string): string {
  return Array.from(text).slice(0, -1).join('');
}
