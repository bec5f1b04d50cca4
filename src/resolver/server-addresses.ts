/**
 * The addresses of a server that a referral gave none for: a walk of its own from the closest known cut, bounded in
 * depth, and refused where it would go round. IPv4 and IPv6 addresses are looked up together.
 */

import type { Question } from '../message/message.ts';
import { isAtOrBelow, sameName, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { addressesOf, type DelegatedServer, type Delegation, type KnownAddress } from './delegation.ts';
import type { Ending, Purpose } from './events.ts';
import type { Found } from './lookups.ts';
import type { Run } from './run.ts';

export interface Search {
  readonly question: Question;
  readonly purpose: Purpose;
  /** The hop that made this sub-walk necessary. */
  readonly parent: number | null;
  /** The server names whose addresses are being looked up around this search, outermost first. */
  readonly trail: readonly Name[];
  readonly signal: AbortSignal;
}

type Resolve = (run: Run, search: Search) => Promise<Ending>;

/** Once one family is known, the other is waited for only so long (the resolution delay of RFC 8305 3). */
const OTHER_FAMILY_MS = 50;

export async function addressesFor(
  run: Run,
  server: DelegatedServer,
  delegation: Delegation,
  search: Search,
  resolve: Resolve,
): Promise<Found> {
  // Only the zone itself could say where such a server is, and nobody can ask it: that is what glue is for (RFC 9471).
  if (isAtOrBelow(server.name, delegation.zone)) {
    return `${server.name} lies in the zone itself, and the referral gave no address for it that may be asked`;
  }
  if (search.trail.some((name) => sameName(name, server.name))) {
    return `${server.name} cannot be found: the zones on the way need each other’s servers`;
  }
  if (search.trail.length >= run.limits.depth)
    return `${server.name} is not looked up: ${run.limits.depth} look-ups deep already`;
  const { signal, trail } = search;
  return run.lookups.find(server.name, trail, signal, () =>
    findBoth(run, server, { ...search, parent: delegation.hop, trail: [...trail, server.name] }, resolve),
  );
}

async function findBoth(run: Run, server: DelegatedServer, search: Search, resolve: Resolve): Promise<Found> {
  const find = (family: 4 | 6): Promise<Found> => findOne(run, server.name, family, search, resolve);
  const families = ([4, 6] as const).filter((family) => run.families.includes(family));
  if (search.purpose === 'survey') return inTurn(families, find);
  const [usable, useless] = [false, true].map((lost) =>
    families.filter((family) => run.health.lacksRoute(family) === lost),
  );
  const found = await firstOf(run, server, usable!.map(find));
  if (typeof found !== 'string' || useless!.length === 0) return found;
  // Addresses that cannot be reached from here are better than none: they say what is wrong.
  const unreachable = await firstOf(run, server, useless!.map(find));
  return typeof unreachable === 'string' && usable!.length > 0 ? found : unreachable;
}

/** A survey asks no server two things at the same time. */
async function inTurn(families: readonly (4 | 6)[], find: (family: 4 | 6) => Promise<Found>): Promise<Found> {
  let found: Found = 'no family of addresses may be asked';
  for (const family of families) {
    found = await find(family);
    if (typeof found !== 'string') break;
  }
  return found;
}

/** What is found first, and what comes soon after; what comes later is added to the server when it comes. */
async function firstOf(
  run: Run,
  server: DelegatedServer,
  searches: readonly Promise<Found>[],
): Promise<Found> {
  const addresses: KnownAddress[] = [];
  const obstacles: string[] = [];
  let isReturned = false;
  const kept = searches.map(async (search) => {
    const found = await search;
    if (typeof found === 'string') obstacles.push(found);
    else (isReturned ? server.addresses : addresses).push(...found);
  });
  const all = Promise.all(kept);
  const one = new Promise<void>((done) => {
    for (const each of kept) void each.then(() => addresses.length > 0 && done());
  });
  await Promise.race([all, one]);
  if (addresses.length > 0) await soon(run, all);
  isReturned = true;
  return addresses.length > 0 ? addresses : (obstacles[0] ?? `${server.name} has no address`);
}

async function soon(run: Run, all: Promise<unknown>): Promise<void> {
  const bell = new AbortController();
  void all.then(() => bell.abort());
  await run.clock.sleep(OTHER_FAMILY_MS, AbortSignal.any([bell.signal, run.signal]));
}

async function findOne(
  run: Run,
  name: Name,
  family: 4 | 6,
  search: Search,
  resolve: Resolve,
): Promise<Found> {
  const { code: type } = family === 4 ? A : AAAA;
  const question = { name, type, class: search.question.class };
  // What a survey makes necessary is part of the survey.
  const purpose = search.purpose === 'survey' ? 'survey' : 'nameserver-address';
  const ending = await resolve(run, { ...search, question, purpose });
  const found = addressesOf(ending.answers.filter((record) => record.type === type));
  const askable = found.filter(run.mayAsk);
  if (askable.length > 0) return askable.map((address) => ({ address, source: 'lookup' }));
  if (found.length > 0) return `${name} has the address ${found.join(', ')}, which no server can have`;
  if (ending.status === 'nxdomain') return `${name} does not exist`;
  if (ending.status === 'failure') return `${name} cannot be found: ${ending.message.replace(/\.$/, '')}`;
  return `${name} has no address`;
}
