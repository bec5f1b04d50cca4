/**
 * The input line: a text with a cursor in it, and what it asks for. Editing is by code points.
 */

/** The text before and after the cursor; `error` says why the last Enter did not start a walk. */
export interface Prompt {
  readonly before: string;
  readonly after: string;
  readonly error: string | null;
}

export const EMPTY_PROMPT: Prompt = { before: '', after: '', error: null };

/** A name has at most 255 octets, escaped at most four characters each; more is a paste of something else. */
const MAXIMUM_CHARACTERS = 1200;

export function promptOf(text: string, error: string | null): Prompt {
  return { before: text, after: '', error };
}

export function promptText(prompt: Prompt): string {
  return prompt.before + prompt.after;
}

export function insert(prompt: Prompt, text: string): Prompt {
  const room = Math.max(0, MAXIMUM_CHARACTERS - promptText(prompt).length);
  return { before: prompt.before + text.slice(0, room), after: prompt.after, error: null };
}

/** A paste is one name: the first line of it that says anything, and its end does not press Enter. */
export function paste(prompt: Prompt, text: string): Prompt {
  const line = text
    .split(/[\r\n]+/)
    .map((candidate) => candidate.trim())
    .find((candidate) => candidate !== '');
  return line === undefined ? prompt : insert(prompt, line);
}

export const EDITS = {
  left: ({ before, after }: Prompt): Prompt => ({
    before: withoutLast(before),
    after: before.slice(withoutLast(before).length) + after,
    error: null,
  }),
  right: ({ before, after }: Prompt): Prompt => {
    const [first = ''] = after;
    return { before: before + first, after: after.slice(first.length), error: null };
  },
  start: (prompt: Prompt): Prompt => ({ before: '', after: promptText(prompt), error: null }),
  end: (prompt: Prompt): Prompt => ({ before: promptText(prompt), after: '', error: null }),
  eraseBefore: ({ before, after }: Prompt): Prompt => ({ before: withoutLast(before), after, error: null }),
  eraseAfter: ({ before, after }: Prompt): Prompt => {
    const [first = ''] = after;
    return { before, after: after.slice(first.length), error: null };
  },
  eraseWord: ({ before, after }: Prompt): Prompt => ({
    before: before.replace(/\S*\s*$/, ''),
    after,
    error: null,
  }),
  eraseToStart: ({ after }: Prompt): Prompt => ({ before: '', after, error: null }),
  eraseToEnd: ({ before }: Prompt): Prompt => ({ before, after: '', error: null }),
} as const;

export type Edit = keyof typeof EDITS;

/** What the text asks for: `name [TYPE]`, A where no type stands. */
export function questionOf(
  prompt: Prompt,
): { readonly name: string; readonly type: string } | { readonly error: string } {
  const [name, type = 'A', ...more] = promptText(prompt).trim().split(/\s+/);
  if (name === undefined || name === '') return { error: 'Type a name, and a type after it if it is not A.' };
  if (more.length > 0)
    return { error: 'One name and one type, please: what follows them is not understood.' };
  return { name, type };
}

function withoutLast(text: string): string {
  return Array.from(text).slice(0, -1).join('');
}
