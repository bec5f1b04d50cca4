/**
 * Where a name stands in a zone: the walk down from the apex, label by label, of RFC 1034 4.3.2 step 3, with
 * DNAME (RFC 6672 3.2) and wildcards (RFC 4592 3.3). What to reply is left to `answer`.
 */

import { isAtOrBelow, labelsOf, lowerCased, nameOf, sameName, type Name } from '../message/name.ts';
import { DNAME } from '../message/records/dname.ts';
import type { Zone, ZoneNode } from './zone.ts';

export type Place =
  /** The name exists and the zone is authoritative for it; an empty non-terminal too. */
  | { readonly kind: 'at'; readonly node: ZoneNode }
  /** The name is at or below a zone cut: the data are another zone's. */
  | { readonly kind: 'cut'; readonly node: ZoneNode }
  /** The name is below a DNAME. */
  | { readonly kind: 'dname'; readonly node: ZoneNode }
  /** No such name, but a wildcard stands in for it. */
  | { readonly kind: 'wildcard'; readonly node: ZoneNode; readonly encloser: ZoneNode }
  | { readonly kind: 'absent'; readonly encloser: ZoneNode };

/** Finds a name at or below the apex of `zone`. */
export function locate(zone: Zone, name: Name): Place {
  const labels = labelsOf(lowerCased(name));
  let depth = labelsOf(zone.origin).length;
  let node = zone.nodes.get(lowerCased(zone.origin))!;
  for (;;) {
    if (node.isCut) return { kind: 'cut', node };
    if (depth === labels.length) return { kind: 'at', node };
    // RFC 6672 3.2: a DNAME redirects what is below it, never its owner, whatever else stands there.
    if (node.rrsets.has(DNAME.code)) return { kind: 'dname', node };
    depth++;
    const next = zone.nodes.get(nameOf(labels.slice(labels.length - depth)));
    if (!next) break;
    node = next;
  }
  // RFC 4592 3.3.1: only the wildcard directly below the closest encloser may stand in.
  const wildcard = zone.nodes.get(lowerCased(wildcardBelow(node.owner)));
  return wildcard ? { kind: 'wildcard', node: wildcard, encloser: node } : { kind: 'absent', encloser: node };
}

/** The wildcard name directly below a name. */
export function wildcardBelow(name: Name): Name {
  return nameOf(['*', ...labelsOf(name)]);
}

/**
 * The zone of that class that is nearest to a name: a child is preferred to its parent on the same server.
 */
export function zoneOf(zones: readonly Zone[], name: Name, zoneClass: number): Zone | undefined {
  return nearest(zones, (zone) => zone.class === zoneClass && isAtOrBelow(name, zone.origin));
}

/**
 * The zone to ask for the DS records of a name: they stand on the parent's side of the cut, so the nearest
 * zone above answers (RFC 4035 3.1.4.1); only where there is none does the zone of that very name say that it
 * has no DS.
 */
export function parentZoneOf(zones: readonly Zone[], name: Name, zoneClass: number): Zone | undefined {
  const above = zones.filter((zone) => !sameName(zone.origin, name));
  return zoneOf(above, name, zoneClass) ?? zoneOf(zones, name, zoneClass);
}

function nearest(zones: readonly Zone[], fits: (zone: Zone) => boolean): Zone | undefined {
  let found: Zone | undefined;
  for (const zone of zones) {
    if (fits(zone) && (!found || labelsOf(zone.origin).length > labelsOf(found.origin).length)) found = zone;
  }
  return found;
}
