/**
 * The messages of a hop that can be taken apart: the reply, the query, and the datagrams that were not taken for the
 * reply. The reply is shown first, or the query where none came.
 */

import type { RejectionReason } from '../../../transport/exchange.ts';
import { chosenEntry, type ExplorerState } from '../../state.ts';
import { isFinished, type HopEntry } from '../../walk/walk-state.ts';

export interface ShownMessage {
  /** `reply`, `query`, `ignored datagram 2`. */
  readonly title: string;
  readonly octets: Uint8Array;
  /** Why it was not taken for the reply. */
  readonly rejected: RejectionReason | null;
}

export function messagesOf({ hop }: HopEntry): ShownMessage[] {
  const query = { title: 'query', octets: hop.query, rejected: null };
  if (!isFinished(hop)) return [query];
  const { reply, rejected } = hop;
  return [
    ...(reply ? [{ title: 'reply', octets: reply, rejected: null }] : []),
    query,
    ...rejected.map(({ octets, reason }, i) => {
      const number = rejected.length === 1 ? '' : ` ${i + 1}`;
      return { title: `ignored datagram${number}`, octets, rejected: reason };
    }),
  ];
}

/** The one that was asked for by hand, while its hop is chosen; otherwise the first. */
export function shownMessage(state: ExplorerState): ShownMessage | null {
  const entry = chosenEntry(state);
  if (!entry) return null;
  const messages = messagesOf(entry);
  return messages.find(({ octets }) => octets === state.detail.message) ?? messages[0]!;
}

/** Turns to the next message of the chosen hop, round the end. */
export function withNextMessage(state: ExplorerState): ExplorerState {
  const entry = chosenEntry(state);
  const shown = shownMessage(state);
  if (!entry || !shown) return state;
  const messages = messagesOf(entry);
  const place = messages.findIndex(({ octets }) => octets === shown.octets);
  const next = messages[(place + 1) % messages.length]!;
  if (messages.length === 1)
    return { ...state, notice: { text: 'So far there is only the query.', tone: 'warning' } };
  return { ...state, detail: { ...state.detail, message: next.octets } };
}
