/**
 * What is known of look-ups that are folded: how many hops, what they were for, and whether it was found. Pure; the
 * words are fold-line.ts's.
 */

import { lowerCased } from '../../message/name.ts';
import type { Finding } from '../../resolver/events.ts';
import { isFailed } from './trouble.ts';
import { isFinished, type HopEntry } from './walk-state.ts';

export interface Fold {
  readonly hops: number;
  /** From the first query to the last reply. */
  readonly ms: number;
  /** The names that were looked up for the hop above, without those that they are aliases of. */
  readonly names: readonly string[];
  /** How many of them are servers for which no address was found; 0 while any exchange goes on. */
  readonly notFound: number;
  readonly failed: number;
  readonly findings: readonly Finding[];
}

/** `hops` are all that lie under one hop, of which the first is the least deep. */
export function foldOf(hops: readonly HopEntry[]): Fold {
  const depth = hops[0]!.depth;
  const own = hops.filter((entry) => entry.depth === depth);
  const isSearched = hops.every(({ hop }) => isFinished(hop) && hop.purpose === 'nameserver-address');
  const names = namesOf(own);
  return {
    hops: hops.length,
    ms: spanMs(hops),
    names,
    notFound: isSearched ? names.length - foundOf(names, own).length : 0,
    failed: hops.filter(isFailed).length,
    findings: hops.flatMap(({ findings }) => findings),
  };
}

function spanMs(hops: readonly HopEntry[]): number {
  let from = Infinity;
  let to = -Infinity;
  for (const { hop } of hops) {
    from = Math.min(from, hop.startMs);
    to = Math.max(to, hop.startMs + (isFinished(hop) ? hop.elapsedMs : 0));
  }
  return to - from;
}

function namesOf(own: readonly HopEntry[]): string[] {
  const targets = new Set(own.flatMap(({ aliases }) => aliases.map(({ target }) => lowerCased(target))));
  const names = new Map(own.map(({ aim }) => [lowerCased(aim.name), aim.name]));
  return [...names].filter(([key]) => !targets.has(key)).map(([, name]) => name);
}

/** Those that an answer was given for, or for what they are aliases of; that may have been remembered, without a hop. */
function foundOf(names: readonly string[], own: readonly HopEntry[]): string[] {
  const answered = new Set(
    own.flatMap(({ hop }) =>
      isFinished(hop) && hop.outcome === 'answer' ? [lowerCased(hop.question.name)] : [],
    ),
  );
  const asked = new Set(own.map(({ hop }) => lowerCased(hop.question.name)));
  const isFound = (name: string): boolean => answered.has(name) || !asked.has(name);
  // From the last alias to the first: what one leads to is known before it.
  for (const { owner, target } of own.flatMap(({ aliases }) => aliases).toReversed())
    if (isFound(lowerCased(target))) answered.add(lowerCased(owner));
  return names.filter((name) => answered.has(lowerCased(name)));
}
