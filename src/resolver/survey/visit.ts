/**
 * One address of a zone, asked what a survey wants to know: the SOA record, the NS records, and the question of the
 * walk where this is the zone that answers it.
 */

import { RCODE } from '../../message/codes.ts';
import { recordsOf, type Question, type ResourceRecord } from '../../message/message.ts';
import { lowerCased, sameName, type Name } from '../../message/name.ts';
import { printRdata } from '../../message/record-text.ts';
import { NS } from '../../message/records/ns.ts';
import { SOA } from '../../message/records/soa.ts';
import type { SurveyStatus } from '../events.ts';
import { makeHop, type Errand, type FinishedHop, type Try } from '../hop.ts';
import type { Run } from '../run.ts';
import type { Candidate } from '../selection.ts';
import type { Pace } from './pace.ts';

/** What an address said, before it is compared with the others. */
export interface Visit {
  readonly status: Exclude<SurveyStatus, 'differs'>;
  readonly note: string | null;
  readonly rttMs: number | null;
  readonly serial: number | null;
  readonly nameServers: readonly Name[] | null;
  readonly answer: readonly string[] | null;
  readonly hops: readonly number[];
}

export interface VisitTask {
  readonly zone: Name;
  readonly parent: number | null;
  readonly class: number;
  readonly question: Question | undefined;
}

export async function visit(
  run: Run,
  pace: Pace,
  task: VisitTask,
  candidate: Candidate,
  signal: AbortSignal,
): Promise<Visit> {
  const hops: number[] = [];
  const nothing = { rttMs: null, serial: null, nameServers: null, answer: null, hops } as const;
  const notAsked = (why: string): Visit => ({ ...nothing, status: 'not-asked', note: `Not asked: ${why}.` });
  const obstacle = pace.obstacle(candidate.address);
  if (obstacle !== undefined) return notAsked(obstacle);
  const ask = (question: Question): Promise<FinishedHop | undefined> =>
    askPatiently(run, pace, { ...task, purpose: 'survey', question }, candidate, hops, signal);
  const inZone = (type: number): Question => ({ name: task.zone, type, class: task.class });
  const soa = await ask(inZone(SOA.code));
  if (!soa) return notAsked(pace.limit ?? 'the survey was interrupted');
  const status = statusOf(soa);
  const { rttMs, verdict } = soa.hop;
  if (status === 'silent') pace.silent(candidate.address);
  // Who does not answer for the zone at all need not be asked more.
  if (status !== 'agrees') return { ...nothing, rttMs, status, note: verdict };
  const ns = await ask(inZone(NS.code));
  const answer = task.question && (await ask(task.question));
  return {
    status,
    note: null,
    rttMs,
    serial: recordsOf(soa.hop.message!.answers, SOA)[0]?.rdata.serial ?? null,
    nameServers: ns?.hop.outcome === 'answer' ? namesIn(ns.hop.message!.answers, task.zone) : null,
    answer: answer ? answerOf(answer) : null,
    hops,
  };
}

/** Undefined where a limit forbids it. */
async function askPatiently(
  run: Run,
  pace: Pace,
  errand: Errand,
  candidate: Candidate,
  hops: number[],
  signal: AbortSignal,
): Promise<FinishedHop | undefined> {
  const { limits, health } = run;
  const { address } = candidate;
  const isSilent = health.isSilent(address);
  let tries = Math.min(limits.surveyTries, limits.rounds);
  let attempt: Try | undefined = {
    candidate,
    transport: run.transport,
    edns: run.withoutEdns.has(address) ? 'plain' : 'edns',
    letters: 'as-they-are',
    udpPayloadSize: run.asking.udpPayloadSize,
    why: 'the survey asks every server at every address',
  };
  // Whoever was silent in the walk has had its first try.
  if (isSilent && tries > 1) {
    attempt = afterSilence(run, attempt);
    tries = 1;
  }
  let badCookies = 0;
  let finished: FinishedHop | undefined;
  while (attempt) {
    await pace.turn(address, signal);
    // Others were asked during the pause: whoever comes too late goes without.
    if (signal.aborted || pace.limit !== undefined) break;
    finished = await makeHop(run, errand, attempt, limits.longestPatienceMs, signal);
    pace.over(address);
    hops.push(finished.hop.id);
    if (finished.hop.outcome === 'timeout') tries--;
    if (finished.hop.rcode === RCODE.BADCOOKIE) badCookies++;
    attempt = nextTry(run, finished, tries, badCookies);
  }
  return finished;
}

/** Over TCP where the reply was truncated, without EDNS where that is not known, again where there was silence. */
function nextTry(
  run: Run,
  { hop, try: last }: FinishedHop,
  triesLeft: number,
  badCookies: number,
): Try | undefined {
  const isOverUdp = last.transport === 'udp';
  const isUnproven = hop.rejected.some(({ reason }) => reason === 'no-cookie' || reason === 'wrong-cookie');
  if (isOverUdp && hop.reply === null && isUnproven)
    return { ...last, transport: 'tcp', why: 'what came did not have the right cookie' };
  // RFC 7873 5.3: once more with the cookie that came along, then over TCP.
  if (isOverUdp && hop.rcode === RCODE.BADCOOKIE) {
    return badCookies === 1
      ? { ...last, why: 'the server wants its cookie back (BADCOOKIE), and has just sent it' }
      : { ...last, transport: 'tcp', why: 'the server does not accept its own cookie over UDP' };
  }
  if (hop.outcome === 'truncated' && isOverUdp)
    return { ...last, transport: 'tcp', why: 'the reply over UDP was truncated' };
  if ((hop.outcome === 'formerr' || hop.outcome === 'notimp') && last.edns === 'edns') {
    run.withoutEdns.add(last.candidate.address);
    return { ...last, edns: 'plain', why: 'the server could not read a query with EDNS' };
  }
  return hop.outcome === 'timeout' && triesLeft > 0 ? afterSilence(run, last) : undefined;
}

/**
 * A closed port is heard of only where nobody else is listened to, and some servers drop what they do not know. Who asks
 * with cookies does not do without: a silence may be a forger's doing.
 */
function afterSilence(run: Run, last: Try): Try {
  const edns = run.asking.cookies ? last.edns : 'plain';
  const why = `asked again${edns === 'plain' ? ' without EDNS' : ''}: silent so far`;
  return { ...last, listenTo: 'server', edns, why };
}

function statusOf({ hop }: FinishedHop): Visit['status'] {
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
