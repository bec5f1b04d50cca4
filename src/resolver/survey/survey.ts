/**
 * Asks every server of every zone on a path, at every address: who agrees, who differs, who is lame or silent; which
 * version of the zone each has; whether parent and zone name the same servers at the same addresses. One zone after
 * the other: first the addresses that are known, then what these and the servers' own zones add.
 */

import type { Question } from '../../message/message.ts';
import { lowerCased, sameName, type Name } from '../../message/name.ts';
import type { Delegation, KnownAddress } from '../delegation.ts';
import type { Run } from '../run.ts';
import { familyOf } from '../selection.ts';
import { judged } from './judge.ts';
import { OwnAddresses } from './own-addresses.ts';
import { Pace } from './pace.ts';
import { visit, type Visit } from './visit.ts';

/** A server with the addresses to be asked, and who names it. */
export interface SurveyedServer {
  readonly name: Name;
  readonly side: 'parent' | 'child';
  readonly addresses: readonly KnownAddress[];
}

/** Surveys the zones of the path of a walk that has ended. Reports each zone as an event. */
export async function survey(
  run: Run,
  question: Question,
  answeredBy: Name,
  signal: AbortSignal,
): Promise<void> {
  const { limits } = run;
  // What the walk has spent is its own matter: a survey has limits for itself.
  run.limits = {
    ...limits,
    queries: run.queries + limits.surveyQueries,
    walkBudgetMs: run.elapsedMs + limits.surveyBudgetMs,
  };
  const known = run.path.reduce((sum, delegation) => sum + addressCount(parentSideOf(run, delegation)), 0);
  run.surveyed = { done: 0, known };
  const pace = new Pace(run);
  const ownAddresses = new OwnAddresses(run, pace, question, signal);
  for (const delegation of run.path) {
    if (signal.aborted) return;
    const asked = sameName(delegation.zone, answeredBy) ? question : undefined;
    await surveyZone(run, delegation, { pace, ownAddresses, asked, class: question.class, signal });
  }
}

interface Means {
  readonly pace: Pace;
  readonly ownAddresses: OwnAddresses;
  /** The question of the walk, where this is the zone that answers it. */
  readonly asked: Question | undefined;
  readonly class: number;
  readonly signal: AbortSignal;
}

async function surveyZone(run: Run, delegation: Delegation, means: Means): Promise<void> {
  const before = run.surveyHops.length;
  const visits = new Map<string, Visit>();
  const parentSide = parentSideOf(run, delegation);
  await visitAll(run, delegation, parentSide, visits, means);
  const named = withChildSide(parentSide, [...visits.values()]);
  const isHeard = [...visits.values()].some(({ serial }) => serial !== null);
  const own = await means.ownAddresses.of(named, delegation, isHeard);
  const servers = named.map((server) => withOwn(server, own.addresses.get(lowerCased(server.name)) ?? []));
  const more = addressCount(servers) - visits.size;
  run.surveyed = { ...run.surveyed, known: run.surveyed.known + more };
  await visitAll(run, delegation, servers, visits, means);
  if (means.signal.aborted) return;
  run.emit({
    type: 'survey',
    ...judged(delegation, servers, visits, own.addresses),
    withoutAddress: servers
      .filter(({ addresses }) => addresses.length === 0)
      .map(({ name: server }) => ({ server, why: own.obstacles.get(lowerCased(server)) ?? 'not looked up' })),
    hops: run.surveyHops.slice(before),
  });
}

function parentSideOf(run: Run, { servers }: Delegation): SurveyedServer[] {
  return servers.map(({ name, side, addresses }) => ({
    name,
    side,
    // What the zone itself adds to a referral may be of a family that is not to be asked.
    addresses: addresses.filter(({ address }) => run.families.includes(familyOf(address))),
  }));
}

/** An address that two servers share is one. */
function addressCount(servers: readonly SurveyedServer[]): number {
  return new Set(servers.flatMap(({ addresses }) => addresses.map(({ address }) => address))).size;
}

/** Visits what was not visited yet. An address that two servers share is asked once. */
async function visitAll(
  run: Run,
  { zone, hop }: Delegation,
  servers: readonly SurveyedServer[],
  visits: Map<string, Visit>,
  { pace, asked, class: questionClass, signal }: Means,
): Promise<void> {
  const fresh = new Map(
    servers.flatMap(({ name, addresses }) =>
      addresses
        .filter(({ address }) => !visits.has(address))
        .map(({ address, source }) => [address, { name, address, source }] as const),
    ),
  );
  await pace.each([...fresh.values()], async (candidate) => {
    const about = { zone, parent: hop, class: questionClass, question: asked };
    visits.set(candidate.address, await visit(run, pace, about, candidate, signal));
    run.surveyed = { ...run.surveyed, done: run.surveyed.done + 1 };
  });
}

/** With the servers that only the zone itself names: they serve it as well (RFC 2181 6.1). */
function withChildSide(servers: readonly SurveyedServer[], visits: readonly Visit[]): SurveyedServer[] {
  const known = new Set(servers.map(({ name }) => lowerCased(name)));
  const more = new Set(visits.flatMap(({ nameServers }) => nameServers ?? []));
  const added = [...more]
    .filter((name) => !known.has(name))
    .map((name): SurveyedServer => ({ name, side: 'child', addresses: [] }));
  return [...servers, ...added];
}

function withOwn(server: SurveyedServer, own: readonly string[]): SurveyedServer {
  const known = new Set(server.addresses.map(({ address }) => address));
  const fresh = own.filter((address) => !known.has(address));
  return {
    ...server,
    addresses: [
      ...server.addresses,
      ...fresh.map((address): KnownAddress => ({ address, source: 'lookup' })),
    ],
  };
}
