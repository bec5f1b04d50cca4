/**
 * What comes after a hop, in sentences: the zone that its referral leads to, the look-ups that it made necessary, the hop
 * that follows, or how the walk ends.
 */

import { typeName } from '../../message/codes.ts';
import { printServer } from '../walk/hop-words.ts';
import { counted } from '../drawing/units.ts';
import { isFinished, type HopEntry, type WalkState } from '../walk/walk-state.ts';

export function nextTexts(walk: WalkState, entry: HopEntry): string[] {
  return [...zoneTexts(entry), ...aliasTexts(entry), ...followingTexts(walk, entry)];
}

function zoneTexts({ hop }: HopEntry): string[] {
  if (!isFinished(hop) || !hop.next) return [];
  const { zone, nameServers, glue } = hop.next;
  const addresses =
    glue === 0 ? 'no address came with them' : `${counted(glue, 'address', 'addresses')} came as glue`;
  return [`The zone ${zone} is served by ${nameServers.join(', ')}; ${addresses}.`];
}

function aliasTexts({ aliases }: HopEntry): string[] {
  return aliases.map(
    ({ owner, via, target }) => `${owner} is an alias (${via}): ${target} is asked for instead.`,
  );
}

function followingTexts({ hops, ending }: WalkState, { hop, depth }: HopEntry): string[] {
  const place = hops.findIndex((entry) => entry.hop.id === hop.id);
  // The survey's exchanges are not on the path.
  if (place === -1) return [];
  const end = hops.findIndex((entry, i) => i > place && entry.depth <= depth);
  const below = hops.slice(place + 1, end === -1 ? hops.length : end);
  const following = end === -1 ? undefined : hops[end]!;
  const isSibling = following !== undefined && following.hop.parent === hop.parent;
  return [
    ...lookUpTexts(below, depth, place),
    ...(following && isSibling ? [followingText(following, end)] : []),
    ...(isSibling ? [] : endTexts(hops, hop.parent, ending)),
  ];
}

function lookUpTexts(below: readonly HopEntry[], depth: number, place: number): string[] {
  if (below.length === 0) return [];
  const direct = below.filter((entry) => entry.depth === depth + 1);
  const aims = new Set(direct.map(({ aim }) => `${aim.name} ${typeName(aim.type)}`));
  const numbers =
    below.length === 1 ? `Hop ${place + 2} looks` : `Hops ${place + 2} to ${place + 1 + below.length} look`;
  return [`${numbers} up what is missing: ${[...aims].join(', ')}.`];
}

function followingText({ hop }: HopEntry, place: number): string {
  const why = hop.why === '' ? '' : `: ${hop.why}`;
  return `Hop ${place + 1} asks ${hop.server.name} at ${printServer(hop)}${why}.`;
}

function endTexts(hops: readonly HopEntry[], parent: number | null, ending: WalkState['ending']): string[] {
  if (parent !== null) {
    const above = hops.findIndex(({ hop }) => hop.id === parent);
    return above === -1 ? [] : [`This look-up ends here; it was for hop ${above + 1}.`];
  }
  if (!ending) return [];
  const about = ending.message === '' ? '' : `: ${ending.message.replace(/\.$/, '')}`;
  return [`The walk ends here, with the status ${ending.status}${about}.`];
}
