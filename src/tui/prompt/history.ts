/**
 * What was typed before: the newest first, nothing twice. Recalling goes through it and back to what was being typed. Pure.
 */

import { promptText, withText, type Prompt } from './prompt.ts';

/** What was asked for, and typed as a command. */
export interface History {
  readonly question: readonly string[];
  readonly command: readonly string[];
}

const MOST_TEXTS = 200;

/** The list with the text at its head. */
export function remembering(texts: readonly string[], text: string): readonly string[] {
  return [text, ...texts.filter((each) => each !== text)].slice(0, MOST_TEXTS);
}

/** One text older, or newer; after the newest comes what was being typed. */
export function recalled(prompt: Prompt, texts: readonly string[], step: 'older' | 'newer'): Prompt {
  const { at, draft } = prompt.recalling ?? { at: -1, draft: promptText(prompt) };
  const next = at + (step === 'older' ? 1 : -1);
  if (next < 0) return at < 0 ? prompt : withText(prompt, draft, '');
  const text = texts[next];
  if (text === undefined) return prompt;
  return { ...withText(prompt, text, ''), recalling: { at: next, draft } };
}
