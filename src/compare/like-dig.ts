/**
 * What `dig +trace` would have shown in place of this walk, and how it would have ended. dig asks one server of each zone
 * by chance, takes every address from this computer, gives up at the first error reply and follows no alias.
 */

import { lowerCased } from '../message/name.ts';
import type { WalkEvent } from '../resolver/events.ts';
import type { LocalRoot, LocalServer } from '../system/dig-lookups.ts';
import { choiceAt, type DigAsk } from './dig-choice.ts';
import { digEnding, type DigEnding } from './dig-ending.ts';
import { notesAt, type DigNote } from './dig-notes.ts';
import { digPath } from './dig-path.ts';

interface DigHop {
  readonly hop: number;
  readonly asks: readonly DigAsk[];
  readonly notes: readonly DigNote[];
}

export interface LikeDig {
  /** The hops of the walk that dig has a counterpart of. */
  readonly hops: readonly DigHop[];
  readonly ending: DigEnding;
  readonly message: string;
}

/** `servers` are those of all the zones of the path, as this computer finds them. */
export function likeDig(
  events: readonly WalkEvent[],
  root: LocalRoot,
  servers: readonly LocalServer[],
): LikeDig {
  if (root.error !== null) {
    const message = `dig +trace could not even start: it asks this computer for the root servers (${root.error})`;
    return { hops: [], ending: 'cannot-start', message };
  }
  const byName = new Map(servers.map((server) => [lowerCased(server.name), server]));
  const choices = digPath(events).map((step) => {
    const names = step.zone === '.' ? root.rootServers : step.nameServers;
    return choiceAt(
      step,
      names.flatMap((name) => byName.get(lowerCased(name)) ?? []),
    );
  });
  const hops = choices.flatMap((choice) => {
    const told = new Set<string>();
    return choice.step.hops.map((hop, place): DigHop => {
      const isRepeated = told.has(hop.server.address);
      told.add(hop.server.address);
      const notes = notesAt(hop, choice, root, place === 0 ? 'first' : 'later');
      return { hop: hop.id, asks: choice.asks, notes: isRepeated && place > 0 ? [] : notes };
    });
  });
  const end = events.find((event) => event.type === 'end');
  return { hops, ...digEnding(choices, end?.ending) };
}
