/**
 * What the input line is open for: its label, what to type, how words are completed, and what Enter does with it.
 */

import { commandSubmitted, commandWords } from '../command-line/command-line.ts';
import { UDP_PAYLOAD_OCTETS } from '../../message/query-message.ts';
import { foundFirst } from '../find/find.ts';
import type { ExplorerState } from '../state.ts';
import { asking } from '../asking.ts';
import { bufsizeTyped, resolversTyped, subnetTyped } from '../options/typed-options.ts';
import { savedAs } from '../wish/save-prompt.ts';
import { visitName } from '../visits/visits.ts';
import { promptText, type Prompt, type PurposeName } from './prompt.ts';
import { questionOf, questionWords } from './question.ts';
import { typeWords } from './type-words.ts';

interface Purpose {
  readonly label: (state: ExplorerState, prompt: Prompt) => string;
  /** What stands there while nothing is typed. */
  readonly hint?: (state: ExplorerState) => string;
  /** What may be meant by the word after these, of which the beginning is typed. */
  readonly words?: (state: ExplorerState, before: readonly string[], word: string) => readonly string[];
  /** The state after Enter: with an error in the prompt where the text is not understood. */
  readonly submitted: (state: ExplorerState, prompt: Prompt) => ExplorerState;
}

export const PURPOSES: Readonly<Record<PurposeName, Purpose>> = {
  question: {
    label: questionLabel,
    hint: ({ history: { question } }) => (question.length > 0 ? `(↑ ${question[0]!})` : ''),
    words: questionWords,
    submitted: questionSubmitted,
  },
  type: {
    label: (state) => `type for ${state.walk.question?.name ?? state.shown?.name ?? ''}:`,
    hint: (state) => `(now ${visitName(state).split(' ')[1] ?? 'A'})`,
    words: (_, before) => (before.length === 0 ? typeWords() : []),
    submitted: typeSubmitted,
  },
  command: {
    label: () => ':',
    hint: () => '(:help lists all)',
    words: commandWords,
    submitted: commandSubmitted,
  },
  find: { label: () => 'find:', submitted: foundFirst },
  bufsize: {
    label: () => 'largest reply over UDP in octets:',
    hint: () => `(nothing: ${UDP_PAYLOAD_OCTETS})`,
    submitted: bufsizeTyped,
  },
  subnet: {
    label: () => 'client subnet:',
    hint: () => '(192.0.2.0/24; nothing: none)',
    submitted: subnetTyped,
  },
  resolvers: { label: () => 'resolvers (@ADDRESS …):', submitted: resolversTyped },
  save: { label: () => 'save as:', submitted: savedAs },
};

function questionSubmitted(state: ExplorerState, prompt: Prompt): ExplorerState {
  const question = questionOf(promptText(prompt));
  if ('error' in question) return { ...state, prompt: { ...prompt, error: question.error } };
  const { place = state.place } = prompt;
  return asking(state, question.name, question.type, place);
}

/** Where it is asked is said where that is not where one is. */
function questionLabel({ place: here }: ExplorerState, { place = here }: Prompt): string {
  if (place === here) return 'name [TYPE]:';
  return place === null ? 'on the real Internet, name [TYPE]:' : `in the lab world ${place}, name [TYPE]:`;
}

function typeSubmitted(state: ExplorerState, prompt: Prompt): ExplorerState {
  const [type, ...more] = promptText(prompt).trim().split(/\s+/);
  if (!type || more.length > 0)
    return { ...state, prompt: { ...prompt, error: 'Type one record type: AAAA, MX, TXT … or TYPE65280.' } };
  return state.shown ? asking(state, state.shown.name, type) : state;
}
