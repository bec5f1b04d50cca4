/**
 * What is read over all panes, one at a time: the help, and whatever else is a text of its own. A page has a title and
 * lines; it scrolls, and Esc closes it.
 */

import { commandLines } from '../command-line/command-help.ts';
import type { Area } from '../drawing/layout.ts';
import { differenceLines } from '../difference/difference-lines.ts';
import type { PlaceEntry } from '../session.ts';
import { lineOf, type Line } from '../drawing/styled-line.ts';
import { helpLines } from '../keys/help-lines.ts';
import { worldLines } from '../worlds/world-lines.ts';
import type { ExplorerState } from '../state.ts';

/** Which page, and what it is about; its first line on the screen. */
export interface OpenPage {
  readonly about: PageAbout;
  readonly scroll: number;
}

export type PageAbout =
  | { readonly kind: 'help' }
  /** What a lab world is about. */
  | { readonly kind: 'world'; readonly world: PlaceEntry }
  /** This run against the one before. */
  | { readonly kind: 'difference' }
  /** What the command line takes. */
  | { readonly kind: 'commands' }
  /** Pages of `rootwalk explain`. */
  | { readonly kind: 'explanation'; readonly text: string };

interface PageText {
  readonly title: string;
  readonly lines: readonly Line[];
}

export function pageText(state: ExplorerState, about: PageAbout, { columns }: Area): PageText {
  switch (about.kind) {
    case 'help':
      return { title: 'Keys', lines: helpLines(columns, state.keys) };
    case 'world':
      return { title: `Lab world: ${about.world.name}`, lines: worldLines(about.world, columns) };
    case 'difference':
      return { title: 'Against the run before', lines: differenceLines(state, columns) };
    case 'commands':
      return { title: 'Commands', lines: commandLines(columns) };
    case 'explanation':
      return {
        title: 'Explained',
        lines: about.text
          .trimEnd()
          .split('\n')
          .map((line) => lineOf(line)),
      };
  }
}

export function openPage(state: ExplorerState, about: PageAbout): ExplorerState {
  return { ...state, page: { about, scroll: 0 } };
}
