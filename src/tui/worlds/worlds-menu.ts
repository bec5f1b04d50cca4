/**
 * The menu of places to walk in: the worlds of the lab, each with a question of its own, and the real Internet. Letters
 * narrow it.
 */

import { asking } from '../asking.ts';
import type { Menu, MenuRow } from '../menu/menu.ts';
import { EMPTY_PROMPT } from '../prompt/prompt.ts';
import type { BrokenPlace, PlaceEntry } from '../session.ts';
import type { ExplorerState } from '../state.ts';
import { wishing } from '../wish/wish.ts';
import { shownText } from './world-lines.ts';

/** A world, one that cannot be used, or none: the real Internet. */
type Place = PlaceEntry | BrokenPlace | null;

export function worldsMenu(state: ExplorerState): Menu {
  const filter = state.menu?.filter ?? '';
  const places = placesOf(state).filter((place) => isMatching(searchedText(place), filter));
  const nothing = filter === '' ? 'There are no worlds here.' : 'No world has that in its name or title.';
  return {
    title: 'Lab worlds',
    intro:
      'Small Internets on this machine, each with a story. Enter goes there and asks its question; letters narrow the list.',
    nothing: state.worlds === null ? 'Reading the worlds …' : nothing,
    rows: places.map((place) => rowOf(place, state.place)),
    entered: (row) => entered(state, places[row]!),
    turned: (row) => read(state, places[row]!),
  };
}

/** In the order of the groups, each as it was listed: by name. */
function placesOf({ worlds }: ExplorerState): readonly Place[] {
  if (worlds === null || worlds.length === 0) return [];
  const all: readonly Place[] = [...worlds, null];
  return GROUPS.flatMap((group) => all.filter((place) => groupOf(place) === group));
}

const GROUPS = [
  'without findings',
  'with findings on the walk',
  'this computer says otherwise',
  'cannot be used',
  'outside of the lab',
] as const;

function groupOf(place: Place): (typeof GROUPS)[number] {
  if (place === null) return GROUPS[4];
  if ('error' in place) return GROUPS[3];
  if (place.causes.length > 0) return GROUPS[2];
  return place.findings.length > 0 ? GROUPS[1] : GROUPS[0];
}

const REAL = { name: '(no lab)', title: 'the real Internet: its root servers are asked' };

function searchedText(place: Place): string {
  if (place === null) return `${REAL.name} ${REAL.title}`;
  return `${place.name} ${'error' in place ? '' : place.title}`;
}

/** Every word of the filter stands somewhere in the text. */
function isMatching(text: string, filter: string): boolean {
  const words = filter.toLowerCase().split(/\s+/);
  return words.every((word) => text.toLowerCase().includes(word));
}

function rowOf(place: Place, here: string | null): MenuRow {
  const group = groupOf(place);
  const isMarked = (place?.name ?? null) === here;
  const { name: label } = place ?? REAL;
  if (place && 'error' in place)
    return { label, value: '', about: place.error, detail: place.error, isMarked, group };
  const { title } = place ?? REAL;
  const about = isMarked ? `${title} (you are here)` : title;
  return { label, value: '', about, detail: place ? shownText(place) : '', isMarked, group };
}

function entered(state: ExplorerState, place: Place): ExplorerState {
  if (place && 'error' in place) return sayingBroken(state, place);
  const closed = { ...state, menu: null };
  if (place) return asking(closed, place.question.name, place.question.type, place.name);
  // The name in the lab may mean nothing outside: it is typed anew, and until then one stays where one is.
  return { ...closed, prompt: { ...EMPTY_PROMPT, place: null } };
}

function read(state: ExplorerState, place: Place): ExplorerState {
  if (place && 'error' in place) return sayingBroken(state, place);
  return place ? { ...state, page: { about: { kind: 'world', world: place }, scroll: 0 } } : state;
}

function sayingBroken(state: ExplorerState, { name, error }: BrokenPlace): ExplorerState {
  return { ...state, notice: { text: `The world ${name} cannot be used: ${error}`, tone: 'bad' } };
}

/** Opens the menu; the worlds are read once. */
export function openedWorlds(state: ExplorerState): ExplorerState {
  const opened = atThePlace({ ...state, prompt: null });
  return state.worlds === null ? wishing(opened, { kind: 'worlds' }) : opened;
}

/** The whole menu, with the place where one is chosen. */
export function atThePlace(state: ExplorerState): ExplorerState {
  const chosen = placesOf(state).findIndex((place) => (place?.name ?? null) === state.place);
  // Who is outside wants to go in.
  const isInLab = state.place !== null && chosen !== -1;
  return { ...state, menu: { name: 'worlds', chosen: isInLab ? chosen : 0, filter: '' } };
}
