/**
 * The walk: from the root hints down the referrals to the answer, with a walk of its own for every alias and for every
 * server without glue (RFC 1034 5.3.3). It decides and never sends; what it does comes out as events.
 */

import { RCODE, typeName } from '../message/codes.ts';
import type { Question, ResourceRecord } from '../message/message.ts';
import { isAtOrBelow, lowerCased, parentOf, sameName, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import type { Chance, Clock } from '../transport/clock-and-chance.ts';
import type { Exchange } from '../transport/exchange.ts';
import { askZone } from './ask-zone.ts';
import {
  addressesOf,
  delegationFromHints,
  delegationFromReferral,
  serversOf,
  type DelegatedServer,
  type Delegation,
  type KnownAddress,
} from './delegation.ts';
import { EventStream } from './event-stream.ts';
import type { Ending, FailureReason, Purpose, WalkEvent, ZoneServer } from './events.ts';
import { LIMITS, type Limits } from './limits.ts';
import { ROOT_HINTS } from './root-hints.ts';
import { Run } from './run.ts';
import { familyOf } from './selection.ts';

export interface WalkPorts {
  readonly exchange: Exchange;
  readonly clock: Clock;
  readonly chance: Chance;
  /** Wall-clock time, in milliseconds since 1970. */
  readonly wallClock: () => number;
}

export interface WalkOptions {
  readonly hints?: readonly ZoneServer[];
  /** The families of addresses that may be asked; both by default. */
  readonly families?: readonly (4 | 6)[];
  /** What servers are asked over first; UDP by default. */
  readonly transport?: 'udp' | 'tcp';
  readonly port?: number;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
}

/** Walks and tells. Ends with exactly one `end` event; leaving the loop early stops the walk and its sockets. */
export async function* walk(
  question: Question,
  ports: WalkPorts,
  options: WalkOptions = {},
): AsyncGenerator<WalkEvent> {
  const stream = new EventStream<WalkEvent>();
  const stop = new AbortController();
  const limits = { ...LIMITS, ...options.limits };
  const signal = AbortSignal.any([stop.signal, ...(options.signal ? [options.signal] : [])]);
  const families = options.families ?? [4, 6];
  const emit = (event: WalkEvent): void => stream.push(event);
  const { transport = 'udp', port = 53 } = options;
  const run = new Run({ ...ports, limits, families, transport, port, emit, signal });
  run.delegations.add(delegationFromHints(hintsOf(options.hints ?? ROOT_HINTS, families)));
  emit({ type: 'start', question, at: ports.wallClock() });
  const finished = resolve(run, { question, purpose: 'answer', parent: null, trail: [], signal }).then(
    (ending) => {
      emit({ type: 'end', ending, cost: run.cost });
      stream.end();
    },
    (error: unknown) => stream.fail(error),
  );
  try {
    yield* stream.events();
  } finally {
    stop.abort();
    await finished;
  }
}

interface Search {
  readonly question: Question;
  readonly purpose: Purpose;
  /** The hop that made this sub-walk necessary. */
  readonly parent: number | null;
  /** The server names whose addresses are being looked up around this search, outermost first. */
  readonly trail: readonly Name[];
  readonly signal: AbortSignal;
}

/** From the question to its end, through all aliases. */
async function resolve(run: Run, search: Search): Promise<Ending> {
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

type Ended = Awaited<ReturnType<typeof askZone>>;
type Settled = Exclude<Extract<Ended, { kind: 'verdict' }>['verdict'], { outcome: 'referral' }>;
type Descent = { readonly zone: Name } & (
  | { readonly kind: 'verdict'; readonly verdict: Settled; readonly hop: number }
  | { readonly kind: 'failure'; readonly reason: FailureReason; readonly message: string }
);

/** From the closest known zone cut down to the zone that answers for one name. */
async function descend(run: Run, search: Search): Promise<Descent> {
  const { question, purpose, parent, signal } = search;
  let delegation = closest(run, question);
  let remembered: 'remembered' | 'new' = delegation.hop === null ? 'new' : 'remembered';
  for (let referrals = 0; referrals <= run.limits.referrals; referrals++) {
    const { zone, hop } = delegation;
    const from = hop === null ? 'hints' : remembered === 'remembered' ? 'cache' : 'referral';
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
    if (verdict.outcome !== 'referral') return { kind: 'verdict', verdict, hop: result.hop.id, zone };
    const glue = verdict.glue.filter((record) => run.families.includes(record.type === AAAA.code ? 6 : 4));
    delegation = delegationFromReferral(verdict.zone, verdict.nameServers, glue, result.hop.id);
    remembered = 'new';
    run.delegations.add(delegation);
    run.addGlue(delegation);
  }
  const message = `More than ${run.limits.referrals} referrals on the way to ${question.name}.`;
  return { kind: 'failure', reason: 'limit', message, zone: delegation.zone };
}

/** DS records stand at the parent's side of a zone cut (RFC 4035 3.1.4.1): the cut itself is not asked for them. */
function closest(run: Run, question: Question): Delegation {
  const name = typeName(question.type) === 'DS' ? parentOf(question.name) : question.name;
  const found = run.delegations.closest(name);
  if (!found) throw new Error('a walk always knows the root');
  return found;
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

function hintsOf(hints: readonly ZoneServer[], families: readonly (4 | 6)[]): ZoneServer[] {
  return hints.map(({ name, addresses }) => ({
    name,
    addresses: addresses.filter(({ address }) => families.includes(familyOf(address))),
  }));
}

function failed(
  ending: Pick<Ending, 'aliases' | 'answers' | 'negativeTtl' | 'zone'>,
  reason: FailureReason,
  message: string,
): Ending {
  return { ...ending, status: 'failure', reason, message, rcode: RCODE.SERVFAIL };
}
