/**
 * SLIST (RFC 1034 5.3.2): the servers of the zone that a search is at, each with its addresses and what became of
 * asking them.
 */

import { sameName, type Name } from '../../message/name.ts';
import type { AddressSource, Outcome } from '../events.ts';
import { LINE_OF_OUTCOME } from './algorithm.ts';
import type { AddressHistory, Knowledge, Search, Try } from './knowledge.ts';
import { besideStack, stackOf } from './searches.ts';

export interface ListedServer {
  readonly name: Name;
  readonly addresses: readonly ListedAddress[];
  /** For a server without an address: its search is still to come, is under way, or is over. */
  readonly lookUp: 'to-come' | 'under-way' | 'over';
}

export interface ListedAddress {
  readonly address: string;
  readonly source: AddressSource;
  /** The last exchange with it for this question; null: it was not asked. */
  readonly asked: {
    readonly hop: number;
    /** Null while the reply is waited for. */
    readonly outcome: Outcome | null;
    readonly rttMs: number | null;
  } | null;
  /** What it said is of no use: the algorithm deletes it from the list (line 4d). */
  readonly isDeleted: boolean;
  /** What is known of it from other questions; null: nothing. */
  readonly before: AddressHistory | null;
}

/** The servers in the order in which the walk came to know them; empty before it has turned to a zone. */
export function serverListOf(knowledge: Knowledge, { cut, tries }: Search): ListedServer[] {
  const known = cut === null ? undefined : knowledge.cuts.get(cut);
  if (!known) return [];
  return known.servers.map(({ name, addresses }) => ({
    name,
    addresses: addresses.map(({ address, source }): ListedAddress => {
      const last = lastTry(tries.filter((each) => each.address === address));
      const asked = last ? { hop: last.hop, outcome: last.outcome, rttMs: last.rttMs } : null;
      const isDeleted = last !== undefined && last.outcome !== null && LINE_OF_OUTCOME[last.outcome] === '4d';
      return { address, source, asked, isDeleted, before: knowledge.heard.get(address) ?? null };
    }),
    lookUp: lookUpOf(knowledge, name),
  }));
}

/** Who is asked again is waited for, though the try before has timed out meanwhile. */
function lastTry(tries: readonly Try[]): Try | undefined {
  const last = tries.at(-1);
  const isLost = last?.outcome === 'timeout' || last?.outcome === 'unreachable';
  return (isLost ? tries.findLast(({ outcome }) => outcome === null) : undefined) ?? last;
}

function lookUpOf(knowledge: Knowledge, server: Name): ListedServer['lookUp'] {
  const isFor = ({ wanted, purpose }: Search): boolean =>
    purpose !== 'answer' && sameName(wanted.name, server);
  const active = [...stackOf(knowledge), ...besideStack(knowledge)].map(
    (place) => knowledge.searches[place]!,
  );
  if (active.some((search) => isFor(search) && !search.isDone)) return 'under-way';
  return knowledge.searches.some(isFor) ? 'over' : 'to-come';
}
