/**
 * Saving by name: the input line with a name to begin with, and what Enter makes of it.
 */

import { typeName } from '../../message/codes.ts';
import { promptText, type Prompt } from '../prompt/prompt.ts';
import type { ExplorerState } from '../state.ts';
import { formOf, runOf, SAVED_FORMS } from './saved-run.ts';
import { wishing } from './wish.ts';

/** Opens the input line; before the walk has ended there is nothing whole to save. */
export function askedWhereToSave(state: ExplorerState): ExplorerState {
  const { question } = state.walk;
  if (!runOf(state.timeline.told) || !question)
    return {
      ...state,
      notice: { text: 'The walk has not ended: there is nothing to save yet.', tone: 'warning' },
    };
  const name = `${question.name}${typeName(question.type)}`.replaceAll(/[^A-Za-z0-9._-]/g, '_');
  const before = `${name.replace(/^\.+/, '')}.json`;
  return { ...state, prompt: { purpose: 'save', before, after: '', error: null } };
}

export function savedAs(state: ExplorerState, prompt: Prompt): ExplorerState {
  const path = promptText(prompt).trim();
  const form = formOf(path);
  if (form === undefined) {
    const endings = Object.keys(SAVED_FORMS).map((ending) => `.${ending}`);
    return { ...state, prompt: { ...prompt, error: `The name has to end with one of ${endings.join(' ')}` } };
  }
  return wishing(state, { kind: 'save', path, form, mayReplace: prompt.warnedOf === path });
}

/** What became of it. */
export function afterSaving(
  state: ExplorerState,
  path: string,
  outcome: 'written' | 'exists' | { readonly error: string },
): ExplorerState {
  if (outcome === 'written')
    return { ...state, prompt: null, notice: { text: `Saved: ${path}`, tone: 'good' } };
  const error =
    outcome === 'exists' ? `${path} is there already: Enter once more replaces it` : outcome.error;
  const { prompt } = state;
  // Who has gone on meanwhile is told in passing.
  if (prompt?.purpose !== 'save') return { ...state, notice: { text: error, tone: 'bad' } };
  return { ...state, prompt: { ...prompt, error, ...(outcome === 'exists' ? { warnedOf: path } : {}) } };
}
