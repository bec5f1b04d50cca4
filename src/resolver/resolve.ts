/**
 * From a question to its ending (RFC 1034 5.3.3): down the referrals to the zone that answers, along the aliases, and
 * with a sub-walk of its own for each server that came without an address.
 */

import { RCODE, typeName } from '../message/codes.ts';
import type { Question, ResourceRecord } from '../message/message.ts';
import { isBelow, lowerCased, parentOf, sameName, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { askZone, type ZoneResult } from './ask-zone.ts';
import {
  addressesOf,
  delegationFromReferral,
  serversOf,
  type DelegatedServer,
  type Delegation,
  type KnownAddress,
} from './delegation.ts';
import type { Ending, FailureReason } from './events.ts';
import type { SettledVerdict } from './memory.ts';
import { nextMinimised } from './minimisation.ts';
import type { Run } from './run.ts';
import { addressesFor, type Search } from './server-addresses.ts';

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
    if (aliases.length > run.limits.aliases) {
      return failed(ending, 'limit', `More than ${run.limits.aliases} aliases: ${aliases.join(' → ')}`);
    }
    if (verdict.outcome !== 'alias') return settled(ending, verdict);
    // RFC 6672 2.2: what resolvers tell their clients then.
    if (verdict.broken === 'too-long')
      return { ...failed(ending, 'limit', verdict.sentence), rcode: RCODE.YXDOMAIN };
    if (verdict.broken === 'loop' || seen.has(lowerCased(verdict.target))) {
      return failed(
        ending,
        'loop',
        `The aliases go round: ${[search.question.name, ...aliases].join(' → ')}`,
      );
    }
    for (const { target } of verdict.aliases) seen.add(lowerCased(target));
    name = verdict.target;
  }
}

type Unfinished = Pick<Ending, 'aliases' | 'answers' | 'negativeTtl' | 'zone'>;

function settled(ending: Unfinished, verdict: Exclude<SettledVerdict, { outcome: 'alias' }>): Ending {
  const { outcome: status, sentence: message } = verdict;
  if (verdict.outcome === 'answer') return { ...ending, status, reason: null, message, rcode: verdict.rcode };
  const rcode = verdict.outcome === 'nxdomain' ? RCODE.NXDOMAIN : RCODE.NOERROR;
  return { ...ending, status, reason: null, message, rcode, negativeTtl: verdict.negativeTtl };
}

type Descent = { readonly zone: Name } & (
  | { readonly kind: 'verdict'; readonly verdict: SettledVerdict; readonly hop: number | null }
  | { readonly kind: 'failure'; readonly reason: FailureReason; readonly message: string }
);

/** From the closest known zone cut down to the zone that answers for one name. */
async function descend(run: Run, search: Search): Promise<Descent> {
  const { question, purpose, parent } = search;
  const known = run.memory?.recall(question, run.clock.now());
  if (known) {
    const { verdict, zone } = known;
    const { records, outcome } = verdict;
    const left = 'negativeTtl' in verdict ? { negativeTtl: verdict.negativeTtl } : {};
    run.emit({ type: 'recall', question, purpose, parent, zone, records, outcome, ...left });
    return { kind: 'verdict', verdict, hop: null, zone };
  }
  const minimised = { queries: 0 };
  let delegation = closest(run, question);
  let remembered: 'remembered' | 'new' = delegation.from === 'hints' ? 'new' : 'remembered';
  for (let referrals = 0; referrals <= run.limits.referrals; referrals++) {
    const { zone, hop, ttlSeconds } = delegation;
    const left = ttlSeconds === undefined ? {} : { ttlSeconds };
    const from = remembered === 'remembered' ? 'cache' : delegation.from;
    const servers = serversOf(delegation, remembered);
    run.emit({ type: 'zone', zone, question, purpose, parent, from, hop, servers, ...left });
    if (purpose === 'answer' && !run.path.includes(delegation)) run.path.push(delegation);
    const result = await askOnce(run, search, zone, () =>
      askMinimised(run, search, delegation, remembered, minimised),
    );
    if (result.kind === 'failure') return { ...result, zone };
    const { verdict } = result;
    if (verdict.outcome !== 'referral') {
      run.memory?.store(question, verdict, zone, run.clock.now());
      return { kind: 'verdict', verdict, hop: result.hop.id, zone };
    }
    const glue = verdict.glue.filter((record) => {
      const mayBeAsked = addressesOf([record]).every(run.mayAsk);
      return mayBeAsked && run.families.includes(record.type === AAAA.code ? 6 : 4);
    });
    remembered = 'new';
    const same = run.delegations.ofReferral(verdict.zone, result.hop.id);
    delegation = same ?? delegationFromReferral(verdict.zone, verdict.nameServers, glue, result.hop.id);
    if (same) continue;
    run.delegations.add(delegation);
    run.addGlue(delegation);
    run.memory?.storeDelegation(delegation, verdict.ttlSeconds, run.clock.now());
  }
  const message = `More than ${run.limits.referrals} referrals on the way to ${question.name}.`;
  return { kind: 'failure', reason: 'limit', message, zone: delegation.zone };
}

/**
 * A and AAAA of a server are looked up at the same time. Far above its name the servers say the same to both, so one
 * question is enough there; where the next reply is likely to be the answer, both are asked.
 */
async function askOnce(
  run: Run,
  { question: { name }, purpose }: Search,
  zone: Name,
  ask: () => Promise<ZoneResult>,
): Promise<ZoneResult> {
  if (purpose !== 'nameserver-address' || sameName(name, zone) || sameName(parentOf(name), zone))
    return ask();
  const key = lowerCased(`${zone} ${name}`);
  const underWay = run.descents.get(key);
  const other = underWay && (await underWay);
  if (other && isForBoth(other)) return other;
  const own = ask().finally(() => run.descents.delete(key));
  run.descents.set(key, own);
  // Awaited here, so that whoever asked goes on before whoever only waits.
  const result = await own;
  return result;
}

function isForBoth(result: ZoneResult): boolean {
  return result.kind === 'failure' ? result.reason !== 'interrupted' : result.verdict.outcome === 'referral';
}

/**
 * Asks a zone's servers, with no more of the name than they need where that is wanted. Anything but a referral or a
 * plain "exists" makes the whole question be asked: servers that answer NXDOMAIN for empty non-terminals, or refuse
 * what they do not expect, are still about (RFC 9156).
 */
async function askMinimised(
  run: Run,
  search: Search,
  delegation: Delegation,
  remembered: 'remembered' | 'new',
  minimised: { queries: number },
): Promise<ZoneResult> {
  const { question, purpose, parent, signal } = search;
  const { zone } = delegation;
  const lookUp = (server: DelegatedServer, stop: AbortSignal): Promise<readonly KnownAddress[] | string> =>
    addressesFor(run, server, delegation, { ...search, signal: stop }, resolve);
  const errand = { zone, purpose, parent, delegation, remembered, signal, lookUp };
  let known = zone;
  while (run.asking.minimise) {
    const name = nextMinimised(question.name, known, minimised.queries);
    if (sameName(name, question.name)) break;
    minimised.queries++;
    const budgetMs = run.limits.minimisedBudgetMs;
    const result = await askZone(run, { ...errand, budgetMs, question: { ...question, name, type: A.code } });
    if (result.kind === 'failure' && result.reason === 'interrupted') return result;
    if (result.kind === 'failure' || result.verdict.outcome === 'nxdomain') break;
    if (result.verdict.outcome === 'referral') return result;
    known = name;
  }
  return askZone(run, { ...errand, budgetMs: run.limits.zoneBudgetMs, question });
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

function failed(ending: Unfinished, reason: FailureReason, message: string): Ending {
  return { ...ending, status: 'failure', reason, message, rcode: RCODE.SERVFAIL };
}
