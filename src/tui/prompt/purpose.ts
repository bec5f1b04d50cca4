/**
 * What the input line is open for: its label, what to type, and what Enter does with it.
 */

import { foundFirst } from '../find/find.ts';
import type { ExplorerState } from '../state.ts';
import { asking } from '../state.ts';
import { resolversTyped } from '../options/options-menu.ts';
import { savedAs } from '../wish/save-prompt.ts';
import { promptText, type Prompt, type PurposeName } from './prompt.ts';

interface Purpose {
  readonly label: string;
  /** The state after Enter: with an error in the prompt where the text is not understood. */
  readonly submitted: (state: ExplorerState, prompt: Prompt) => ExplorerState;
}

export const PURPOSES: Readonly<Record<PurposeName, Purpose>> = {
  question: { label: 'name [TYPE]:', submitted: questionSubmitted },
  find: { label: 'find:', submitted: foundFirst },
  resolvers: { label: 'resolvers (@ADDRESS …):', submitted: resolversTyped },
  save: { label: 'save as:', submitted: savedAs },
};

function questionSubmitted(state: ExplorerState, prompt: Prompt): ExplorerState {
  const question = questionOf(prompt);
  if ('error' in question) return { ...state, prompt: { ...prompt, error: question.error } };
  return asking(state, question.name, question.type);
}

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
