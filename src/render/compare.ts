/**
 * A comparison, gathered: what the servers of the zone say, and each voice beside it. Text and JSON are functions of it.
 */

import { sideOfServer, sideOfSystem, sideOfWalk, type Side } from '../compare/answer-sides.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { Question, ResourceRecord } from '../message/message.ts';
import type { ServerAnswer, SystemAnswer } from '../system/system-answer.ts';
import type { Trace } from './trace.ts';

/** One resolver that was asked beside the computer. */
export interface ResolverVoice {
  /** As it was typed, without the `@`. */
  readonly typed: string;
  readonly answer: ServerAnswer;
  readonly comparison: Comparison;
}

/** One column. */
export interface Voice {
  readonly title: string;
  readonly values: readonly string[];
  /** What it says where it has no values. */
  readonly words: string;
  /** The smallest TTL of what it gave, in seconds. */
  readonly ttl: number | null;
  readonly from: string;
  readonly elapsedMs: number | null;
  readonly comparison: Comparison | undefined;
}

export interface Compared {
  readonly question: Question;
  readonly trace: Trace;
  readonly resolvers: readonly ResolverVoice[];
  readonly servers: Voice;
  readonly voices: readonly Voice[];
}

export function comparedOf(trace: Trace, resolvers: readonly ResolverVoice[]): Compared {
  const { question, system, comparison } = trace;
  const voices = [
    ...(system ? [voiceOfSystem(question, system, comparison)] : []),
    ...resolvers.map((resolver) => voiceOfResolver(question, resolver)),
  ];
  return { question, trace, resolvers, servers: voiceOfServers(trace), voices };
}

function voiceOfServers({ question, ending, hops, cost }: Trace): Voice {
  const last = hops.findLast(({ purpose, reply }) => purpose === 'answer' && reply !== null);
  return {
    title: 'the servers',
    ...saidBy(sideOfWalk(question, ending)),
    ttl: ttlOf(ending.answers, question),
    from: last?.server.name ?? '',
    elapsedMs: cost.elapsedMs,
    comparison: undefined,
  };
}

function voiceOfSystem(question: Question, system: SystemAnswer, comparison: Comparison | undefined): Voice {
  const isFromDns = system.source === 'dns' || system.source === 'resolve';
  return {
    title: 'this computer',
    ...saidBy(sideOfSystem(question, system)),
    ttl: isFromDns ? ttlOf(system.records, question) : null,
    from: sourceOf(system),
    elapsedMs: system.elapsedMs,
    comparison,
  };
}

function sourceOf({ source, evidence: [line], server }: SystemAnswer): string {
  if (source === 'hosts' && line) return `${line.file}:${line.line}`;
  if (source === 'dns' && server !== null) return `DNS, ${server.replace(/#53$/, '')}`;
  return source === 'none' ? '' : source;
}

function voiceOfResolver(question: Question, { typed, answer, comparison }: ResolverVoice): Voice {
  const { nsid, version, id } = answer.identity;
  return {
    title: typed,
    ...saidBy(sideOfServer(question, answer)),
    ttl: ttlOf(answer.answers, question),
    from: nsid ?? id ?? version ?? '',
    elapsedMs: answer.outcome === 'reply' ? answer.rttMs : null,
    comparison,
  };
}

function saidBy(side: Side): Pick<Voice, 'values' | 'words'> {
  return side.kind === 'answer' ? { values: side.values, words: '' } : { values: [], words: side.words };
}

function ttlOf(records: readonly ResourceRecord[], { type }: Question): number | null {
  const ttls = records.filter((record) => record.type === type).map(({ ttl }) => ttl);
  return ttls.length > 0 ? Math.min(...ttls) : null;
}
