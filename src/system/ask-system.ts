/**
 * What this computer says to a question, and where it has that from: getaddrinfo and getnameinfo for
 * addresses and reverse names, our own stub query for every other type and as evidence beside them.
 */

import { CLASS_IN } from '../message/codes.ts';
import { rcodeOf, type Question } from '../message/message.ts';
import { NameError, ROOT, scanName, type Name } from '../message/name.ts';
import { A } from '../message/records/a.ts';
import { AAAA } from '../message/records/aaaa.ts';
import { PTR } from '../message/records/ptr.ts';
import type { Exchange } from '../transport/exchange.ts';
import { sourceOf, type AnswerFacts } from './attribution.ts';
import { HOSTS_PATH, type Computer } from './computer.ts';
import { scanDottedAddress } from './dotted-address.ts';
import { waitAtMost } from './give-up.ts';
import { evidenceOf, hostsAddresses, hostsLineOf, type HostsHit } from './hosts-file.ts';
import { isLocalName, isMulticastName, plainTextOf } from './local-names.ts';
import { NO_SUCH_NAME } from './lookup-errors.ts';
import { readLookupSettings, type LookupSettings } from './lookup-settings.ts';
import { addressError, gaveUpError, recordError, withServerFailure } from './answer-error.ts';
import { addressOfReverseName } from './reverse-address.ts';
import { searchNames } from './search-list.ts';
import { nameServersSay, searchNameServers, type SearchResult } from './stub-search.ts';
import type { SystemAnswer } from './system-answer.ts';

export interface AskSystemOptions {
  /** Carries the stub query. */
  readonly exchange: Exchange;
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for the computer's own lookup, in milliseconds. */
  readonly timeoutMs: number;
  /** A clock that only goes forward. */
  readonly nowMs?: (() => number) | undefined;
  /** A number from 0 to 65535, not to be guessed from outside. */
  readonly randomId: () => number;
  /** The name as it was typed: a final dot in it says that the name is complete. By default it has none. */
  readonly typed?: string | undefined;
}

export async function askSystem(
  question: Question,
  computer: Computer,
  options: AskSystemOptions,
): Promise<SystemAnswer> {
  const nowMs = options.nowMs ?? (() => performance.now());
  const startMs = nowMs();
  const settings = await readLookupSettings(computer);
  const { nsswitch, resolvConf, notes } = settings;
  const findings = await findOut({ question, computer, settings, options, nowMs });
  return {
    ...findings,
    sources: nsswitch.sources.map(({ name }) => name),
    nameServers: resolvConf.nameServers,
    ...(notes.length > 0 ? { notes } : {}),
    elapsedMs: nowMs() - startMs,
  };
}

type Findings = Omit<SystemAnswer, 'sources' | 'nameServers' | 'notes' | 'elapsedMs'>;

interface Asking {
  readonly question: Question;
  readonly computer: Computer;
  readonly settings: LookupSettings;
  readonly options: AskSystemOptions;
  readonly nowMs: () => number;
}

/** The stub query must not make a trace slow, however many servers and search domains there are. */
const STUB_TIMEOUT_MS = 2000;
const MAXIMUM_EVIDENCE_LINES = 8;

function findOut(asking: Asking): Promise<Findings> {
  const { type, class: questionClass, name } = asking.question;
  if (questionClass === CLASS_IN && type === A.code) return findAddresses(asking, 4);
  if (questionClass === CLASS_IN && type === AAAA.code) return findAddresses(asking, 6);
  const address = questionClass === CLASS_IN && type === PTR.code ? addressOfReverseName(name) : undefined;
  return address === undefined ? findRecords(asking) : findNames(asking, address);
}

async function findAddresses(asking: Asking, family: 4 | 6): Promise<Findings> {
  const { question, computer, settings, options } = asking;
  const plain = plainTextOf(question.name);
  if (plain === undefined) {
    return {
      ...(await findRecords(asking)),
      source: 'none',
      error: 'getaddrinfo cannot be asked for a name with these octets',
    };
  }
  const spelt = plain !== ROOT && endsInDot(options.typed ?? '') ? `${plain}.` : plain;
  const isLiteral = scanDottedAddress(spelt) !== undefined;
  const hits = hostsAddresses(settings.hosts ?? '', spelt, family, settings.hostConf.match);
  const endsInHosts = hits.length > 0 && filesComeFirst(settings);
  const names = isLiteral || endsInHosts ? [] : searchNames(spelt, settings.resolvConf);
  const [waited, search] = await Promise.all([
    waitAtMost(computer.lookup(spelt, family), options.timeoutMs, options.signal),
    askStub(asking, names.length > 0 ? names : [question.name]),
  ]);
  const found = nothing(asking, search);
  if ('gaveUp' in waited) return { ...found, error: gaveUpError(waited.gaveUp, options.timeoutMs) };
  const { addresses, error } = waited.value;
  if (addresses.length === 0) {
    const tried = asksNameServers(settings) && names.length > 0 ? names : found.tried;
    return { ...found, tried, error: addressError(error, search, question, family) };
  }
  const inHosts = hits.map(({ address }) => address);
  const facts: AnswerFacts = {
    isInHosts: sameSet(addresses, inHosts),
    isLocalName: isLocalName(question.name, computer.hostname),
    isMulticastName: isMulticastName(question.name),
    nameServers: nameServersSay(search),
  };
  const source = isLiteral ? 'literal' : sourceOf(settings.nsswitch.sources, facts);
  const evidence = source === 'hosts' ? evidenceOfHits(hits) : [];
  const isSearched = source === 'dns' || source === 'resolve' || source === 'unknown';
  const tried = isSearched ? triedNames(names, search, question.name) : found.tried;
  return { ...found, source, addresses, tried, evidence };
}

async function findNames(asking: Asking, address: string): Promise<Findings> {
  const { question, computer, settings, options } = asking;
  const [waited, search] = await Promise.all([
    waitAtMost(computer.reverse(address), options.timeoutMs, options.signal),
    askStub(asking, [question.name]),
  ]);
  const found = nothing(asking, search);
  if ('gaveUp' in waited) return { ...found, error: gaveUpError(waited.gaveUp, options.timeoutMs) };
  const names = waited.value.names.flatMap(nameFrom);
  if (names.length === 0) {
    return { ...found, error: withServerFailure(waited.value.error ?? NO_SUCH_NAME, search) };
  }
  const line = hostsLineOf(settings.hosts ?? '', address);
  const facts: AnswerFacts = {
    isInHosts: line !== undefined && sameSet(names, nameFrom(line.names[0] ?? '')),
    isLocalName: names.some((name) => isLocalName(name, computer.hostname)),
    isMulticastName: names.some(isMulticastName),
    nameServers: nameServersSay(search),
  };
  const source = sourceOf(settings.nsswitch.sources, facts);
  const evidence = source === 'hosts' && line ? [evidenceOf(line, HOSTS_PATH)] : [];
  return { ...found, source, names, evidence };
}

/** Other types are nothing to getaddrinfo: the name servers of resolv.conf are asked, for the very name. */
async function findRecords(asking: Asking): Promise<Findings> {
  const { question, options } = asking;
  const search = await askStub(asking, [question.name]);
  const found = nothing(asking, search);
  if (search.answeredAs !== undefined) return { ...found, source: 'dns' };
  return { ...found, error: recordError(search, question, options.signal) };
}

/** What is known where the computer has no answer: what the name servers said. */
function nothing({ question }: Asking, { reply }: SearchResult): Findings {
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

function askStub(
  { question, settings, options, nowMs }: Asking,
  names: readonly Name[],
): Promise<SearchResult> {
  const { nameServers, options: resolverOptions } = settings.resolvConf;
  const deadlineMs = nowMs() + Math.min(STUB_TIMEOUT_MS, options.timeoutMs);
  const transport = resolverOptions.flags.includes('use-vc') ? 'tcp' : 'udp';
  const deps = {
    exchange: options.exchange,
    signal: options.signal,
    randomId: options.randomId,
    nowMs,
    transport,
  } as const;
  return searchNameServers(question, names, nameServers, deadlineMs, deps);
}

/** The names up to the one that answered; the name itself where we cannot tell which did. */
function triedNames(names: readonly Name[], { answeredAs }: SearchResult, asked: Name): readonly Name[] {
  return answeredAs === undefined ? [asked] : names.slice(0, names.indexOf(answeredAs) + 1);
}

/** True where a name in the hosts file is not looked for anywhere else. */
function filesComeFirst({ nsswitch }: LookupSettings): boolean {
  const first = nsswitch.sources.find(({ name }) => name === 'files' || name === 'dns' || name === 'resolve');
  return first?.name === 'files';
}

function asksNameServers({ nsswitch }: LookupSettings): boolean {
  return nsswitch.sources.some(({ name }) => name === 'dns' || name === 'resolve');
}

function evidenceOfHits(hits: readonly HostsHit[]): SystemAnswer['evidence'] {
  return hits.slice(0, MAXIMUM_EVIDENCE_LINES).map(({ line }) => evidenceOf(line, HOSTS_PATH));
}

/** True where the typed text ends in a dot that is not an escaped one. */
const endsInDot = (typed: string): boolean => /(?:^|[^\\])(?:\\\\)*\.$/.test(typed);

function nameFrom(text: string): Name[] {
  try {
    return [scanName(text).toLowerCase()];
  } catch (error) {
    if (error instanceof NameError) return [];
    throw error;
  }
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  const a = new Set(left);
  const b = new Set(right);
  return a.size === b.size && left.every((item) => b.has(item));
}
