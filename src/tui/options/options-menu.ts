/**
 * The menu of how the next walk asks, each row with its option of the shell.
 */

import type { Menu } from '../menu/menu.ts';
import { EMPTY_PROMPT, promptText, type Prompt } from '../prompt/prompt.ts';
import { askingAgain, type ExplorerState } from '../state.ts';
import { PLAIN_WISHES, turned, WALK_OPTIONS, wordOf } from './walk-wishes.ts';

export function optionsMenu(state: ExplorerState): Menu {
  const { wishes } = state;
  const resolvers = wishes.resolvers.map((server) => `@${server}`).join(' ');
  return {
    title: 'Options',
    intro: 'How the next walk asks, and the same in the shell. Enter walks with what stands here.',
    nothing: '',
    rows: [
      ...WALK_OPTIONS.map((option) => ({
        label: option.label,
        value: wordOf(option, wishes),
        about: option.flag,
        detail: option.about,
        isMarked: wishes[option.name] !== PLAIN_WISHES[option.name],
      })),
      {
        label: 'resolvers',
        value: resolvers === '' ? 'none' : resolvers,
        about: 'compare NAME @SERVER',
        detail: 'other resolvers, asked beside this computer; → to type their addresses',
        isMarked: resolvers !== '',
      },
    ],
    entered: () => askingAgain({ ...state, menu: null }),
    turned: (row, step) => {
      const option = WALK_OPTIONS[row];
      return option ? { ...state, wishes: turned(option, wishes, step) } : askedForResolvers(state);
    },
  };
}

function askedForResolvers(state: ExplorerState): ExplorerState {
  const before = state.wishes.resolvers.map((server) => `@${server}`).join(' ');
  return { ...state, prompt: { ...EMPTY_PROMPT, purpose: 'resolvers', before } };
}

/** More are neither read nor polite. */
export const MOST_RESOLVERS = 8;

export function resolversTyped(state: ExplorerState, prompt: Prompt): ExplorerState {
  const words = promptText(prompt)
    .trim()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const resolvers = [...new Set(words.map((word) => word.replace(/^@/, '')))];
  if (resolvers.length > MOST_RESOLVERS)
    return { ...state, prompt: { ...prompt, error: `No more than ${MOST_RESOLVERS} resolvers are asked.` } };
  return { ...state, prompt: null, wishes: { ...state.wishes, resolvers } };
}
