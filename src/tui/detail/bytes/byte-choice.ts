/**
 * What moving and opening do among the fields and the octets of a message: one field and one octet of it are chosen; a
 * compression pointer leads to another, and there is a way back. Pure.
 */

import { fieldsOf, pointedTo, type Fields } from './byte-fields.ts';
import type { FieldChoice } from '../detail-tabs.ts';
import { clamp } from '../../drawing/layout.ts';
import { chosenEntry, type ExplorerState } from '../../state.ts';
import { shownMessage } from './shown-message.ts';

/** True where keys move among the fields. */
export function isOnFields(state: ExplorerState): boolean {
  return isShowingFields(state) && state.focus === 'message';
}

/** True where the pane has the fields of a hop in it. */
export function isShowingFields(state: ExplorerState): boolean {
  return state.detail.tab === 'bytes' && chosenEntry(state) !== null;
}

/** The fields of the message that is shown of the chosen hop. */
export function shownFields(state: ExplorerState): Fields | null {
  const message = shownMessage(state);
  return message && fieldsOf(message);
}

/** The choice among the fields of the message that is shown: the first one until another is chosen. */
export function fieldChoice(state: ExplorerState): FieldChoice {
  const { fields } = state.detail;
  const message = shownMessage(state);
  if (!message || fields.of === message.octets) return fields;
  return { of: message.octets, field: 0, octet: 0, trail: [] };
}

export function movedInFields(state: ExplorerState, lines: number): ExplorerState {
  const fields = shownFields(state);
  if (!fields) return state;
  return choosingField(state, fieldChoice(state).field + lines);
}

/** So many octets on; the field is the smallest around the octet. */
export function movedInOctets(state: ExplorerState, step: number): ExplorerState {
  const fields = shownFields(state);
  if (!fields || fields.octets.length === 0) return state;
  const choice = fieldChoice(state);
  const octet = clamp(choice.octet + step, 0, fields.octets.length - 1);
  return choosing(state, { ...choice, octet, field: fields.owners[octet]! });
}

export function choosingField(
  state: ExplorerState,
  place: number,
  more?: Partial<FieldChoice>,
): ExplorerState {
  const fields = shownFields(state);
  if (!fields) return state;
  const field = clamp(place, 0, Math.max(0, fields.list.length - 1));
  // A field may have no octets, at the very end.
  const octet = Math.min(fields.list[field]?.start ?? 0, Math.max(0, fields.octets.length - 1));
  return choosing(state, { ...fieldChoice(state), ...more, field, octet });
}

/** To where the chosen pointer points; null where the chosen field is none. */
export function jumped(state: ExplorerState): ExplorerState | null {
  const fields = shownFields(state);
  if (!fields) return null;
  const { field, trail } = fieldChoice(state);
  const target = pointedTo(fields, field);
  return target === null ? null : choosingField(state, target, { trail: [...trail, field] });
}

/** True where a pointer was followed to the chosen field. */
export function hasTrail(state: ExplorerState): boolean {
  return isOnFields(state) && fieldChoice(state).trail.length > 0;
}

/** To the pointer that was followed last. */
export function jumpedBack(state: ExplorerState): ExplorerState {
  const { trail } = fieldChoice(state);
  const field = trail.at(-1);
  if (!isOnFields(state) || field === undefined) return state;
  return choosingField(state, field, { trail: trail.slice(0, -1) });
}

function choosing(state: ExplorerState, fields: FieldChoice): ExplorerState {
  return { ...state, detail: { ...state.detail, fields } };
}
