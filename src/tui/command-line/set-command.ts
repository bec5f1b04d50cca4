/**
 * `set`: how the next walks ask, in the words of the menu of options.
 */

import { nearest } from '../../message/nearest-word.ts';
import { habitsHere } from '../options/options-menu.ts';
import { WALK_OPTIONS, withValue, wordOf, type WalkOption } from '../options/walk-wishes.ts';
import type { ExplorerState } from '../state.ts';

export function setOption(
  state: ExplorerState,
  [name = '', word, ...more]: readonly string[],
): ExplorerState | { readonly error: string } {
  const option = WALK_OPTIONS.find((each) => nameOf(each) === name.toLowerCase());
  if (!option) return { error: unknownText(name) };
  const found = option.values.find(([value]) => wordFor(value) === word?.toLowerCase());
  if (!found || more.length > 0)
    return { error: `set ${nameOf(option)} takes ${valueWords(option).join(' or ')}` };
  const habits = habitsHere(state);
  const wishes = withValue(option, state.wishes, found[0], habits);
  const text = `${option.label}: ${wordOf(option, wishes, habits)}, from the next walk on; r walks again`;
  return { ...state, wishes, notice: { text, tone: 'plain' } };
}

export function setWords(_state: ExplorerState, before: readonly string[]): readonly string[] {
  if (before.length === 0) return WALK_OPTIONS.map(nameOf);
  const option = WALK_OPTIONS.find((each) => nameOf(each) === before[0]!.toLowerCase());
  return option && before.length === 1 ? valueWords(option) : [];
}

/** `mixCase` is typed `mix-case`. */
function nameOf({ name }: WalkOption): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function valueWords({ values }: WalkOption): string[] {
  return values.map(([value]) => wordFor(value));
}

function wordFor(value: WalkOption['values'][number][0]): string {
  if (typeof value === 'string') return value;
  return value ? 'on' : 'off';
}

function unknownText(name: string): string {
  const names = WALK_OPTIONS.map(nameOf);
  const near = nearest(name, names);
  return near === undefined
    ? `set takes one of ${names.join(' ')}`
    : `There is no ${name}; did you mean ${near}?`;
}
