/**
 * Completing the word before the cursor: first as far as all candidates agree, then one after the other. Pure.
 */

import type { ExplorerState } from '../state.ts';
import { withText, type Prompt } from './prompt.ts';
import { PURPOSES } from './purpose.ts';

export interface Completion {
  /** What stands before the word. */
  readonly lead: string;
  readonly word: string;
  /** Whole words, each beginning with `word` in any case. */
  readonly candidates: readonly string[];
  /** Which of them stands there by completion; null: none yet. */
  readonly at: number | null;
}

/** What may be meant; null where nothing is to be completed, as in the middle of a word. */
export function completionOf(state: ExplorerState, prompt: Prompt): Completion | null {
  const words = PURPOSES[prompt.purpose].words;
  if (!words || /^\S/.test(prompt.after)) return null;
  const stem = prompt.completing?.stem ?? prompt.before;
  const word = /\S*$/.exec(stem)![0];
  const lead = stem.slice(0, stem.length - word.length);
  const wanted = word.toLowerCase();
  const candidates = words(state, lead.split(/\s+/).filter(Boolean), word).filter((candidate) =>
    candidate.toLowerCase().startsWith(wanted),
  );
  return { lead, word, candidates, at: prompt.completing?.at ?? null };
}

export function completed(state: ExplorerState, prompt: Prompt, step: 1 | -1): Prompt {
  const completion = completionOf(state, prompt);
  if (!completion) return prompt;
  const { lead, word, candidates, at } = completion;
  if (candidates.length === 0)
    return word === '' ? prompt : { ...prompt, error: `Nothing that is known here begins with ${word}` };
  const [only] = candidates;
  if (candidates.length === 1) return withText(prompt, `${lead}${only!} `, prompt.after.trimStart());
  const start = sharedStart(candidates);
  if (at === null && start.length > word.length) return withText(prompt, lead + start, prompt.after);
  const next = at === null ? (step === 1 ? 0 : -1) : (at + step) % candidates.length;
  const place = next < 0 ? candidates.length - 1 : next;
  const stem = prompt.completing?.stem ?? prompt.before;
  return { ...withText(prompt, lead + candidates[place]!, prompt.after), completing: { at: place, stem } };
}

/** What all of them begin with, in whatever case. */
function sharedStart([first = '', ...others]: readonly string[]): string {
  let length = first.length;
  for (const other of others) {
    while (!other.toLowerCase().startsWith(first.slice(0, length).toLowerCase())) length--;
  }
  return first.slice(0, length);
}
