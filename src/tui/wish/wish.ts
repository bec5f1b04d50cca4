/**
 * What the explorer is to do outside of its state, once: copy a text, write a file, fetch what is to be read, stop. The
 * reducer only wishes; explorer.tsx grants it, and the answer comes back as an action.
 */

import type { ExplorerState } from '../state.ts';
import type { SavedForm } from './saved-run.ts';

export type Wish =
  /** To the clipboard of the terminal; `what` says in words what it is. */
  | { readonly kind: 'copy'; readonly text: string; readonly what: string }
  | {
      readonly kind: 'save';
      readonly path: string;
      readonly form: SavedForm;
      /** A file that is there already is replaced. */
      readonly mayReplace: boolean;
    }
  /** Whether these can be asked there: addresses, or names that have one. */
  | { readonly kind: 'check-servers'; readonly servers: readonly string[]; readonly place: string | null }
  /** The list of the lab worlds. */
  | { readonly kind: 'worlds' }
  /** Pages of `rootwalk explain`, by their names. */
  | { readonly kind: 'explain'; readonly topics: readonly string[] }
  /** For a while, as a job of the shell. */
  | { readonly kind: 'stop' }
  /** What dns-packet makes of a message. */
  | { readonly kind: 'second-opinion'; readonly octets: Uint8Array };

/** Two wishes for the same are told apart by their serials. */
export interface NumberedWish {
  readonly serial: number;
  readonly wish: Wish;
}

export function wishing(state: ExplorerState, wish: Wish): ExplorerState {
  return { ...state, wish: { serial: (state.wish?.serial ?? 0) + 1, wish } };
}
