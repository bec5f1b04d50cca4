/**
 * One exchange of a walk: sends the query, judges what comes back, and reports both as events.
 */

import { peekQuestion } from '../message/decode.ts';
import { flagNames } from '../message/header.ts';
import { rcodeOf, type Question } from '../message/message.ts';
import type { Name } from '../message/name.ts';
import type { ExchangeResult } from '../transport/exchange.ts';
import { scrub } from './bailiwick.ts';
import { childSideOf, type ChildSide } from './delegation.ts';
import { classify, type Verdict } from './classify.ts';
import type { Hop, HopStart, Outcome, Purpose } from './events.ts';
import { encodeQuery } from '../message/query-message.ts';
import { ednsOfQuery } from './asking.ts';
import { mixedLetters, readInOwnLetters } from './mixed-letters.ts';
import type { Run } from './run.ts';
import type { Candidate } from './selection.ts';

/** One way of asking one server. */
export interface Try {
  readonly candidate: Candidate;
  readonly transport: 'udp' | 'tcp';
  readonly edns: 'edns' | 'plain';
  /** The largest reply over UDP that the query allows, in octets. */
  readonly udpPayloadSize: number;
  /**
   * Random upper and lower case, which a forger must guess as well; `mixed-to-the-end` waits past replies in other
   * letters for one that keeps them.
   */
  readonly letters: 'mixed' | 'mixed-to-the-end' | 'as-they-are';
  /** Where waiting longer is known to be in vain. */
  readonly atMostMs?: number;
  /** After a silence: hear of a closed port rather than of strangers. */
  readonly listenTo?: 'server';
  readonly why: string;
}

/** What the try is part of. */
export interface Errand {
  readonly zone: Name;
  readonly question: Question;
  readonly purpose: Purpose;
  readonly parent: number | null;
}

export interface FinishedHop {
  readonly try: Try;
  readonly hop: Hop;
  /** What a reply says; undefined where there is none to read. */
  readonly verdict: Verdict | undefined;
  /** The zone's own view of its servers, where an authoritative reply gives it. */
  readonly childSide?: ChildSide;
}

export async function makeHop(
  run: Run,
  errand: Errand,
  attempt: Try,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<FinishedHop> {
  const { candidate, transport } = attempt;
  const { address, source } = candidate;
  const withEdns = attempt.edns === 'edns';
  const cookie = withEdns && run.asking.cookies ? run.cookies.optionFor(address, run.chance) : undefined;
  const edns = withEdns ? ednsOfQuery(run.asking, attempt.udpPayloadSize, cookie) : undefined;
  const options = { id: run.chance.integer(0x10000), recursionDesired: false, edns };
  const plainQuery = encodeQuery(errand.question, options);
  const mixed = attempt.letters !== 'as-they-are';
  const letters = attempt.letters === 'mixed-to-the-end' ? 'exact-to-the-end' : 'exact';
  const mixedName = mixed ? mixedLetters(errand.question.name, run.chance) : errand.question.name;
  const query = mixed ? encodeQuery({ ...errand.question, name: mixedName }, options) : plainQuery;
  const server = { name: candidate.name, address, port: run.port, source };
  const { zone, question, purpose, parent } = errand;
  const about = { id: run.nextHop(), parent, purpose, zone, question };
  const start: HopStart = { ...about, server, transport, query, startMs: run.elapsedMs, why: attempt.why };
  if (purpose === 'survey') run.surveyHops.push(start.id);
  run.emit({ type: 'query', hop: start, ...(purpose === 'survey' ? { surveyed: run.surveyed } : {}) });
  const { listenTo } = attempt;
  const expected = cookie && run.cookies.expectationFor(address, transport);
  const how = {
    ...(listenTo ? { listenTo } : {}),
    // Over TCP other letters are the server's own: there they are learnt, not feared.
    ...(mixed && transport === 'udp' ? ({ letters } as const) : {}),
    ...(expected ? { cookie: expected } : {}),
  };
  const request = { server, transport, query, timeoutMs, signal, ...how };
  const raw = await run.exchange(request);
  if (raw.kind === 'reply' && peekQuestion(raw.octets)?.name !== mixedName) run.changesLetters.add(address);
  const result = inOwnLetters(raw, plainQuery, query);
  run.spent(result.bytesSent, result.bytesReceived);
  note(run, address, result);
  // Asked without EDNS only after failures with it: from now on this server is spared it.
  if (!withEdns && result.kind === 'reply') run.withoutEdns.add(address);
  if (cookie && result.kind === 'reply') run.cookies.learn(address, result.message);
  const finished = judge(start, errand, result, signal.reason, run.mayAsk);
  run.emit({ type: 'hop', hop: finished.hop });
  return { ...finished, try: attempt };
}

function inOwnLetters(result: ExchangeResult, plainQuery: Uint8Array, query: Uint8Array): ExchangeResult {
  if (result.kind !== 'reply' || query === plainQuery) return result;
  const message = readInOwnLetters(result.octets, plainQuery, query);
  return message ? { ...result, message } : result;
}

function note(run: Run, address: string, result: ExchangeResult): void {
  if (result.kind === 'reply') run.health.replied(address, result.elapsedMs);
  else if (result.kind === 'unreachable' && result.reach === 'no-family') run.health.noRoute(address);
  else if (result.kind === 'unreachable') run.health.failed(address);
  else if (result.kind === 'malformed' || !result.aborted) run.health.failed(address);
}

function judge(
  start: HopStart,
  errand: Errand,
  result: ExchangeResult,
  stopped: unknown,
  mayAsk: (address: string) => boolean,
): Omit<FinishedHop, 'try'> {
  const { rejected, bytesSent, bytesReceived, elapsedMs } = result;
  const facts = {
    ...start,
    rejected,
    elapsedMs,
    bytesSent,
    bytesReceived,
    next: null,
    dropped: [],
    lameness: null,
    message: null,
  };
  if (result.kind === 'reply') {
    const { message, octets: reply, elapsedMs: rttMs } = result;
    const scrubbed = scrub(message, errand.question, errand.zone, mayAsk);
    const verdict = classify(message, scrubbed, errand.question, errand.zone);
    const next =
      verdict.outcome === 'referral'
        ? { zone: verdict.zone, nameServers: verdict.nameServers, glue: verdict.glue.length }
        : null;
    const seen = {
      rcode: rcodeOf(message),
      flags: flagNames(message.header),
      rttMs,
      reply,
      dropped: scrubbed.dropped,
      message,
      lameness: verdict.outcome === 'lame' ? verdict.lameness : null,
    };
    const hop = { ...facts, ...seen, next, outcome: verdict.outcome, verdict: verdict.sentence };
    const childSide = message.header.aa ? childSideOf(scrubbed, errand.zone) : undefined;
    return childSide ? { verdict, hop, childSide } : { verdict, hop };
  }
  const reply = result.kind === 'malformed' ? result.octets : null;
  const rttMs = result.kind === 'malformed' ? result.elapsedMs : null;
  const outcome: Outcome = result.kind;
  const hop: Hop = {
    ...facts,
    outcome,
    rcode: null,
    flags: [],
    rttMs,
    reply,
    verdict: silence(result, stopped),
  };
  return { verdict: undefined, hop };
}

/** Why a try was given up before its time: the reason that its signal aborts with. */
export const ANOTHER_ANSWERED = 'another server had answered';

function silence(result: Exclude<ExchangeResult, { kind: 'reply' }>, stopped: unknown): string {
  switch (result.kind) {
    case 'malformed':
      return `The reply is no DNS message: ${result.detail}.`;
    case 'unreachable':
      return `Could not be reached: ${result.detail}.`;
    case 'timeout': {
      if (result.cause) return `Not believed: ${result.detail}.`;
      const waited = `${Math.round(result.elapsedMs)} ms`;
      const answered = result.aborted && stopped === ANOTHER_ANSWERED;
      return answered
        ? `No reply yet after ${waited}, when ${ANOTHER_ANSWERED}.`
        : `No reply within ${waited}.`;
    }
  }
}
