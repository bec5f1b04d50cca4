/**
 * What resolvers still remember after zones have changed, and what has to be said of it.
 */

import { AT } from './habits.ts';

/** Name servers with a cache, primed before the zones change. */
export const CACHES = [
  ['Unbound', AT.unbound],
  ['dnsmasq', AT.dnsmasq],
  ['BIND', AT.bind],
] as const;

/** What the zones had before the change and have after it. */
export const CHANGES = {
  /** TTL of the zone less that of the cache is the age. */
  moved: { asked: 'moved.example.net', verdict: 'differs', code: 'STALE_CACHE' },
  /** Its TTL in the zone can no longer be known, nor its age. */
  removed: { asked: 'gone.example.net', verdict: 'one-sided', code: 'STALE_CACHE' },
  added: { asked: 'new.growing.example', verdict: 'one-sided', code: 'NEGATIVE_CACHE' },
  /**
   * Unbound and dnsmasq have one SOA for all that a zone denies: another missing name of the zone, asked since, makes the
   * denial look young.
   */
  addedUnseen: { asked: 'newer.growing.example', verdict: 'one-sided', code: 'NEGATIVE_CACHE' },
} as const;
/** Never there: to be asked for the sake of the SOA in its denial. */
export const MISSING = 'missing.growing.example';
export const UNCHANGED = 'stays.example.net';
