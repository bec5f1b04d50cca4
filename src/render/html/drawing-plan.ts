/**
 * What of a trace a page has room for. A browser takes some thousand fields with ease and some hundred thousand badly,
 * and a walk may have more: what is left out is named where it would stand, and the JSON document has it all.
 */

import { SECTIONS, type Message } from '../../message/message.ts';
import type { Hop } from '../../resolver/events.ts';
import type { Trace } from '../trace.ts';

export interface DrawingPlan {
  /** The messages whose octets are drawn, each with its fields. */
  readonly drawn: ReadonlySet<Uint8Array>;
  /** The replies whose records are listed. */
  readonly listed: ReadonlySet<Message>;
}

/** All octets on one page; each is some 150 characters of it. */
const MOST_OCTETS = 25_000;
/** All records of all replies. */
const MOST_LISTED_RECORDS = 5000;
/** One message. */
const LONGEST_MESSAGE = 4096;
/** Records in one table. */
export const MOST_RECORDS = 100;
/** Hops in one list. */
export const MOST_HOPS = 500;
/** Findings or the like under one hop. */
export const MOST_NOTES = 50;

/** First come, first drawn; replies before queries, and the surveys last. */
export function drawingPlan({ hops, warm }: Trace): DrawingPlan {
  const all = [...hops, ...(warm?.hops ?? [])].toSorted((a, b) => rankOf(a) - rankOf(b));
  const messages = [...all.map(({ reply }) => reply), ...all.map(({ query }) => query)];
  const drawn = new Set<Uint8Array>();
  let octets = 0;
  for (const message of messages) {
    if (!message || message.length > LONGEST_MESSAGE || octets + message.length > MOST_OCTETS) continue;
    octets += message.length;
    drawn.add(message);
  }
  const listed = new Set<Message>();
  let records = 0;
  for (const { message } of all) {
    if (!message) continue;
    records += SECTIONS.reduce((sum, section) => sum + Math.min(message[section].length, MOST_RECORDS), 0);
    if (records > MOST_LISTED_RECORDS) break;
    listed.add(message);
  }
  return { drawn, listed };
}

function rankOf({ purpose }: Hop): number {
  return purpose === 'survey' ? 1 : 0;
}

/** A list that may be too long: what is shown of it, and a line on what is not. */
export function cut<T>(all: readonly T[], most: number, what: string): { shown: readonly T[]; more: string } {
  const left = all.length - most;
  if (left <= 0) return { shown: all, more: '' };
  return {
    shown: all.slice(0, most),
    more: `and ${left} more ${what}: the JSON document of the trace has them`,
  };
}

/** What `cut` has left out, as a paragraph; nothing where it was nothing. */
export function moreHtml(more: string): string {
  return more === '' ? '' : `<p class="more">${more}</p>`;
}
