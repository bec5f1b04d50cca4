/**
 * A trace: everything that the events of one walk said, gathered, with this computer's answer beside it. Text, JSON and
 * the other outputs are functions of it.
 */

import type { LikeDig } from '../compare/like-dig.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { Question } from '../message/message.ts';
import { askedAgain, type AskedAgain } from '../resolver/asked-again.ts';
import type { Cost, Ending, Finding, Hop, WalkEvent } from '../resolver/events.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import { roundedCost, withRoundedRows, withRoundedTimes } from './rounded-times.ts';

/** A whole walk. Times are milliseconds since its start, octets the messages as they travelled. */
export interface Trace {
  readonly question: Question;
  /** When the walk began, in milliseconds since 1970. */
  readonly at: number;
  readonly hops: readonly Hop[];
  readonly findings: readonly Finding[];
  /** One entry a zone where a survey was made. */
  readonly surveys: readonly SurveyEvent[];
  readonly ending: Ending;
  readonly cost: Cost;
  /** Undefined where it was not asked for. */
  readonly system: SystemAnswer | undefined;
  readonly comparison: Comparison | undefined;
  /** A second walk for the same, with what the first left in memory; only where it was asked for. */
  readonly warm?: WarmWalk;
  /** What dig would have done in place of the walk; only where it was asked for. */
  readonly likeDig?: LikeDig;
}

export interface WarmWalk {
  /** When it began, in milliseconds since 1970. */
  readonly at: number;
  readonly hops: readonly Hop[];
  /** One entry a hop: why memory was not enough. */
  readonly askedAgain: readonly AskedAgain[];
  readonly ending: Ending;
  readonly cost: Cost;
}

export type SurveyEvent = Extract<WalkEvent, { readonly type: 'survey' }>;

/** Gathers the events of a whole walk. Hops stand in the order in which they were asked. Throws on a stream without an end. */
export function traceOf(events: readonly WalkEvent[], system?: SystemAnswer, comparison?: Comparison): Trace {
  const start = events.find((event) => event.type === 'start');
  const end = events.find((event) => event.type === 'end');
  if (!start || !end) throw new Error('a walk has one start and one end');
  const hops = events
    .flatMap((event) => (event.type === 'hop' ? [withRoundedTimes(event.hop)] : []))
    .toSorted((a, b) => a.id - b.id);
  const findings = events.flatMap((event) => (event.type === 'finding' ? [event.finding] : []));
  const surveys = events.filter((event) => event.type === 'survey').map(withRoundedRows);
  const { question, at } = start;
  const { ending } = end;
  return { question, at, hops, findings, surveys, ending, cost: roundedCost(end.cost), system, comparison };
}

/** The second of two walks, beside the first. */
export function warmWalkOf(events: readonly WalkEvent[], { hops: first }: Trace): WarmWalk {
  const { at, hops, ending, cost } = traceOf(events);
  return { at, hops, askedAgain: askedAgain(hops, first), ending, cost };
}

/** How long the answer of a walk may still be kept, in seconds; null where it may not. */
export function ttlLeft({ answers, negativeTtl, status }: Ending): number | null {
  if (status === 'failure' || (status !== 'answer' && negativeTtl === null)) return null;
  const ttls = answers.map(({ ttl }) => ttl);
  if (negativeTtl !== null) ttls.push(negativeTtl);
  return ttls.length === 0 ? null : Math.min(...ttls);
}

/** The addresses of an answer, in order. */
export function addressesIn(ending: Ending): string[] {
  return ending.answers.flatMap(({ rdata }) =>
    typeof rdata['address'] === 'string' ? [rdata['address']] : [],
  );
}
