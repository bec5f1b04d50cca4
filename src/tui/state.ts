/**
 * Everything the explorer knows, as one value: the walk, and what the person at the keyboard did to the
 * screen. What must happen outside (start a walk, stop it, leave) is read from it too: see `asked`, `phase`
 * and `exitStatus`.
 */

import type { Detail } from './detail/detail-tabs.ts';
import type { Survey, SurveyRow } from '../resolver/events.ts';
import type { NumberedWish } from './wish/wish.ts';
import { pathRows, rowOf, type PathRow, type PathView } from './walk/path-view.ts';
import type { HopEntry, WalkState } from './walk/walk-state.ts';
import type { KeyBinding, Mode } from './keys/key-table.ts';
import type { Pane, WindowSize } from './drawing/layout.ts';
import type { FinishedRun } from './difference/runs.ts';
import type { OpenMenu } from './menu/menu.ts';
import type { PlaceHabits, WalkWishes } from './options/walk-wishes.ts';
import type { BrokenPlace, PlaceEntry, WalkRequest } from './session.ts';
import type { History } from './prompt/history.ts';
import type { CauseChoice, ChosenSurvey } from './choices.ts';
import type { OpenPage } from './page/page.ts';
import type { LinkChoice } from './links/link-choice.ts';
import type { Prompt } from './prompt/prompt.ts';
import type { Tone } from './drawing/styled-line.ts';
import type { Timeline } from './time/timeline.ts';
import type { Visits } from './visits/visits.ts';

/** A walk that was asked for; the number tells it from an earlier one for the same name. */
export interface Asked extends WalkRequest {
  readonly serial: number;
}

/** The first row of a survey, not opened. */
export const FIRST_ROW = { row: 0, isRowOpen: false, exchange: 0, isExchangeOpen: false } as const;

/** One line at the bottom of the screen. */
export interface Notice {
  readonly text: string;
  readonly tone: Tone;
}

export interface ExplorerState {
  readonly title: string;
  /** What the keys mean. */
  readonly keys: readonly KeyBinding[];
  /** The mouse is the explorer's, and not the terminal's to select text with. */
  readonly hasMouse: boolean;
  /** How often the whole screen was to be drawn again. */
  readonly redraws: number;
  readonly size: WindowSize;
  /** The last walk that was asked for. */
  readonly asked: Asked | null;
  /** The number of the last walk that was ever asked for, refused ones and those that one went back from as well. */
  readonly lastSerial: number;
  /** The walk that is on the screen. */
  readonly shown: Asked | null;
  /** The number of the walk that is listened to; events of other walks come too late. Null after going back. */
  readonly heardOf: number | null;
  /** The walks before the one on the screen, and those that one came back from. */
  readonly visits: Visits;
  /** What the walk said so far, and up to where it is on the screen. */
  readonly timeline: Timeline;
  /** The walk at the moment that is on the screen, and what became of it until then. */
  readonly phase: 'idle' | 'walking' | 'cancelled' | 'ended';
  readonly walk: WalkState;
  readonly focus: Pane;
  /** The message, or the survey, has the whole screen. */
  readonly expanded: boolean;
  /** The hop chosen by hand; null: always the newest. */
  readonly chosen: number | null;
  /** Set: not a hop but a survey is chosen. */
  readonly survey: ChosenSurvey | null;
  /** Which hops are listed. */
  readonly path: PathView;
  readonly causes: CauseChoice;
  /** What the detail pane shows of the chosen hop; kept from walk to walk. */
  readonly detail: Detail;
  /** The first line shown of what scrolls. */
  readonly scroll: Readonly<Record<'computer' | 'message', number>>;
  /** The name or address in a pane that Enter goes to. */
  readonly link: LinkChoice | null;
  readonly prompt: Prompt | null;
  readonly history: History;
  /** Names that the session knows of beforehand, to complete with. */
  readonly names: readonly string[];
  /** What is read over all panes. */
  readonly page: OpenPage | null;
  readonly menu: OpenMenu | null;
  /** How the next walk asks, and in which lab world; null: not in the lab. */
  readonly wishes: WalkWishes;
  readonly place: string | null;
  /** How walks ask in the places where one has been, unless it is chosen otherwise. */
  readonly placeHabits: ReadonlyMap<string | null, PlaceHabits>;
  /** The worlds that one can go to; null before they were read. */
  readonly worlds: readonly (PlaceEntry | BrokenPlace)[] | null;
  /** The last runs, the newest first, one for each question; and that of them that the one on the screen is held against. */
  readonly runs: readonly FinishedRun[];
  readonly before: FinishedRun | null;
  /** What was done or went wrong, in one line, until the next key. */
  readonly notice: Notice | null;
  /** What is to be done outside, once. */
  readonly wish: NumberedWish | null;
  /** Set: nothing can be asked but the first question, and why. */
  readonly closed: string | null;
  /** What was looked for last, and the line in which it was found. */
  readonly find: string | null;
  readonly foundAt: number | null;
  /** Set: the explorer is to end. */
  readonly exitStatus: number | null;
}

export const UNTOUCHED_CAUSES: CauseChoice = { chosen: 0, opened: null, areAllShown: false };

export const TOP = { computer: 0, message: 0 } as const;

export function modeOf(state: ExplorerState): Mode {
  if (state.prompt) return 'prompt';
  if (state.page) return 'page';
  if (state.menu) return state.menu.filter === undefined ? 'menu' : 'list';
  return 'browse';
}

/** The hops that are listed: not those in a fold, nor those that the filter hides. */
export function visibleRows({ walk, path }: ExplorerState): readonly PathRow[] {
  return pathRows(walk, path);
}

/** Where the chosen hop or survey stands in the list; -1 where there is none. */
export function chosenIndex(state: ExplorerState): number {
  const { walk, chosen, survey } = state;
  const rows = visibleRows(state);
  if (survey) return rows.length + survey.place;
  // At an earlier moment, the chosen hop may not be known yet.
  const isKnown = chosen !== null && walk.hops.some(({ hop }) => hop.id === chosen);
  const place = rowOf(walk.hops, rows, isKnown ? chosen : walk.newest);
  return place === -1 ? Math.min(0, rows.length - 1) : place;
}

/** The hop that is read: of the walk, or where a survey is chosen, its opened exchange. */
export function chosenEntry(state: ExplorerState): HopEntry | null {
  const { survey } = state;
  if (!survey) return visibleRows(state)[chosenIndex(state)]?.entry ?? null;
  return survey.isExchangeOpen ? (rowExchanges(state)[survey.exchange] ?? null) : null;
}

/** What a hop is called: its place in the whole walk. */
export function hopNumber({ walk }: ExplorerState, { hop }: HopEntry): number {
  return walk.hops.findIndex((entry) => entry.hop.id === hop.id) + 1;
}

export function chosenSurvey({ walk, survey }: ExplorerState): Survey | null {
  return survey ? (walk.surveys[survey.place] ?? null) : null;
}

/** The row of a survey that is open. */
export function openRow(state: ExplorerState): SurveyRow | undefined {
  return state.survey?.isRowOpen ? chosenSurvey(state)?.rows[state.survey.row] : undefined;
}

/** The exchanges behind the open row. */
export function rowExchanges(state: ExplorerState): readonly HopEntry[] {
  const row = openRow(state);
  return row ? state.walk.surveyHops.filter(({ hop }) => row.hops.includes(hop.id)) : [];
}

/** True where the exchanges of a row are listed, to choose one. */
export function areExchangesListed({ survey }: ExplorerState): boolean {
  return survey !== null && survey.isRowOpen && !survey.isExchangeOpen;
}

/** True where the rows of a survey are on the screen, to choose one. */
export function isMatrixOpen({ expanded, survey }: ExplorerState): boolean {
  return expanded && survey !== null && !survey.isRowOpen;
}
