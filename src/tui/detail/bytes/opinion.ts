/**
 * When dns-packet is asked for its reading of a message: once the tab of the octets shows it, and not before, since
 * loading it takes time. Asked for as a wish; what it says comes back as an action. Pure.
 */

import type { SecondOpinion } from '../../../render/dissection.ts';
import type { ExplorerState } from '../../state.ts';
import { wishing } from '../../wish/wish.ts';
import { isShowingFields } from './byte-choice.ts';
import { shownMessage } from './shown-message.ts';

export interface AskedOpinion {
  /** The message that it is about. */
  readonly of: Uint8Array;
  /** Null until it comes. */
  readonly opinion: SecondOpinion | null;
}

/** The state with the opinion asked for, where the octets on the screen want one. */
export function wantingOpinion(state: ExplorerState): ExplorerState {
  if (!isShowingFields(state)) return state;
  const { octets } = shownMessage(state)!;
  if (state.detail.opinion?.of === octets || octets.length === 0) return state;
  const detail = { ...state.detail, opinion: { of: octets, opinion: null } };
  return wishing({ ...state, detail }, { kind: 'second-opinion', octets });
}

/** One that comes too late is about a message that is no longer shown. */
export function withOpinion(state: ExplorerState, of: Uint8Array, opinion: SecondOpinion): ExplorerState {
  if (state.detail.opinion?.of !== of) return state;
  return { ...state, detail: { ...state.detail, opinion: { of, opinion } } };
}

/** What is known of the message on the screen. */
export function opinionShown(state: ExplorerState): SecondOpinion | null {
  const { opinion } = state.detail;
  return opinion !== null && opinion.of === shownMessage(state)?.octets ? opinion.opinion : null;
}
