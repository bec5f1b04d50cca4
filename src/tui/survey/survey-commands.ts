/**
 * What the keys do in an opened survey: choose a row, open it to its exchanges, one of them to its tabs, and back. Pure.
 */

import { clamp } from '../drawing/layout.ts';
import {
  areExchangesListed,
  chosenSurvey,
  FIRST_ROW,
  isMatrixOpen,
  rowExchanges,
  TOP,
  type ExplorerState,
} from '../state.ts';

/** Null where no survey is opened, or nothing in it can be chosen that way: pages scroll what a row says. */
export function movedInSurvey(state: ExplorerState, lines: number): ExplorerState | null {
  const { survey } = state;
  if (!survey) return null;
  if (isMatrixOpen(state)) {
    const last = (chosenSurvey(state)?.rows.length ?? 0) - 1;
    return last < 0 ? state : { ...state, survey: { ...survey, row: clamp(survey.row + lines, 0, last) } };
  }
  const isStep = Math.abs(lines) === 1 || !Number.isFinite(lines);
  if (!areExchangesListed(state) || !isStep) return null;
  const last = Math.max(0, rowExchanges(state).length - 1);
  return { ...state, survey: { ...survey, exchange: clamp(survey.exchange + lines, 0, last) }, scroll: TOP };
}

/** Null where no survey is opened. */
export function openedInSurvey(state: ExplorerState): ExplorerState | null {
  const { survey } = state;
  if (!survey || !state.expanded) return null;
  if (isMatrixOpen(state)) {
    if (chosenSurvey(state)?.rows[survey.row] === undefined) return state;
    return { ...state, survey: { ...survey, isRowOpen: true, exchange: 0 }, scroll: TOP };
  }
  if (!areExchangesListed(state) || rowExchanges(state).length === 0) return state;
  return { ...state, survey: { ...survey, isExchangeOpen: true }, scroll: TOP };
}

/** One step out; null where no row is open. */
export function closedInSurvey(state: ExplorerState): ExplorerState | null {
  const { survey } = state;
  if (!survey?.isRowOpen) return null;
  const closed = survey.isExchangeOpen
    ? { ...survey, isExchangeOpen: false }
    : { ...FIRST_ROW, place: survey.place, row: survey.row };
  return { ...state, survey: closed, scroll: TOP };
}
