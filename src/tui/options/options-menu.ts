/**
 * The menu of how the next walk asks, each row with its option of the shell.
 */

import { askingAgain } from '../asking.ts';
import type { Menu } from '../menu/menu.ts';
import type { ExplorerState } from '../state.ts';
import { askedFor, TYPED_OPTIONS } from './typed-options.ts';
import { isOfPlace, PLAIN_WISHES, turned, WALK_OPTIONS, wordOf, type PlaceHabits } from './walk-wishes.ts';

export function optionsMenu(state: ExplorerState): Menu {
  const { wishes } = state;
  const habits = habitsHere(state);
  return {
    title: 'Options',
    intro: 'How the next walk asks, and the same in the shell. Enter walks with what stands here.',
    nothing: '',
    rows: [
      ...WALK_OPTIONS.map((option) => ({
        label: option.label,
        value: `${wordOf(option, wishes, habits)}${isOfPlace(option, wishes, habits) ? ' (this world)' : ''}`,
        about: option.flag,
        detail: option.about,
        isMarked: wishes[option.name] !== PLAIN_WISHES[option.name],
      })),
      ...TYPED_OPTIONS.map(({ label, text, usual, about, flag }) => ({
        label,
        value: text(wishes) || usual,
        about: flag,
        detail: about,
        isMarked: text(wishes) !== '',
      })),
    ],
    entered: () => askingAgain({ ...state, menu: null }),
    turned: (row, step) => {
      const option = WALK_OPTIONS[row];
      if (option) return { ...state, wishes: turned(option, wishes, step, habits) };
      const typed = TYPED_OPTIONS[row - WALK_OPTIONS.length];
      return typed ? askedFor(typed, state) : state;
    },
  };
}

/** How walks ask where one is, as far as one has been told. */
export function habitsHere({ placeHabits, place }: ExplorerState): PlaceHabits {
  return placeHabits.get(place) ?? {};
}
