/**
 * From a question to its ending (RFC 1034 5.3.3): down the referrals to the zone that answers, along the aliases, and
 * with a sub-walk of its own for each server that came without an address.
 */

import { RCODE, typeName } from '../message/codes.ts';
import type { Question, ResourceRecord } from '../message/message.ts';
import { isAtOrBelow, isBelow, lowerCased, parentOf, sameName, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { askZone } from './ask-zone.ts';
import {
  addressesOf,
  delegationFromReferral,
  serversOf,
  type DelegatedServer,
  type Delegation,
  type KnownAddress,
} from './delegation.ts';
import type { Ending, FailureReason, Purpose } from './events.ts';
import type { SettledVerdict } from './memory.ts';
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

/** From the question to its end, through all aliases. */
export async function resolve(run: Run, search: Search): Promise<Ending> {
  const aliases: Name[] = [];
  const answers: ResourceRecord[] = [];
  const seen = new Set([lowerCased(search.question.name)]);
  let { name } = search.question;
  for (;;) {
    const question = { ...search.question, name };
    const step = await descend(run, { ...search, question });
    const ending = { aliases, answers, negativeTtl: null, zone: step.zone };
    if (step.kind === 'failure') return failed(ending, step.reason, step.message);
    const { verdict } = step;
    answers.push(...verdict.records);
    for (const { owner, via, target } of verdict.aliases) {
      aliases.push(target);
      run.emit({ type: 'alias', hop: step.hop, parent: search.parent, owner, via, target });
    }
    if (verdict.outcome !== 'alias') {
      const nxdomain = verdict.outcome === 'nxdomain';
      const negativeTtl = verdict.outcome === 'answer' ? null : verdict.negativeTtl;
      const rcode = nxdomain ? RCODE.NXDOMAIN : RCODE.NOERROR;
      return {
        ...ending,
        status: verdict.outcome,
        reason: null,
        message: verdict.sentence,
        rcode,
        negativeTtl,
      };
    }
    if (verdict.broken === 'too-long') return failed(ending, 'limit', verdict.sentence);
    if (verdict.broken === 'loop' || seen.has(lowerCased(verdict.target))) {
      return failed(
        ending,
        'loop',
        `The aliases go round: ${[search.question.name, ...aliases].join(' → ')}`,
      );
    }
    if (aliases.length > run.limits.aliases) {
      return failed(ending, 'limit', `More than ${run.limits.aliases} aliases: ${aliases.join(' → ')}`);
    }
    for (const { target } of verdict.aliases) seen.add(lowerCased(target));
    name = verdict.target;
  }
}

type Descent = { readonly zone: Name } & (
  | { readonly kind: 'verdict'; readonly verdict: SettledVerdict; readonly hop: number | null }
  | { readonly kind: 'failure'; readonly reason: FailureReason; readonly message: string }
);

/** From the closest known zone cut down to the zone that answers for one name. */
async function descend(run: Run, search: Search): Promise<Descent> {
  const { question, purpose, parent, signal } = search;
  const known = run.memory?.recall(question, run.clock.now());
  if (known) {
    run.emit({ type: 'recall', question, purpose, parent, zone: known.zone, records: known.verdict.records });
    return { kind: 'verdict', verdict: known.verdict, hop: null, zone: known.zone };
  }
  let delegation = closest(run, question);
  let remembered: 'remembered' | 'new' = delegation.from === 'hints' ? 'new' : 'remembered';
  for (let referrals = 0; referrals <= run.limits.referrals; referrals++) {
    const { zone, hop } = delegation;
    const from = remembered === 'remembered' ? 'cache' : delegation.from;
    run.emit({
      type: 'zone',
      zone,
      question,
      purpose,
      parent,
      from,
      hop,
      servers: serversOf(delegation, remembered),
    });
    const lookUp = (server: DelegatedServer, stop: AbortSignal): Promise<readonly KnownAddress[] | string> =>
      addressesFor(run, server, delegation, { ...search, signal: stop });
    const result = await askZone(run, {
      zone,
      question,
      purpose,
      parent,
      delegation,
      remembered,
      signal,
      lookUp,
    });
    if (result.kind === 'failure') return { ...result, zone };
    const { verdict } = result;
    if (verdict.outcome !== 'referral') {
      run.memory?.store(question, verdict, zone, run.clock.now());
      return { kind: 'verdict', verdict, hop: result.hop.id, zone };
    }
    const glue = verdict.glue.filter((record) => run.families.includes(record.type === AAAA.code ? 6 : 4));
    delegation = delegationFromReferral(verdict.zone, verdict.nameServers, glue, result.hop.id);
    remembered = 'new';
    run.delegations.add(delegation);
    run.addGlue(delegation);
    run.memory?.storeDelegation(delegation, verdict.ttlSeconds, run.clock.now());
  }
  const message = `More than ${run.limits.referrals} referrals on the way to ${question.name}.`;
  return { kind: 'failure', reason: 'limit', message, zone: delegation.zone };
}

/** DS records stand at the parent's side of a zone cut (RFC 4035 3.1.4.1): the cut itself is not asked for them. */
function closest(run: Run, question: Question): Delegation {
  const name = typeName(question.type) === 'DS' ? parentOf(question.name) : question.name;
  const found = run.delegations.closest(name);
  if (!found) throw new Error('a walk always knows the root');
  const recalled = run.memory?.recallDelegation(name, run.clock.now());
  if (!recalled || !isBelow(recalled.zone, found.zone)) return found;
  run.delegations.add(recalled);
  return recalled;
}

/** A sub-walk for a server without glue: IPv4 first, IPv6 where that finds nothing. */
async function addressesFor(
  run: Run,
  server: DelegatedServer,
  delegation: Delegation,
  search: Search,
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
    if (found.length > 0) return found.map((address) => ({ address, source: 'lookup' }));
    if (ending.status === 'nxdomain') return `${server.name} does not exist`;
    if (ending.status === 'failure')
      obstacle = `${server.name} cannot be found: ${ending.message.replace(/\.$/, '')}`;
    // A name that cannot be walked for one type cannot be walked for another.
    if (ending.status === 'failure') break;
  }
  return obstacle;
}

function failed(
  ending: Pick<Ending, 'aliases' | 'answers' | 'negativeTtl' | 'zone'>,
  reason: FailureReason,
  message: string,
): Ending {
  return { ...ending, status: 'failure', reason, message, rcode: RCODE.SERVFAIL };
}
