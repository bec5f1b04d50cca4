/**
 * A question as it is typed: a name, and a type after it.
 */

import type { ExplorerState } from '../state.ts';
import { seenNames } from './seen-names.ts';
import { typeWords } from './type-words.ts';

/** What the text asks for: `name [TYPE]`; without a type, the usual one of such a name. */
export function questionOf(
  text: string,
): { readonly name: string; readonly type: string } | { readonly error: string } {
  const [name, type = '', ...more] = text.trim().split(/\s+/);
  if (name === undefined || name === '') return { error: 'Type a name, and a type after it if it is not A.' };
  if (more.length > 0)
    return { error: 'One name and one type, please: what follows them is not understood.' };
  return { name, type };
}

/** A name is offered once a part of it is typed: there are too many. */
export function questionWords(
  state: ExplorerState,
  before: readonly string[],
  word: string,
): readonly string[] {
  if (before.length === 0) return word === '' ? [] : seenNames(state);
  return before.length === 1 ? typeWords() : [];
}
