/**
 * The command line of the explorer, under `:`: words as in the shell, read with the table of commands. Pure.
 */

import { nearest } from '../../message/nearest-word.ts';
import { remembering } from '../prompt/history.ts';
import { promptText, type Prompt } from '../prompt/prompt.ts';
import type { ExplorerState } from '../state.ts';
import { COMMAND_TABLE, type ExplorerCommand } from './command-table.ts';

/** What Enter does. */
export function commandSubmitted(state: ExplorerState, prompt: Prompt): ExplorerState {
  const [first, ...others] = wordsOf(promptText(prompt));
  if (first === undefined)
    return { ...state, prompt: { ...prompt, error: 'Type a command: help lists all.' } };
  const command = commandNamed(first) ?? (isName(first) ? commandNamed('trace') : undefined);
  const words = commandNamed(first) ? others : [first, ...others];
  if (!command) return { ...state, prompt: { ...prompt, error: unknownText(first) } };
  if (command.takes === '' && words.length > 0)
    return { ...state, prompt: { ...prompt, error: `${command.names[0]!} takes nothing after it` } };
  const after = command.run({ ...state, prompt: null }, words);
  if ('error' in after) return { ...state, prompt: { ...prompt, error: after.error } };
  const text = promptText(prompt).trim();
  const history = { ...after.history, command: remembering(after.history.command, text) };
  // A walk that is asked for may still be refused: its line stays until it has started.
  return { ...after, history, prompt: after.asked === state.asked ? after.prompt : prompt };
}

/** What may be meant: a command, or what the command takes. */
export function commandWords(
  state: ExplorerState,
  [first, ...before]: readonly string[],
  word: string,
): readonly string[] {
  if (first === undefined) return COMMAND_TABLE.map(({ names }) => names[0]!);
  return commandNamed(first)?.words?.(state, before, word) ?? [];
}

/** As in the shell, where the program's name stands before it. */
function wordsOf(text: string): string[] {
  const words = text
    .trim()
    .replace(/^:+/, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return words[0] === 'rootwalk' ? words.slice(1) : words;
}

function commandNamed(word: string): ExplorerCommand | undefined {
  return COMMAND_TABLE.find(({ names }) => names.includes(word.toLowerCase()));
}

function isName(word: string): boolean {
  return /[.:]/.test(word);
}

function unknownText(word: string): string {
  const near = nearest(
    word,
    COMMAND_TABLE.flatMap(({ names }) => names),
  );
  return `There is no command "${word}"${near === undefined ? ': help lists all' : `; did you mean ${near}?`}`;
}
