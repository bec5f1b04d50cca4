/**
 * Finding a text in the pane that has the keys: upper and lower case are the same, the first match from where one is, and
 * round the end. Pure.
 */

import { choosingField, fieldChoice, isOnFields, shownFields } from '../detail/bytes/byte-choice.ts';
import { readingLines } from '../detail/reading-lines.ts';
import { computerLines } from '../computer/computer-lines.ts';
import { clamp, layoutOf } from '../drawing/layout.ts';
import type { Line } from '../drawing/styled-line.ts';
import { pageText } from '../page/page.ts';
import { EMPTY_PROMPT, promptText, type Prompt } from '../prompt/prompt.ts';
import { chosenEntry, hopNumber, type ExplorerState } from '../state.ts';
import { hopText } from './hop-text.ts';

/** Opens the input line. */
export function askedWhatToFind(state: ExplorerState): ExplorerState {
  return { ...state, prompt: { ...EMPTY_PROMPT, purpose: 'find' } };
}

export function foundFirst(state: ExplorerState, prompt: Prompt): ExplorerState {
  const text = promptText(prompt);
  if (text.trim() === '')
    return { ...state, prompt: { ...prompt, error: 'Type what to find in this pane.' } };
  return found({ ...state, find: text, prompt: null }, 'here');
}

/** The next match, or the one before. */
export function foundNext(state: ExplorerState, step: 1 | -1): ExplorerState {
  if (state.find === null) return askedWhatToFind(state);
  return found(state, step);
}

function found(state: ExplorerState, step: 1 | -1 | 'here'): ExplorerState {
  const { texts, at, goTo } = searched(state);
  const wanted = state.find!.toLowerCase();
  const matches = texts.flatMap((text, place) => (text.toLowerCase().includes(wanted) ? [place] : []));
  if (matches.length === 0)
    return { ...state, notice: { text: `Not in this pane: ${state.find}`, tone: 'warning' } };
  const next = step === 'here' ? nearest(matches, at) : beside(matches, at, step);
  const text = `${matches.indexOf(next) + 1} of ${matches.length} lines with "${state.find}"; n next, N back`;
  return { ...goTo(next), notice: { text, tone: 'accent' } };
}

function nearest(matches: readonly number[], at: number): number {
  return matches.find((place) => place >= at) ?? matches[0]!;
}

function beside(matches: readonly number[], at: number, step: 1 | -1): number {
  if (step === 1) return matches.find((place) => place > at) ?? matches[0]!;
  return matches.findLast((place) => place < at) ?? matches.at(-1)!;
}

/** What is searched: the texts, where one is among them, and what it is to go to one. */
interface Searched {
  readonly texts: readonly string[];
  readonly at: number;
  readonly goTo: (place: number) => ExplorerState;
}

function searched(state: ExplorerState): Searched {
  const layout = layoutOf(state);
  if (state.page) {
    const { page } = state;
    const { lines } = pageText(state, page.about, layout.page);
    return scrolling(lines, page.scroll, state.foundAt, layout.page.rows, (scroll, foundAt) => ({
      ...state,
      foundAt,
      page: { ...page, scroll },
    }));
  }
  if (state.focus === 'hops') {
    const chosen = chosenEntry(state);
    const texts = state.walk.hops.map(hopText);
    const goTo = (place: number): ExplorerState => ({
      ...state,
      chosen: state.walk.hops[place]!.hop.id,
      survey: null,
      scroll: { ...state.scroll, message: 0 },
    });
    return { texts, at: chosen === null ? -1 : hopNumber(state, chosen) - 1, goTo };
  }
  const fields = isOnFields(state) ? shownFields(state) : null;
  if (fields) {
    const texts = fields.list.map(({ span: { label, value } }) => `${label} ${value}`);
    const goTo = (field: number): ExplorerState => choosingField(state, field);
    return { texts, at: fieldChoice(state).field, goTo };
  }
  const pane = state.focus === 'computer' ? 'computer' : 'message';
  const { columns, rows } = layout[pane];
  const lines = pane === 'computer' ? computerLines(state, columns) : readingLines(state, columns);
  return scrolling(lines, state.scroll[pane], state.foundAt, rows, (scroll, foundAt) => ({
    ...state,
    foundAt,
    scroll: { ...state.scroll, [pane]: scroll },
  }));
}

/** Lines that scroll: the match comes into the upper third. One is at the last match while it is on the screen. */
function scrolling(
  lines: readonly Line[],
  from: number,
  foundAt: number | null,
  rows: number,
  shown: (scroll: number, foundAt: number) => ExplorerState,
): Searched {
  const last = Math.max(0, lines.length - rows);
  const isSeen = foundAt !== null && foundAt >= from && foundAt < from + rows;
  return {
    texts: lines.map((line) => line.map(({ text }) => text).join('')),
    at: isSeen ? foundAt : from - 1,
    goTo: (place) => shown(clamp(place - Math.floor(rows / 3), 0, last), place),
  };
}
