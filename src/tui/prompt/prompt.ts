/**
 * The input line: a text with a cursor in it. What it is for is said in purpose.ts. Editing is by code points.
 */

/** What the input line can be open for: see purpose.ts. */
export type PurposeName = 'question' | 'find' | 'save' | 'resolvers';

/** The text before and after the cursor; `error` says why the last Enter did nothing. */
export interface Prompt {
  readonly purpose: PurposeName;
  readonly before: string;
  readonly after: string;
  readonly error: string | null;
  /** The name of a file that is there already, and that Enter would replace. */
  readonly warnedOf?: string;
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

export function insert(prompt: Prompt, text: string): Prompt {
  const room = Math.max(0, MAXIMUM_CHARACTERS - promptText(prompt).length);
  return { ...prompt, before: prompt.before + text.slice(0, room), error: null };
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
  return { ...prompt, before, after, error: null };
}

function first(text: string): string {
  return Array.from(text).at(0) ?? '';
}

function withoutLast(text: string): string {
  return Array.from(text).slice(0, -1).join('');
}
