/**
 * What this computer says to a question, and where it has that from: getaddrinfo and getnameinfo for
 * addresses and reverse names, our own queries to every name server for all other types and as evidence
 * beside them, and c-ares as another voice.
 */

import type { Question } from '../message/message.ts';
import type { Exchange } from '../transport/exchange.ts';
import type { AddressLookup, AddressQuestion, Computer, NameLookup } from './computer.ts';
import { waitAtMost, type Waited } from './give-up.ts';
import { plainTextOf } from './local-names.ts';
import { namesForServers, planOf, type LookupPlan } from './lookup-plan.ts';
import { readLookupSettings, type LookupSettings } from './lookup-settings.ts';
import { nameServersOf } from './name-servers.ts';
import { askAll } from './server-voices.ts';
import { settingsReportOf } from './settings-report.ts';
import { sourceAnswersOf, type SourceFacts } from './source-answers.ts';
import { searchThrough } from './stub-search.ts';
import type { SystemAnswer } from './system-answer.ts';
import {
  addressFindings,
  nameFindings,
  recordFindings,
  type Findings,
  type Heard,
} from './system-findings.ts';

export interface AskSystemOptions {
  /** Carries the stub queries. */
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
  /**
   * How far name servers are asked who they are: `nsid` rides in the query, `chaos` sends two more queries to
   * each (RFC 4892), which is for whoever asks for it.
   */
  readonly identity?: 'nsid' | 'chaos';
}

export async function askSystem(
  question: Question,
  computer: Computer,
  options: AskSystemOptions,
): Promise<SystemAnswer> {
  const nowMs = options.nowMs ?? (() => performance.now());
  const startMs = nowMs();
  const settings = await readLookupSettings(computer, question.name);
  const plan = planOf(question, settings, options.typed ?? '');
  const { resolvConf, nsswitch, notes } = settings;
  const names = namesForServers(question, plan);
  const library = startLibrary(question, computer, settings, nowMs);
  const own = ownLookup(plan, computer, settings, options);
  const servers = await nameServersOf(computer, settings);
  const [waited, bothFamilies, voices] = await Promise.all([
    own,
    own.then((first) => lookUpBoth(plan, first, computer, options, settings.blocked)),
    askAll(question, names, servers, {
      exchange: options.exchange,
      signal: options.signal,
      randomId: options.randomId,
      nowMs,
      transport: resolvConf.options.flags.includes('use-vc') ? 'tcp' : 'udp',
      deadlineMs: startMs + Math.min(STUB_TIMEOUT_MS, options.timeoutMs),
      enough: own,
      patienceMs: startMs + Math.min(PATIENCE_MS, options.timeoutMs),
      identity: options.identity ?? 'nsid',
    }),
  ]);
  const search = searchThrough(question, names, voices);
  const heard = { question, computer, settings, search, ...options, signal: options.signal };
  const sourceAnswers = await sourceAnswersFor(plan, heard);
  const librarySaid = await library.end();
  return {
    ...findingsOf(plan, waited, heard),
    sources: nsswitch.sources.map(({ name }) => name),
    nameServers: resolvConf.nameServers,
    ...(notes.length > 0 ? { notes } : {}),
    elapsedMs: nowMs() - startMs,
    settings: settingsReportOf(settings, subjectOf(plan)),
    ...(sourceAnswers ? { sourceAnswers } : {}),
    ...(bothFamilies ? { bothFamilies } : {}),
    searchSteps: search.steps,
    servers: voices.map(({ answer }) => answer),
    ...(librarySaid ? { library: librarySaid } : {}),
  };
}

/** The stub queries must not make a trace slow, however many servers and search domains there are. */
const STUB_TIMEOUT_MS = 2000;
/** How long servers may take that answer later than another one did. */
const PATIENCE_MS = 1000;
/** c-ares is only an addition: where all else is done, it has had its time but for this. */
const LIBRARY_GRACE_MS = 50;

/** What getaddrinfo or getnameinfo said; nothing for a question that is for neither. */
type OwnLookup = Waited<AddressLookup & NameLookup>;

async function ownLookup(
  plan: LookupPlan,
  computer: Computer,
  { blocked }: LookupSettings,
  { timeoutMs, signal }: AskSystemOptions,
): Promise<OwnLookup> {
  const nothing = { addresses: [], names: [], error: null };
  if (plan.kind === 'records') return { value: nothing };
  // The C library would wait for that file for ever, and a thread of ours with it.
  if (blocked !== null) return { value: { ...nothing, error: `not asked: ${blocked}` } };
  const lookup =
    plan.kind === 'names' ? computer.reverse(plan.address) : computer.lookup(plan.spelt, plan.family);
  return waitAtMost(
    lookup.then((said) => ({ ...nothing, ...said })),
    timeoutMs,
    signal,
  );
}

/** Only after the first lookup ended in time: those that hang would take up thread after thread. */
async function lookUpBoth(
  plan: LookupPlan,
  first: OwnLookup,
  computer: Computer,
  { timeoutMs, signal }: AskSystemOptions,
  blocked: string | null,
): Promise<SystemAnswer['bothFamilies']> {
  if (plan.kind !== 'addresses' || 'gaveUp' in first || blocked !== null) return undefined;
  const ask = (question: AddressQuestion): Promise<Waited<AddressLookup>> =>
    waitAtMost(computer.lookup(plan.spelt, question), timeoutMs, signal);
  const [all, configured] = await Promise.all([ask('any'), ask('configured')]);
  if ('gaveUp' in all || 'gaveUp' in configured) return undefined;
  return { all: all.value, configured: configured.value };
}

function findingsOf(plan: LookupPlan, waited: OwnLookup, heard: Heard): Findings {
  if (plan.kind === 'records') return recordFindings(plan, heard);
  return plan.kind === 'names' ? nameFindings(plan, waited, heard) : addressFindings(plan, waited, heard);
}

function sourceAnswersFor(plan: LookupPlan, heard: Heard): Promise<SystemAnswer['sourceAnswers']> {
  if (plan.kind === 'records') return Promise.resolve(undefined);
  const hits: SourceFacts['hits'] =
    plan.kind === 'addresses'
      ? plan.hits.map(({ line, address }) => ({ line, value: address }))
      : (plan.line ? [plan.line] : []).map((line) => ({ line, value: line.names[0] ?? '' }));
  const text = plan.kind === 'addresses' ? plan.spelt : plan.address;
  return sourceAnswersOf({ ...heard, text, hits });
}

function subjectOf(plan: LookupPlan): { readonly name: string } | { readonly address: string } | undefined {
  if (plan.kind === 'records') return undefined;
  return plan.kind === 'addresses' ? { name: plan.spelt } : { address: plan.address };
}

/** Starts at once and is never waited for: whoever ends it takes what there is by then. */
function startLibrary(
  { name, type }: Question,
  computer: Computer,
  { blocked }: LookupSettings,
  nowMs: () => number,
): { end(): Promise<SystemAnswer['library']> } {
  const text = plainTextOf(name);
  // c-ares reads some of the same files, and would hang on the same pipe.
  if (text === undefined || blocked !== null) return { end: async () => undefined };
  const controller = new AbortController();
  const startMs = nowMs();
  const asked = computer
    .resolve(text, type, controller.signal)
    .then((said) => said && { ...said, elapsedMs: nowMs() - startMs });
  return {
    end: async () => {
      const waited = await waitAtMost(asked, LIBRARY_GRACE_MS, undefined);
      controller.abort();
      return 'value' in waited ? waited.value : asked;
    },
  };
}
