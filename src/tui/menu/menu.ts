/**
 * A menu over the panes: rows of which one is chosen. What the rows are and what the keys do with one is the matter of
 * each menu.
 */

import { optionsMenu } from '../options/options-menu.ts';
import type { ExplorerState } from '../state.ts';
import { worldsMenu } from '../worlds/worlds-menu.ts';
import { clamp } from '../drawing/layout.ts';

export type MenuName = 'options' | 'worlds';

export interface OpenMenu {
  readonly name: MenuName;
  readonly chosen: number;
  /** What was typed to narrow it; undefined where letters are keys. */
  readonly filter?: string;
}

export interface MenuRow {
  readonly label: string;
  readonly value: string;
  readonly about: string;
  /** What there is to say of the chosen row, under all of them. */
  readonly detail: string;
  /** Rows of one group stand together, under its name. */
  readonly group?: string;
  /** Not as usual, or the present one. */
  readonly isMarked: boolean;
}

export interface Menu {
  readonly title: string;
  /** What Enter does, above the rows. */
  readonly intro: string;
  readonly rows: readonly MenuRow[];
  /** Where there are no rows: why. */
  readonly nothing: string;
  /** Enter on a row. */
  readonly entered: (row: number) => ExplorerState;
  /** The arrows or Space on a row. */
  readonly turned: (row: number, step: 1 | -1) => ExplorerState;
}

export function menuOf(state: ExplorerState, name: MenuName): Menu {
  return name === 'options' ? optionsMenu(state) : worldsMenu(state);
}

export function openMenu(state: ExplorerState, name: MenuName): ExplorerState {
  return { ...state, menu: { name, chosen: 0 } };
}

/** With other letters to narrow it, and the first row that is left chosen. */
export function narrowed(state: ExplorerState, change: (filter: string) => string): ExplorerState {
  const { menu } = state;
  if (menu?.filter === undefined) return state;
  return { ...state, menu: { ...menu, chosen: 0, filter: change(menu.filter).slice(0, LONGEST_FILTER) } };
}

const LONGEST_FILTER = 60;

export type MenuCommand = 'menu-enter' | 'menu-right' | 'menu-left';

export function movedInMenu(state: ExplorerState, menu: OpenMenu, lines: number): ExplorerState {
  const last = menuOf(state, menu.name).rows.length - 1;
  return { ...state, menu: { ...menu, chosen: clamp(menu.chosen + lines, 0, Math.max(0, last)) } };
}

export function appliedMenu(state: ExplorerState, command: MenuCommand): ExplorerState {
  if (!state.menu) return state;
  const { name, chosen } = state.menu;
  const menu = menuOf(state, name);
  if (menu.rows[chosen] === undefined) return state;
  if (command === 'menu-enter') return menu.entered(chosen);
  return menu.turned(chosen, command === 'menu-right' ? 1 : -1);
}
