/**
 * The menu of places to walk in: the worlds of the lab, each with a question of its own, and the real Internet.
 */

import type { Menu } from '../menu/menu.ts';
import type { PlaceEntry } from '../session.ts';
import { asking, type ExplorerState } from '../state.ts';
import { wishing } from '../wish/wish.ts';

export function worldsMenu(state: ExplorerState): Menu {
  const worlds = state.worlds ?? [];
  const isReal = state.place === null;
  return {
    title: 'Lab worlds',
    intro: 'Small Internets on this machine, each with a story. Enter goes there and asks its question.',
    nothing: state.worlds === null ? 'Reading the worlds …' : 'There are no worlds here.',
    rows: [
      ...worlds.map(({ name, title, story }) => ({
        label: name,
        value: '',
        detail: story,
        about: name === state.place ? `${title} (you are here)` : title,
        isMarked: name === state.place,
      })),
      ...(worlds.length === 0 ? [] : [realRow(isReal)]),
    ],
    entered: (row) => entered(state, worlds[row]),
    turned: (row) => {
      const world = worlds[row];
      return world ? { ...state, page: { about: { kind: 'world', world }, scroll: 0 } } : state;
    },
  };
}

function realRow(isHere: boolean): Menu['rows'][number] {
  const about = `the real Internet: its root servers are asked${isHere ? ' (you are here)' : ''}`;
  return { label: '(no lab)', value: '', about, detail: '', isMarked: isHere };
}

function entered(state: ExplorerState, world: PlaceEntry | undefined): ExplorerState {
  const closed = { ...state, menu: null, place: world?.name ?? null };
  if (world) return asking(closed, world.question.name, world.question.type);
  // The name in the lab may mean nothing outside: it is typed anew.
  return { ...closed, prompt: { purpose: 'question', before: '', after: '', error: null } };
}

/** Opens the menu; the worlds are read once. */
export function openedWorlds(state: ExplorerState): ExplorerState {
  const chosen = Math.max(
    0,
    (state.worlds ?? []).findIndex(({ name }) => name === state.place),
  );
  const opened: ExplorerState = { ...state, menu: { name: 'worlds', chosen } };
  return state.worlds === null ? wishing(opened, { kind: 'worlds' }) : opened;
}
