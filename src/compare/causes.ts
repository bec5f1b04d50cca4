/**
 * The causes of a difference, as a catalogue: the most specific first, and the general ones for when none of those
 * explains it. A new cause is one more row.
 */

import type { CauseEntry } from './cause-entry.ts';
import type { Circumstances } from './circumstances.ts';
import type { Cause } from './comparison.ts';
import {
  ALIAS_DIVERGES,
  AUTHORITIES_DIFFER,
  BOTH_VALID,
  IPV6_ONLY_PATH,
  WALK_FAILED,
} from './causes/authority-causes.ts';
import { NEGATIVE_CACHE, STALE_CACHE } from './causes/cache-causes.ts';
import { GENERAL_CAUSES } from './causes/general-causes.ts';
import {
  ADDRESS_FILTER,
  HOSTS_FILE,
  LITERAL_ADDRESS,
  MDNS_ONLY,
  NSS_ORDER,
  ORDER_ONLY,
} from './causes/local-causes.ts';
import { DNS64, FILTERED, LOCAL_ZONE, NXDOMAIN_REWRITTEN, SPLIT_HORIZON } from './causes/policy-causes.ts';
import {
  INTERCEPTED,
  RESOLVER_DOWN,
  RESOLVER_FAILED,
  RESOLVER_LAME,
  RESOLVER_SLOW,
  VALIDATION_FAILED,
} from './causes/resolver-causes.ts';
import { NDOTS, SEARCH_LIST } from './causes/search-causes.ts';

/** On the computer itself: whatever these explain, no resolver had a part in it. */
const HERE: readonly CauseEntry[] = [
  HOSTS_FILE,
  LITERAL_ADDRESS,
  MDNS_ONLY,
  NDOTS,
  SEARCH_LIST,
  LOCAL_ZONE,
  NSS_ORDER,
];

/** What resolvers are told to say, and what servers say to each of them. */
const SAYINGS: readonly CauseEntry[] = [
  DNS64,
  VALIDATION_FAILED,
  NXDOMAIN_REWRITTEN,
  FILTERED,
  SPLIT_HORIZON,
  AUTHORITIES_DIFFER,
  BOTH_VALID,
];

/** What else makes a record differ is remembered as well: memory explains only what nothing else does. */
const MEMORIES: readonly CauseEntry[] = [NEGATIVE_CACHE, STALE_CACHE];

/** How the answer was come to. */
const WAYS: readonly CauseEntry[] = [IPV6_ONLY_PATH, ALIAS_DIVERGES];

/** What is not well, whether the sides differ or not. */
const CONDITIONS: readonly CauseEntry[] = [RESOLVER_DOWN, RESOLVER_LAME, WALK_FAILED];

/** What is worth a word, and explains nothing. */
const ASIDES: readonly CauseEntry[] = [RESOLVER_SLOW, ADDRESS_FILTER, ORDER_ONLY];

/** For when nothing else explains it. */
const LAST_RESORTS: readonly CauseEntry[] = [RESOLVER_FAILED, ...GENERAL_CAUSES];

/** Every cause that applies, the most specific first; the general ones only where there is no other. */
export function causesOf(circumstances: Circumstances): Cause[] {
  const of = (entries: readonly CauseEntry[]): Cause[] => found(entries, circumstances);
  const asides = of(ASIDES);
  const conditions = of(CONDITIONS);
  if (circumstances.verdict === 'same') return [...conditions, ...asides];
  const here = of(HERE);
  const explained = [...(here.length > 0 ? here : beyond(of)), ...conditions];
  return [...(explained.length > 0 ? explained : of(LAST_RESORTS)), ...asides];
}

/** At the resolvers and further on; whoever answers in their place comes first, for all else is its doing. */
function beyond(of: (entries: readonly CauseEntry[]) => Cause[]): Cause[] {
  const sayings = of(SAYINGS);
  const memories = sayings.length > 0 ? [] : of(MEMORIES);
  return [...of([INTERCEPTED]), ...sayings, ...memories, ...of(WAYS)];
}

/** Every cause there is, for the explanations. */
export const CAUSES: readonly Omit<CauseEntry, 'find'>[] = [
  ...HERE,
  INTERCEPTED,
  ...SAYINGS,
  ...MEMORIES,
  ...WAYS,
  ...CONDITIONS,
  ...LAST_RESORTS,
  ...ASIDES,
];

function found(entries: readonly CauseEntry[], circumstances: Circumstances): Cause[] {
  return entries.flatMap((entry) => {
    const { code, severity, rfc } = entry;
    const here = entry.find(circumstances);
    return here ? [{ code, severity, rfc, ...here }] : [];
  });
}
