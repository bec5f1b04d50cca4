/**
 * Asks every server of every zone on a path, at every address: who agrees, who differs, who is lame or silent; which
 * version of the zone each has; and whether the parent's addresses are those of the servers themselves.
 */

import { printRdata } from '../message/record-text.ts';
import { recordsOf, type Question, type ResourceRecord } from '../message/message.ts';
import { lowerCased, sameName, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { NS } from '../message/records/ns.ts';
import { SOA } from '../message/records/soa.ts';
import { addressesOf, type DelegatedServer, type Delegation, type KnownAddress } from './delegation.ts';
import type { SurveyRow, SurveyStatus } from './events.ts';
import { makeHop, type FinishedHop } from './hop.ts';
import { resolve } from './resolve.ts';
import type { Run } from './run.ts';
import { addressesFor } from './server-addresses.ts';
import { familyOf } from './selection.ts';

/** So many questions are under way at once: a survey is a visit, not a flood. */
const AT_ONCE = 4;
const TRIES = 2;

/** Surveys the zones of a path, the last of which answered the question. Reports each as an event. */
export async function survey(
  run: Run,
  path: readonly Delegation[],
  question: Question,
  signal: AbortSignal,
): Promise<void> {
  for (const [place, delegation] of path.entries()) {
    if (signal.aborted) return;
    const isLast = place === path.length - 1;
    const ownAddresses = await findAddresses(run, delegation, question, signal);
    const targets = delegation.servers.flatMap((server) =>
      server.addresses.map((known) => ({ server, known })),
    );
    const rows = await mapBounded(targets, AT_ONCE, async ({ server, known }) => {
      return surveyAddress(run, delegation, server, known, isLast ? question : undefined, signal);
    });
    run.emit({
      type: 'survey',
      zone: delegation.zone,
      hop: delegation.hop,
      rows: judged(rows, ownAddresses),
    });
  }
}

/**
 * Fills in servers without addresses, and asks the servers' own zones about those that came as glue. Gives the addresses
 * that the servers' own zones know, by server name.
 */
async function findAddresses(
  run: Run,
  delegation: Delegation,
  question: Question,
  signal: AbortSignal,
): Promise<ReadonlyMap<Name, readonly string[]>> {
  const ownAddresses = new Map<Name, string[]>();
  const search = { question, purpose: 'survey', parent: delegation.hop, trail: [], signal } as const;
  for (const server of delegation.servers) {
    if (server.addresses.length === 0 && !server.lookedUp) {
      const found = await addressesFor(run, server, delegation, search, resolve);
      server.lookedUp = true;
      if (typeof found !== 'string') server.addresses.push(...found);
    } else if (delegation.from !== 'hints') {
      for (const type of [A, AAAA]) {
        if (!run.families.includes(type === A ? 4 : 6)) continue;
        const asked = { name: server.name, type: type.code, class: question.class };
        const ending = await resolve(run, { ...search, question: asked });
        const own = addressesOf(ending.answers).filter(run.mayAsk);
        ownAddresses.set(server.name, [...(ownAddresses.get(server.name) ?? []), ...own]);
        const fresh = own.filter((address) => server.addresses.every((known) => known.address !== address));
        server.addresses.push(...fresh.map((address): KnownAddress => ({ address, source: 'lookup' })));
      }
    }
  }
  return ownAddresses;
}

interface Visit {
  readonly server: Name;
  readonly address: string;
  readonly source: KnownAddress['source'];
  readonly status: SurveyStatus;
  readonly serial: number | null;
  readonly nameServers: readonly Name[] | null;
  readonly answer: readonly string[] | null;
  readonly hops: readonly number[];
}

async function surveyAddress(
  run: Run,
  { zone, hop }: Delegation,
  { name }: DelegatedServer,
  { address, source }: KnownAddress,
  question: Question | undefined,
  signal: AbortSignal,
): Promise<Visit> {
  const hops: number[] = [];
  const ask = async (asked: Question): Promise<FinishedHop> => {
    for (let tries = 1; ; tries++) {
      const errand = { zone, question: asked, purpose: 'survey', parent: hop } as const;
      const attempt = {
        candidate: { name, address, source },
        transport: run.transport,
        edns: 'edns',
        letters: 'as-they-are',
        udpPayloadSize: run.asking.udpPayloadSize,
      } as const;
      const finished = await askOnce(run, errand, attempt, signal);
      hops.push(finished.hop.id);
      if (finished.hop.outcome !== 'timeout' || tries === TRIES || signal.aborted) return finished;
    }
  };
  const about = { server: name, address, source };
  const inZone = (type: number): Question => ({ name: zone, type, class: question?.class ?? 1 });
  const soa = await ask(inZone(SOA.code));
  const status = statusOf(soa);
  // Who does not answer for the zone at all need not be asked more.
  if (status !== 'agrees') return { ...about, status, serial: null, nameServers: null, answer: null, hops };
  const ns = await ask(inZone(NS.code));
  const answer = question && (await ask(question));
  return {
    ...about,
    status,
    serial: recordsOf(soa.hop.message!.answers, SOA)[0]?.rdata.serial ?? null,
    nameServers: namesIn(ns.hop.message?.answers ?? [], zone),
    answer: answer ? answerOf(answer) : null,
    hops,
  };
}

type Errand = Parameters<typeof makeHop>[1];
type Attempt = Omit<Parameters<typeof makeHop>[2], 'why'>;

async function askOnce(
  run: Run,
  errand: Errand,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<FinishedHop> {
  const first = { ...attempt, why: 'the survey asks every server at every address' };
  const finished = await makeHop(run, errand, first, run.limits.longestPatienceMs, signal);
  if (finished.hop.outcome !== 'truncated' || attempt.transport === 'tcp') return finished;
  const again = { ...first, transport: 'tcp', why: 'the reply over UDP was truncated' } as const;
  return makeHop(run, errand, again, run.limits.longestPatienceMs, signal);
}

function statusOf({ hop }: FinishedHop): SurveyStatus {
  if (hop.outcome === 'timeout') return 'silent';
  if (hop.outcome === 'refused' || hop.outcome === 'unreachable' || hop.outcome === 'lame')
    return hop.outcome;
  return hop.outcome === 'answer' && hop.flags.includes('aa') ? 'agrees' : 'failed';
}

function namesIn(answers: readonly ResourceRecord[], zone: Name): Name[] {
  return recordsOf(answers, NS)
    .filter(({ name }) => sameName(name, zone))
    .map(({ rdata }) => lowerCased(rdata.nameServer))
    .toSorted();
}

/** The answer as a set of lines, or the kind of ending where there is none. */
function answerOf({ hop, verdict }: FinishedHop): string[] {
  if (!verdict || !('records' in verdict) || verdict.records.length === 0) return [hop.outcome];
  return verdict.records.map(printRdata).toSorted();
}

/** Marks who says otherwise than most. */
function judged(visits: readonly Visit[], ownAddresses: ReadonlyMap<Name, readonly string[]>): SurveyRow[] {
  const voices = visits.filter(({ status }) => status === 'agrees');
  const [serial, nameServers, answer] = (['serial', 'nameServers', 'answer'] as const).map((about) =>
    mostCommon(voices.map((visit) => JSON.stringify(visit[about]))),
  );
  return visits.map((visit) => {
    const differs = {
      serial: JSON.stringify(visit.serial) !== serial,
      nameServers: JSON.stringify(visit.nameServers) !== nameServers,
      answer: JSON.stringify(visit.answer) !== answer,
    };
    const isOdd = visit.status === 'agrees' && Object.values(differs).some(Boolean);
    const family = familyOf(visit.address);
    const own = (ownAddresses.get(visit.server) ?? []).filter((address) => familyOf(address) === family);
    return { ...visit, family, ownAddresses: own, status: isOdd ? 'differs' : visit.status };
  });
}

function mostCommon(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

async function mapBounded<T, R>(
  items: readonly T[],
  atOnce: number,
  map: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const place = next++;
      results[place] = await map(items[place]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
