/**
 * A saved run: the JSON document of a trace, or its events as NDJSON, whichever the text is.
 */

import { MessageJsonError } from '../message/json-place.ts';
import { printRecord } from '../message/record-text.ts';
import { followAliases } from '../resolver/aliases.ts';
import type { Hop, WalkEvent } from '../resolver/events.ts';
import { eventsFromNdjson, isNdjson, parsed } from './events-from-ndjson.ts';
import { traceFromDocument } from './trace-from-document.ts';
import { traceOf, warmWalkOf, type Trace, type WarmWalk } from './trace.ts';

export interface SavedTrace {
  readonly trace: Trace;
  /** As they were saved; of a document, those that its trace shows: what zones and servers were known is not in it. */
  readonly events: readonly WalkEvent[];
  /** Those of the second walk, likewise. */
  readonly warmEvents?: readonly WalkEvent[];
}

/** Throws MessageJsonError where the text is neither. */
export function savedTrace(text: string): SavedTrace {
  if (text.trim() === '') throw new MessageJsonError('', 'there is nothing in it');
  if (isNdjson(text)) {
    const { events, system, comparison, warmEvents, likeDig } = eventsFromNdjson(text);
    const first = traceOf(events, system, comparison);
    const trace = {
      ...first,
      ...(warmEvents ? { warm: warmWalkOf(warmEvents, first) } : {}),
      ...(likeDig ? { likeDig } : {}),
    };
    return { trace, events, ...(warmEvents ? { warmEvents } : {}) };
  }
  const trace = traceFromDocument(parsed(text));
  const { warm } = trace;
  return { trace, events: eventsOfTrace(trace), ...(warm ? { warmEvents: warmEventsOf(warm, trace) } : {}) };
}

/** The second walk again: what it noticed is not in a document. */
function warmEventsOf(warm: WarmWalk, { question }: Trace): WalkEvent[] {
  return eventsOfTrace({
    ...warm,
    question,
    findings: [],
    surveys: [],
    system: undefined,
    comparison: undefined,
  });
}

/** The walk again, from its hops: each query with what came of it. */
function eventsOfTrace(trace: Trace): WalkEvent[] {
  const { question, at, hops, findings, surveys, ending, cost } = trace;
  const placed = new Set(hops.map(({ id }) => id));
  const of = (hop: number | null): WalkEvent[] =>
    findings.filter((each) => each.hop === hop).map((finding) => ({ type: 'finding', finding }));
  return [
    { type: 'start', question, at },
    ...hops.flatMap((hop): WalkEvent[] => [
      { type: 'query', hop },
      { type: 'hop', hop },
      ...of(hop.id),
      ...aliasesOf(hop, trace),
    ]),
    ...surveys,
    ...findings
      .filter((finding) => finding.hop === null || !placed.has(finding.hop))
      .map((finding): WalkEvent => ({ type: 'finding', finding })),
    { type: 'end', ending, cost },
  ];
}

/** The aliases that a reply on the way to the answer led along. */
function aliasesOf(hop: Hop, { ending }: Trace): WalkEvent[] {
  const { purpose, message, dropped, question, id, parent } = hop;
  if (purpose !== 'answer' || !message) return [];
  const unbelieved = new Set(dropped.map(({ record }) => printRecord(record)));
  const believed = message.answers.filter((record) => !unbelieved.has(printRecord(record)));
  return followAliases(believed, question)
    .steps.filter(({ target }) => ending.aliases.includes(target))
    .map((step) => ({ type: 'alias', hop: id, parent, ...step }));
}
