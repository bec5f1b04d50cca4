/**
 * The events of a trace as NDJSON, one object a line, as they happen. The hops are those of the trace document.
 */

import {
  questionJson,
  comparisonJson,
  endingJson,
  findingJson,
  hopJson,
  hopStartJson,
  surveyJson,
  systemJson,
} from './trace-document.ts';
import { likeDigJson } from './like-dig-json.ts';
import { recordJson } from './record-json.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { LikeDig } from '../compare/like-dig.ts';
import type { WalkEvent } from '../resolver/events.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import { roundedCost } from './rounded-times.ts';

type Json = Readonly<Record<string, unknown>>;

export const EVENTS_SCHEMA = 'rootwalk/events/1';

export function eventJson(event: WalkEvent): Json {
  switch (event.type) {
    case 'start':
      return {
        event: 'start',
        schema: EVENTS_SCHEMA,
        question: questionJson(event.question),
        startedAt: new Date(event.at).toISOString(),
      };
    case 'zone': {
      const { type, question, ...rest } = event;
      return { event: type, question: questionJson(question), ...rest };
    }
    case 'recall': {
      const { type, question, records, ...rest } = event;
      return { event: type, question: questionJson(question), ...rest, records: records.map(recordJson) };
    }
    case 'query':
      return { event: 'query', ...hopStartJson(event.hop) };
    case 'hop':
      return { event: 'hop', ...hopJson(event.hop) };
    case 'survey':
      return { event: 'survey', ...surveyJson(event) };
    case 'alias': {
      const { type, ...rest } = event;
      return { event: type, ...rest };
    }
    case 'finding':
      return { event: 'finding', ...findingJson(event.finding) };
    case 'end':
      return { event: 'end', ...endingJson(event.ending), cost: roundedCost(event.cost) };
  }
}

/** An event of the second walk, which is marked: `"walk": "warm"`. */
export function warmEventJson(event: WalkEvent): Json {
  return { ...eventJson(event), walk: 'warm' };
}

export function likeDigEventJson(seen: LikeDig): Json {
  return { event: 'likeDig', ...likeDigJson(seen) };
}

/** Everything that a run tells, in the order in which it does. */
export interface RunEvents {
  readonly events: readonly WalkEvent[];
  readonly system: SystemAnswer | undefined;
  readonly comparison: Comparison | undefined;
  /** Those of the second walk; undefined where there was none. */
  readonly warmEvents?: readonly WalkEvent[];
  readonly likeDig?: LikeDig;
}

/** A whole run as it was told: the lines of its NDJSON, in order. Its inverse is `eventsFromNdjson`. */
export function runJson(run: RunEvents): Json[] {
  const { events, warmEvents = [], system, comparison, likeDig } = run;
  return [
    ...events.map(eventJson),
    ...(system ? [systemEventJson(system, comparison)] : []),
    ...warmEvents.map(warmEventJson),
    ...(likeDig ? [likeDigEventJson(likeDig)] : []),
  ];
}

export function systemEventJson(system: SystemAnswer, comparison: Comparison | undefined): Json {
  return {
    event: 'system',
    system: systemJson(system),
    comparison: comparison ? comparisonJson(comparison) : null,
  };
}
