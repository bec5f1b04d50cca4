/**
 * The names that may be meant where one is typed: those of the walk on the screen and of the walks before it, those that
 * were asked for in earlier runs, and those that the session knows of beforehand.
 */

import { knownNames } from '../links/known-names.ts';
import type { ExplorerState } from '../state.ts';

/** As people type them, without the final dot, in order. */
export function seenNames({ walk, visits, names, history }: ExplorerState): readonly string[] {
  const walks = [walk, ...[...visits.back, ...visits.forward].map((visit) => visit.walk)];
  const seen = [
    ...walks.flatMap((each) => [...knownNames(each).names]),
    ...names,
    ...history.question.map((text) => text.split(' ')[0]!),
  ];
  return [...new Set(seen.map((name) => name.toLowerCase().replace(/(?<!\\)\.$/, '')))].toSorted();
}
