/**
 * Every command of the command line of the explorer, once: what `:` takes, completes and explains is read from this table.
 */

import { TABS } from '../detail/detail-tabs.ts';
import { openMenu } from '../menu/menu.ts';
import { EMPTY_PROMPT } from '../prompt/prompt.ts';
import { typeWords } from '../prompt/type-words.ts';
import { asking, askingAgain } from '../asking.ts';
import type { ExplorerState } from '../state.ts';
import { askedWhereToSave, savedAs } from '../wish/save-prompt.ts';
import { SAVED_FORMS } from '../wish/saved-run.ts';
import { openedWorlds } from '../worlds/worlds-menu.ts';
import { setOption, setWords } from './set-command.ts';
import { readWalkWords, walkWords } from './walk-words.ts';
import { gone } from '../visits/visits.ts';

type Outcome = ExplorerState | { readonly error: string };

export interface ExplorerCommand {
  /** The first one is its name; it may be typed by any of them. */
  readonly names: readonly string[];
  /** `NAME [TYPE]`; empty where it takes none. */
  readonly takes: string;
  readonly does: string;
  /** The words after the command. */
  readonly run: (state: ExplorerState, words: readonly string[]) => Outcome;
  /** What may be meant by the word after these. */
  readonly words?: (state: ExplorerState, before: readonly string[], word: string) => readonly string[];
}

const TAB_WORDS = TABS.map(({ id }) => id);

export const COMMAND_TABLE: readonly ExplorerCommand[] = [
  {
    names: ['trace', 'walk', 'explore'],
    takes: 'NAME [TYPE]',
    does: 'walk for another name, with options as in the shell (--tcp …) and @SERVER to ask as well; a name with a dot in it needs no command before it',
    run: walkedFor,
    words: walkWords,
  },
  {
    names: ['type'],
    takes: 'TYPE',
    does: 'walk for the same name with another type',
    run: typeAsked,
    words: (_, before) => (before.length === 0 ? typeWords() : []),
  },
  {
    names: ['again'],
    takes: '',
    does: 'walk for the same question again',
    run: (state) => (state.shown ? askingAgain(state) : { error: NOTHING_ASKED }),
  },
  { names: ['back'], takes: '', does: 'to the walk before', run: (state) => gone(state, 'back') },
  { names: ['forward'], takes: '', does: 'to the walk after', run: (state) => gone(state, 'forward') },
  {
    names: ['tab'],
    takes: 'TAB',
    does: `open a tab of the detail pane: ${TAB_WORDS.join(' ')}`,
    run: tabOpened,
    words: (_, before) => (before.length === 0 ? TAB_WORDS : []),
  },
  {
    names: ['set'],
    takes: 'OPTION VALUE',
    does: 'how the next walks ask: minimise on, transport tcp …',
    run: setOption,
    words: setWords,
  },
  {
    names: ['options'],
    takes: '',
    does: 'the menu of these options',
    run: (state) => openMenu(state, 'options'),
  },
  {
    names: ['lab'],
    takes: '[WORLD]',
    does: 'to a world of the lab and its question, or the menu of the worlds',
    run: wentToWorld,
    words: ({ worlds }, before) => (before.length === 0 ? (worlds ?? []).map(({ name }) => name) : []),
  },
  {
    names: ['save'],
    takes: 'FILE',
    does: `write the run to a file: ${Object.keys(SAVED_FORMS)
      .map((form) => `.${form}`)
      .join(' ')}`,
    run: savedTo,
  },
  { names: ['keys'], takes: '', does: 'what the keys do', run: (state) => reading(state, 'help') },
  { names: ['help'], takes: '', does: 'these commands', run: (state) => reading(state, 'commands') },
  { names: ['quit', 'q', 'exit'], takes: '', does: 'leave', run: (state) => ({ ...state, exitStatus: 0 }) },
];

const NOTHING_ASKED = 'Nothing is asked yet: trace NAME [TYPE] asks.';

function reading(state: ExplorerState, kind: 'help' | 'commands'): ExplorerState {
  return { ...state, page: { about: { kind }, scroll: 0 } };
}

function walkedFor(state: ExplorerState, words: readonly string[]): Outcome {
  const read = readWalkWords(words, state.wishes);
  return 'error' in read ? read : asking({ ...state, wishes: read.wishes }, read.name, read.type);
}

function typeAsked(state: ExplorerState, [type, ...more]: readonly string[]): Outcome {
  if (type === undefined || more.length > 0) return { error: 'type takes one record type: AAAA, MX, TXT …' };
  return state.shown ? asking(state, state.shown.name, type) : { error: NOTHING_ASKED };
}

function tabOpened(state: ExplorerState, [word, ...more]: readonly string[]): Outcome {
  const tab = TAB_WORDS.find((id) => id === word?.toLowerCase());
  if (tab === undefined || more.length > 0) return { error: `tab takes one of ${TAB_WORDS.join(' ')}` };
  if (state.survey) return { error: 'A survey has no tabs: choose a hop first.' };
  return {
    ...state,
    detail: { ...state.detail, tab },
    scroll: { ...state.scroll, message: 0 },
    prompt: null,
  };
}

/** The worlds are read when they are first asked for: until then there is only the menu to show them. */
function wentToWorld(state: ExplorerState, [name, ...more]: readonly string[]): Outcome {
  if (name === undefined || state.worlds === null) return openedWorlds(state);
  const world = state.worlds.find((each) => each.name === name);
  if (!world || more.length > 0) return { error: `There is no world "${name}": lab shows them all` };
  if ('error' in world) return { error: `The world ${name} cannot be used: ${world.error}` };
  return asking(state, world.question.name, world.question.type, world.name);
}

/** The input line for names of files takes over: it knows what may be wrong with one. */
function savedTo(state: ExplorerState, words: readonly string[]): Outcome {
  const opened = askedWhereToSave(state);
  if (!opened.prompt || words.length === 0) return opened;
  const prompt = { ...EMPTY_PROMPT, purpose: 'save', before: words.join(' ') } as const;
  return savedAs({ ...state, prompt }, prompt);
}
