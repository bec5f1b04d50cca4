/**
 * The tabs of the detail pane: which there are, which one is open, and which field is chosen in the tab of the octets.
 */

import type { AskedOpinion } from './bytes/opinion.ts';

export const TABS = [
  { id: 'why', title: 'Why', shows: 'why this server, what it said, what comes next' },
  { id: 'message', title: 'Message', shows: 'the reply and the query by section' },
  { id: 'bytes', title: 'Bytes', shows: 'each field of a message and its octets' },
  { id: 'layers', title: 'Layers', shows: 'the headers around the query and the reply' },
  { id: 'state', title: 'State', shows: 'what the resolver knows: step, servers, cache' },
  { id: 'servers', title: 'Servers', shows: 'the servers of the zone, what each said' },
  { id: 'raw', title: 'Raw', shows: 'all octets of the reply and the query' },
] as const;

export type Tab = (typeof TABS)[number]['id'];

/** Where one is among the fields of a message. */
export interface FieldChoice {
  /** The message; of any other octets the choice says nothing. */
  readonly of: Uint8Array | null;
  readonly field: number;
  /** The octet that is looked at: the first of the field until one moves by octets. */
  readonly octet: number;
  /** The fields from which pointers were followed, the last one last. */
  readonly trail: readonly number[];
}

export interface Detail {
  readonly tab: Tab;
  readonly fields: FieldChoice;
  /** The message of the hop that was asked for by hand; of any other hop it says nothing. */
  readonly message: Uint8Array | null;
  /** What dns-packet was asked last. */
  readonly opinion: AskedOpinion | null;
}

export const FIRST_DETAIL: Detail = {
  tab: 'message',
  fields: { of: null, field: 0, octet: 0, trail: [] },
  message: null,
  opinion: null,
};

/** The tab that stands so many places further, round the end. */
export function tabBeside(tab: Tab, step: 1 | -1): Tab {
  const place = TABS.findIndex(({ id }) => id === tab);
  return TABS.at((place + step) % TABS.length)!.id;
}

/**
 * ` Why [Message] Bytes `: the open one in brackets; none moves when another is opened. Where there is too little room
 * for all, `[Message] 2 of 5`.
 */
export function tabBar(open: Tab, columns: number): string {
  if (hasRoomForAll(columns)) return TABS.map((tab) => tabText(tab, open)).join('');
  const place = TABS.findIndex(({ id }) => id === open);
  return `[${TABS[place]!.title}] ${place + 1} of ${TABS.length}`;
}

/** The tab in that column of the bar; where only the open one is shown, the next. */
export function tabAt(open: Tab, columns: number, column: number): Tab | null {
  if (column < 0 || column >= tabBar(open, columns).length) return null;
  if (!hasRoomForAll(columns)) return tabBeside(open, 1);
  let to = 0;
  const tab = TABS.find((each) => column < (to += tabText(each, open).length));
  return tab?.id ?? null;
}

function hasRoomForAll(columns: number): boolean {
  const all = TABS.reduce((sum, { title }) => sum + title.length + 2, 0);
  return all + MARGIN_COLUMNS <= columns;
}

function tabText({ id, title }: (typeof TABS)[number], open: Tab): string {
  return id === open ? `[${title}]` : ` ${title} `;
}

/** What a heading has around its title, with a note of some length. */
const MARGIN_COLUMNS = 24;
