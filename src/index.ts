/**
 * `rootwalk`, the library: DNS messages as values, a walk from the root as a stream of events, one question to one server,
 * and the comparison with this computer. Importing it does nothing; every lookup ends with its AbortSignal.
 */

export * from './message.ts';

export { walkName as walk, type WalkNameOptions } from './lookup/walk-name.ts';
export { queryServer as query, type QueryOptions, type QueryResult } from './lookup/query-server.ts';
export { compareName as compare, type CompareNameOptions, type ComparedName } from './lookup/compare-name.ts';
export { openLab, type Lab } from './lookup/open-lab.ts';
export { traceOf, type Trace } from './render/trace.ts';
export { traceDocument } from './render/trace-document.ts';
export { Memory } from './resolver/memory.ts';
export { LIMITS, type Limits } from './resolver/limits.ts';
export { WorldError } from './lab/world-error.ts';

export type { AskedQuestion } from './lookup/asked-question.ts';
export type { Surroundings } from './lookup/surroundings.ts';
export type { ServerAddress } from './transport/exchange.ts';
export type {
  Cost,
  Ending,
  Finding,
  Hop,
  HopStart,
  Outcome,
  Survey,
  WalkEvent,
  ZoneServer,
} from './resolver/events.ts';
export type { SystemAnswer } from './system/system-answer.ts';
export type { Cause, Comparison, Verdict } from './compare/comparison.ts';
