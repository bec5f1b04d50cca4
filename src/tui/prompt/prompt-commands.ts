/**
 * What the keys of the input line do to it. Pure.
 */

import type { Command } from '../keys/key-table.ts';
import type { PromptCommand } from '../keys/prompt-keys.ts';
import type { ExplorerState } from '../state.ts';
import { completed } from './completion.ts';
import { recalled } from './history.ts';
import { edited, type Prompt } from './prompt.ts';
import { PURPOSES } from './purpose.ts';

const OF_PROMPT: readonly Command[] = [
  'submit',
  'complete',
  'complete-before',
  'older',
  'newer',
] satisfies PromptCommand[];

/** True for what means nothing where no line is open. */
export function isOfPrompt(command: Command): command is PromptCommand {
  return OF_PROMPT.includes(command);
}

/** The state after the command, or null where it is none of the input line. */
export function applyToPrompt(state: ExplorerState, prompt: Prompt, command: Command): ExplorerState | null {
  if (command === 'submit') return PURPOSES[prompt.purpose].submitted(state, prompt);
  const after = changed(state, prompt, command);
  return after && { ...state, prompt: after };
}

function changed(state: ExplorerState, prompt: Prompt, command: Command): Prompt | null {
  if (typeof command === 'object') return 'edit' in command ? edited(prompt, command.edit) : null;
  switch (command) {
    case 'complete':
      return completed(state, prompt, 1);
    case 'complete-before':
      return completed(state, prompt, -1);
    case 'older':
    case 'newer':
      return recalled(prompt, textsFor(state, prompt), command);
    default:
      return null;
  }
}

/** What was typed before into a line of this purpose. */
function textsFor({ history }: ExplorerState, { purpose }: Prompt): readonly string[] {
  return purpose === 'question' || purpose === 'command' ? history[purpose] : [];
}
