/**
 * The addresses of a server that a referral gave none for: a walk of its own from the closest known cut, bounded in
 * depth, and refused where it would go round.
 */

import type { Question } from '../message/message.ts';
import { isAtOrBelow, sameName, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { addressesOf, type DelegatedServer, type Delegation, type KnownAddress } from './delegation.ts';
import type { Ending, Purpose } from './events.ts';
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

/** A sub-walk for a server without glue: IPv4 first, IPv6 where that finds nothing. */
export async function addressesFor(
  run: Run,
  server: DelegatedServer,
  delegation: Delegation,
  search: Search,
  resolve: (run: Run, search: Search) => Promise<Ending>,
): Promise<readonly KnownAddress[] | string> {
  // Only the zone itself could say where such a server is, and nobody can ask it: that is what glue is for (RFC 9471).
  if (isAtOrBelow(server.name, delegation.zone)) {
    return `${server.name} lies in the zone itself, and the referral gave no address for it that may be asked`;
  }
  if (search.trail.some((name) => sameName(name, server.name))) {
    return `${server.name} cannot be found: the zones on the way need each other’s servers`;
  }
  if (search.trail.length >= run.limits.depth)
    return `${server.name} is not looked up: ${run.limits.depth} look-ups deep already`;
  const trail = [...search.trail, server.name];
  let obstacle = `${server.name} has no address`;
  for (const type of [A, AAAA]) {
    if (!run.families.includes(type === A ? 4 : 6)) continue;
    const question = { name: server.name, type: type.code, class: search.question.class };
    const sub: Search = {
      question,
      purpose: 'nameserver-address',
      parent: delegation.hop,
      trail,
      signal: search.signal,
    };
    const ending = await resolve(run, sub);
    const found = addressesOf(ending.answers.filter((record) => record.type === type.code));
    const askable = found.filter(run.mayAsk);
    if (askable.length > 0) return askable.map((address) => ({ address, source: 'lookup' }));
    if (found.length > 0)
      obstacle = `${server.name} has the address ${found.join(', ')}, which no server can have`;
    if (ending.status === 'nxdomain') return `${server.name} does not exist`;
    if (ending.status === 'failure')
      obstacle = `${server.name} cannot be found: ${ending.message.replace(/\.$/, '')}`;
    // A name that cannot be walked for one type cannot be walked for another.
    if (ending.status === 'failure') break;
  }
  return obstacle;
}
