/**
 * The trace as one JSON document, `rootwalk/trace/1`: names absolute and escaped, times in milliseconds, octets in
 * base64. Relied on from outside: members may be added, never changed or taken away.
 */

import type { Comparison } from '../compare/comparison.ts';
import { className, rcodeName, typeName } from '../message/codes.ts';
import type { Question } from '../message/message.ts';
import { printRecord } from '../message/record-text.ts';
import type { Dropped, Ending, Finding, Hop, HopStart, Survey } from '../resolver/events.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import type { Rejection } from '../transport/exchange.ts';
import { ednsJson } from './reply-edns.ts';
import { costJson } from './cost-json.ts';
import { likeDigJson } from './like-dig-json.ts';
import { systemDetailsJson } from './system-details-json.ts';
import { recordJson } from './record-json.ts';
import { roundedMs, withRoundedRows, withRoundedTimes } from './rounded-times.ts';
import { addressesIn, ttlLeft, type Trace, type WarmWalk } from './trace.ts';

type Json = Readonly<Record<string, unknown>>;

export const TRACE_SCHEMA = 'rootwalk/trace/1';

/**
 * The document `rootwalk/trace/1`, as `rootwalk trace --format json` prints it. Its inverse is `traceFromDocument`, which
 * reads the members in the order in which they are written here.
 */
export function traceDocument(trace: Trace): Json {
  return {
    schema: TRACE_SCHEMA,
    question: questionJson(trace.question),
    startedAt: new Date(trace.at).toISOString(),
    ...endingJson(trace.ending),
    dnssec: { status: 'unchecked' },
    hops: trace.hops.map(hopJson),
    findings: trace.findings.map(findingJson),
    ...(trace.surveys.length > 0 ? { survey: trace.surveys.map(surveyJson) } : {}),
    system: trace.system ? systemJson(trace.system) : null,
    comparison: trace.comparison ? comparisonJson(trace.comparison) : null,
    cost: costJson(trace.hops, trace.cost),
    ...(trace.warm ? { warm: warmJson(trace.warm) } : {}),
    ...(trace.likeDig ? { likeDig: likeDigJson(trace.likeDig) } : {}),
  };
}

export function endingJson(ending: Ending): Json {
  return {
    status: ending.status,
    reason: ending.reason,
    message: ending.message,
    rcode: rcodeName(ending.rcode),
    aliases: ending.aliases,
    answers: ending.answers.map(recordJson),
    addresses: addressesIn(ending),
    negativeTtl: ending.negativeTtl,
    zone: ending.zone,
  };
}

export function hopJson(exact: Hop): Json {
  const hop = withRoundedTimes(exact);
  return {
    ...hopStartJson(hop),
    outcome: hop.outcome,
    rcode: hop.rcode === null ? null : rcodeName(hop.rcode),
    flags: hop.flags,
    edns: hop.message?.edns ? ednsJson(hop.message.edns) : null,
    rttMs: hop.rttMs,
    elapsedMs: hop.elapsedMs,
    verdict: hop.verdict,
    reply: hop.reply && base64(hop.reply),
    rejected: hop.rejected.map(rejectionJson),
    dropped: hop.dropped.map(droppedJson),
    next: hop.next,
    bytesSent: hop.bytesSent,
    bytesReceived: hop.bytesReceived,
    lameness: hop.lameness,
  };
}

/** What is known when the query leaves. */
export function hopStartJson(hop: HopStart): Json {
  return {
    id: hop.id,
    parent: hop.parent,
    purpose: hop.purpose,
    zone: hop.zone,
    question: questionJson(hop.question),
    server: hop.server,
    transport: hop.transport,
    startMs: roundedMs(hop.startMs),
    why: hop.why,
    query: base64(hop.query),
  };
}

/** Everything that `Survey` says. Its inverse is `surveyFromJson`. */
export function surveyJson(exact: Survey): Json {
  const survey = withRoundedRows(exact);
  return {
    zone: survey.zone,
    hop: survey.hop,
    rows: survey.rows,
    parentServers: survey.parentServers,
    childServers: survey.childServers,
    withoutAddress: survey.withoutAddress,
    limit: survey.limit,
    hops: survey.hops,
  };
}

/** The second walk: its hops are numbered from 1 again, and each says why memory was not enough. */
function warmJson({ at, hops, askedAgain, ending, cost }: WarmWalk): Json {
  const reasons = new Map(askedAgain.map(({ hop, why }) => [hop, why]));
  return {
    startedAt: new Date(at).toISOString(),
    ...endingJson(ending),
    ttlLeft: ttlLeft(ending),
    cost: costJson(hops, cost),
    hops: hops.map((hop) => ({ ...hopJson(hop), askedAgain: reasons.get(hop.id) ?? null })),
  };
}

export function systemJson(system: SystemAnswer): Json {
  return {
    source: system.source,
    addresses: system.addresses,
    names: system.names,
    records: system.records.map(recordJson),
    rcode: system.rcode === null ? null : rcodeName(system.rcode),
    server: system.server,
    error: system.error,
    tried: system.tried,
    evidence: system.evidence,
    sources: system.sources,
    nameServers: system.nameServers,
    ...(system.notes ? { notes: system.notes } : {}),
    elapsedMs: roundedMs(system.elapsedMs),
    ...systemDetailsJson(system),
  };
}

export function comparisonJson({ verdict, findings }: Comparison): Json {
  const causes = findings.map(({ code, severity, message, rfc, evidence }) => ({
    code,
    severity,
    message,
    rfc,
    ...(evidence ? { evidence } : {}),
  }));
  return { verdict, findings: causes };
}

export function findingJson({ code, severity, hop, message, rfc }: Finding): Json {
  return { code, severity, hop, message, rfc };
}

export function questionJson({ name, type, class: questionClass }: Question): Json {
  return { name, type: typeName(type), class: className(questionClass) };
}

function rejectionJson({ reason, from, octets }: Rejection): Json {
  return { reason, from, octets: base64(octets) };
}

function droppedJson({ record, reason }: Dropped): Json {
  return { record: printRecord(record), reason };
}

function base64(octets: Uint8Array): string {
  return Buffer.from(octets).toString('base64');
}
