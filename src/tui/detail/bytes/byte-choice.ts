/**
 * What moving and opening do among the fields of a message: one field is chosen; a compression pointer leads to another,
 * and there is a way back. Pure.
 */

import { fieldsOf, pointedTo } from './byte-fields.ts';
import type { FieldChoice } from '../detail-tabs.ts';
import { clamp } from '../../drawing/layout.ts';
import { chosenEntry, type ExplorerState } from '../../state.ts';

/** True where keys move among the fields. */
export function isOnFields(state: ExplorerState): boolean {
  return isShowingFields(state) && state.focus === 'message';
}

/** True where the pane has the fields of a hop in it. */
export function isShowingFields(state: ExplorerState): boolean {
  return state.detail.tab === 'bytes' && state.survey === null && chosenEntry(state) !== null;
}

/** The choice among the fields of the chosen hop: the first one until another is chosen. */
export function fieldChoice(state: ExplorerState): FieldChoice {
  const entry = chosenEntry(state);
  const { fields } = state.detail;
  if (!entry) return fields;
  const { octets } = fieldsOf(entry);
  return fields.of === octets ? fields : { of: octets, field: 0, trail: [] };
}

export function movedInFields(state: ExplorerState, lines: number): ExplorerState {
  const entry = chosenEntry(state);
  if (!entry) return state;
  const choice = fieldChoice(state);
  const last = Math.max(0, fieldsOf(entry).list.length - 1);
  return choosing(state, { ...choice, field: clamp(choice.field + lines, 0, last) });
}

/** To where the chosen pointer points; null where the chosen field is none. */
export function jumped(state: ExplorerState): ExplorerState | null {
  const entry = chosenEntry(state);
  if (!entry) return null;
  const choice = fieldChoice(state);
  const target = pointedTo(fieldsOf(entry), choice.field);
  if (target === null) return null;
  return choosing(state, { ...choice, field: target, trail: [...choice.trail, choice.field] });
}

/** True where a pointer was followed to the chosen field. */
export function hasTrail(state: ExplorerState): boolean {
  return isOnFields(state) && fieldChoice(state).trail.length > 0;
}

/** To the pointer that was followed last. */
export function jumpedBack(state: ExplorerState): ExplorerState {
  const choice = fieldChoice(state);
  const field = choice.trail.at(-1);
  if (!isOnFields(state) || field === undefined) return state;
  return choosing(state, { ...choice, field, trail: choice.trail.slice(0, -1) });
}

function choosing(state: ExplorerState, fields: FieldChoice): ExplorerState {
  return { ...state, detail: { ...state.detail, fields } };
}
