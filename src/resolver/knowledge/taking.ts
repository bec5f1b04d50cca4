/**
 * A reply is taken: what it says goes into the cache, into the servers that may be asked, and into the search (RFC 1034
 * 5.3.3, 4a to 4c).
 */

import type { ResourceRecord } from '../../message/message.ts';
import { sameName } from '../../message/name.ts';
import { isUsable, type UsableVerdict } from '../classify.ts';
import { addressesOf } from '../delegation.ts';
import type { Hop } from '../events.ts';
import { permissionFor } from '../forbidden-addresses.ts';
import { LINE_OF_OUTCOME } from './algorithm.ts';
import { withReferral, withSettled } from './cache.ts';
import { cutKey, cutOfReferral, cutOfSearch, withAddresses, withCut } from './cuts.ts';
import type { Credibility, Knowledge, Search } from './knowledge.ts';
import { readingOf, type Reading } from './reading.ts';
import { withSearch } from './searches.ts';

/** With what the reply of that hop says, as the walk takes it for the search. */
export function withTaken(
  knowledge: Knowledge,
  place: number,
  hop: Hop,
  { message, scrubbed }: Reading,
  verdict: UsableVerdict,
): Knowledge {
  const origin = { hop: hop.id, learnedMs: knowledge.nowMs };
  const line = LINE_OF_OUTCOME[verdict.outcome];
  if (verdict.outcome === 'referral') {
    const cache = withReferral(knowledge.cache, verdict, scrubbed, origin);
    const next = withCut({ ...knowledge, cache, line }, cutOfReferral(verdict, hop.id));
    return withSearch(next, place, { settledBy: hop.id });
  }
  const search = knowledge.searches[place]!;
  const credibility: Credibility = message.header.aa ? 'answer' : 'hearsay';
  const about = search.sought;
  const cache = withSettled(knowledge.cache, about, verdict, scrubbed, origin, credibility);
  const isDone = verdict.outcome !== 'alias';
  const next = withSearch({ ...knowledge, cache, line }, place, { settledBy: hop.id, isDone });
  return isDone ? withFound(next, search, verdict.records) : next;
}

/** What is told from a cache is taken in the end, where nobody with authority told anything. */
export function withHearsay(knowledge: Knowledge, place: number): Knowledge {
  const search = knowledge.searches[place];
  if (!search?.hearsay || search.settledBy !== null || search.isDone) return knowledge;
  const reading = readingOf(search.hearsay);
  if (reading?.verdict.outcome !== 'lame' || !reading.verdict.hearsay) return knowledge;
  return withTaken(knowledge, place, search.hearsay, reading, reading.verdict.hearsay);
}

/** A query to an address that only hearsay had told shows that this was taken. */
export function withHearsayAbout(knowledge: Knowledge, server: Hop['server']): Knowledge {
  if (server.source !== 'lookup') return knowledge;
  const told = ({ wanted, hearsay }: Search): boolean =>
    hearsay !== null &&
    sameName(wanted.name, server.name) &&
    addressesOf(hearsay.message?.answers ?? []).includes(server.address);
  return withHearsay(knowledge, knowledge.searches.findLastIndex(told));
}

/** The addresses of a server that a search was for go to who wanted them. */
export function withFound(
  knowledge: Knowledge,
  search: Search,
  records: readonly ResourceRecord[],
): Knowledge {
  const cut = cutOfSearch(knowledge, search);
  if (search.above === null || !cut) return knowledge;
  const ofType = records.filter(({ type }) => type === search.wanted.type);
  const found = addressesOf(ofType).filter(permissionOf(knowledge));
  return found.length === 0
    ? knowledge
    : withAddresses(knowledge, cutKey(cut.zone, cut.hop), search.wanted.name, found, 'lookup');
}

function permissionOf({ cuts }: Knowledge): (address: string) => boolean {
  const hints = cuts.get(cutKey('.', null))?.servers.flatMap(({ addresses }) => addresses) ?? [];
  return permissionFor(hints.flatMap(({ address, source }) => (source === 'hints' ? [address] : [])));
}

export function isTakeable(reading: Reading | undefined): reading is Reading & { verdict: UsableVerdict } {
  return reading !== undefined && isUsable(reading.verdict);
}
