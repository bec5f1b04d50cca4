/**
 * The words after `trace`, as in the shell: a name, a type, the options of a walk, and servers to ask beside this computer.
 */

import { nearest } from '../../message/nearest-word.ts';
import { MOST_RESOLVERS } from '../options/typed-options.ts';
import { WALK_OPTIONS, type WalkWishes } from '../options/walk-wishes.ts';
import { questionOf, questionWords } from '../prompt/question.ts';
import type { ExplorerState } from '../state.ts';

interface WalkWords {
  readonly name: string;
  readonly type: string;
  readonly wishes: WalkWishes;
}

/** What is not said stays as it was for the walk before. */
export function readWalkWords(
  words: readonly string[],
  before: WalkWishes,
): WalkWords | { readonly error: string } {
  const flags = words.filter((word) => word.startsWith('-'));
  const servers = words.filter((word) => /^@./.test(word));
  const unknown = flags.find((flag) => !WISHES.has(flag));
  if (unknown !== undefined) return { error: unknownText(unknown) };
  const resolvers = [...new Set([...before.resolvers, ...servers.map((word) => word.slice(1))])];
  if (resolvers.length > MOST_RESOLVERS)
    return { error: `No more than ${MOST_RESOLVERS} resolvers are asked.` };
  const question = questionOf(words.filter((word) => !/^(-|@.)/.test(word)).join(' '));
  if ('error' in question) return question;
  const chosen = Object.fromEntries(flags.flatMap((flag) => Object.entries(WISHES.get(flag)!)));
  return { ...question, wishes: { ...before, ...chosen, resolvers } };
}

/** What may be meant by the word after these. */
export function walkWords(state: ExplorerState, before: readonly string[], word: string): readonly string[] {
  if (word.startsWith('-')) return [...WISHES.keys()];
  return questionWords(
    state,
    before.filter((each) => !/^[-@]/.test(each)),
    word,
  );
}

/** Each option of the shell with what it sets: the first value is the one without it. */
const WISHES: ReadonlyMap<string, Partial<WalkWishes>> = new Map(
  WALK_OPTIONS.flatMap(({ name, flag, values }) =>
    flag.split(', ').map((each, i) => [each, { [name]: values[i + 1]![0] }] as const),
  ),
);

function unknownText(word: string): string {
  const near = nearest(word, [...WISHES.keys()]);
  const hint = near === undefined ? `there are ${[...WISHES.keys()].join(' ')}` : `did you mean ${near}?`;
  return `The explorer has no option ${word}; ${hint}`;
}
