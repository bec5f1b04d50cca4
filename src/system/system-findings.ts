/**
 * The answer of this computer out of what getaddrinfo, getnameinfo and the name servers said: its source, its
 * evidence, or why there is none.
 */

import type { Question } from '../message/message.ts';
import { rcodeOf } from '../message/message.ts';
import type { Name } from '../message/name.ts';
import { addressError, gaveUpError, recordError, withServerFailure } from './answer-error.ts';
import { sourceOf, type AnswerFacts } from './attribution.ts';
import type { AddressLookup, Computer, NameLookup } from './computer.ts';
import type { Waited } from './give-up.ts';
import { evidenceOf } from './hosts-file.ts';
import { isLocalName, isMulticastName } from './local-names.ts';
import { NO_SUCH_NAME } from './lookup-errors.ts';
import { nameFrom, type LookupPlan } from './lookup-plan.ts';
import type { LookupSettings } from './lookup-settings.ts';
import { nameServersSay, type SearchResult } from './stub-search.ts';
import type { SystemAnswer } from './system-answer.ts';

export type Findings = Pick<
  SystemAnswer,
  'source' | 'addresses' | 'names' | 'records' | 'rcode' | 'server' | 'error' | 'tried' | 'evidence'
>;

export interface Heard {
  readonly question: Question;
  readonly computer: Computer;
  readonly settings: LookupSettings;
  readonly search: SearchResult;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

type Plan<K extends LookupPlan['kind']> = Extract<LookupPlan, { kind: K }>;

export function addressFindings(
  plan: Plan<'addresses'>,
  waited: Waited<AddressLookup>,
  heard: Heard,
): Findings {
  const { question, settings, search } = heard;
  const { family, hits, isLiteral, searched } = plan;
  const found = nothing(heard);
  if ('gaveUp' in waited) return { ...found, error: gaveUpError(waited.gaveUp, heard.timeoutMs) };
  const { addresses, error } = waited.value;
  if (addresses.length === 0) {
    const tried = asksNameServers(settings) && searched.length > 0 ? searched : found.tried;
    return { ...found, tried, error: addressError(error, search, question, family) };
  }
  const inHosts = hits.map(({ address }) => address);
  const facts = factsOf(heard, sameSet(addresses, inHosts), [question.name]);
  const source = isLiteral ? 'literal' : sourceOf(settings.nsswitch.sources, facts);
  const lines = source === 'hosts' ? hits.slice(0, MAXIMUM_EVIDENCE_LINES) : [];
  const evidence = lines.map(({ line }) => evidenceOf(line, settings.hostsPath));
  const isSearched = source === 'dns' || source === 'resolve' || source === 'unknown';
  const tried = isSearched ? triedNames(searched, search, question.name) : found.tried;
  return { ...found, source, addresses, tried, evidence };
}

export function nameFindings(plan: Plan<'names'>, waited: Waited<NameLookup>, heard: Heard): Findings {
  const { settings, search } = heard;
  const { line } = plan;
  const found = nothing(heard);
  if ('gaveUp' in waited) return { ...found, error: gaveUpError(waited.gaveUp, heard.timeoutMs) };
  const names = waited.value.names.flatMap(nameFrom);
  if (names.length === 0) {
    return { ...found, error: withServerFailure(waited.value.error ?? NO_SUCH_NAME, search) };
  }
  const isInHosts = line !== undefined && sameSet(names, nameFrom(line.names[0] ?? ''));
  const source = sourceOf(settings.nsswitch.sources, factsOf(heard, isInHosts, names));
  const evidence = source === 'hosts' && line ? [evidenceOf(line, settings.hostsPath)] : [];
  return { ...found, source, names, evidence };
}

/** Other types are nothing to getaddrinfo: the name servers of resolv.conf are asked, for the very name. */
export function recordFindings({ problem }: Plan<'records'>, heard: Heard): Findings {
  const { question, search, signal } = heard;
  const found = nothing(heard);
  if (problem !== null) return { ...found, error: problem };
  if (search.answeredAs !== undefined) return { ...found, source: 'dns' };
  return { ...found, error: recordError(search, question, signal) };
}

const MAXIMUM_EVIDENCE_LINES = 8;

/** What is known where the computer has no answer: what the name servers said. */
function nothing({ question, search: { reply } }: Heard): Findings {
  return {
    source: 'none',
    addresses: [],
    names: [],
    records: reply?.message.answers ?? [],
    rcode: reply ? rcodeOf(reply.message) : null,
    server: reply?.server ?? null,
    error: null,
    tried: [question.name],
    evidence: [],
  };
}

function factsOf({ computer, search }: Heard, isInHosts: boolean, names: readonly Name[]): AnswerFacts {
  return {
    isInHosts,
    isLocalName: names.some((name) => isLocalName(name, computer.hostname)),
    isMulticastName: names.some(isMulticastName),
    nameServers: nameServersSay(search),
  };
}

/** The names up to the one that answered; the name itself where we cannot tell which did. */
function triedNames(names: readonly Name[], { answeredAs }: SearchResult, asked: Name): readonly Name[] {
  return answeredAs === undefined ? [asked] : names.slice(0, names.indexOf(answeredAs) + 1);
}

function asksNameServers({ nsswitch }: LookupSettings): boolean {
  return nsswitch.sources.some(({ name }) => name === 'dns' || name === 'resolve');
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  const a = new Set(left);
  const b = new Set(right);
  return a.size === b.size && left.every((item) => b.has(item));
}
