/**
 * QNAME minimisation (RFC 9156): a server is told no more of the name than it needs to refer to the next zone.
 */

import { labelsOf, nameOf, type Name } from '../message/name.ts';

/** RFC 9156 2.3: a name of many labels must not cost as many queries. */
const MOST_STEPS = 10;
const SINGLE_LABEL_STEPS = 4;

/**
 * The name to ask the servers of a zone for next, when `known` (the zone, or a name below it) is known to be no cut, and
 * `steps` minimised queries were asked so far. The whole name when there is nothing left to hide.
 */
export function nextMinimised(name: Name, known: Name, steps: number): Name {
  const labels = labelsOf(name);
  const hidden = labels.length - labelsOf(known).length;
  if (hidden <= 1 || steps >= MOST_STEPS) return name;
  const more = steps < SINGLE_LABEL_STEPS ? 1 : Math.ceil(hidden / (MOST_STEPS - steps));
  return nameOf(labels.slice(Math.max(0, hidden - more)));
}
