/**
 * The trace as one JSON document, `rootwalk/trace/1`: names absolute and escaped, times in milliseconds, octets in
 * base64. Relied on from outside: members may be added, never changed or taken away.
 */

import type { Comparison } from '../compare/comparison.ts';
import { className, rcodeName, typeName } from '../message/codes.ts';
import type { Question, ResourceRecord } from '../message/message.ts';
import { printRdata, printRecord } from '../message/record-text.ts';
import type { Dropped, Finding, Hop } from '../resolver/events.ts';
import type { SystemAnswer } from '../system/system-answer.ts';
import type { Rejection } from '../transport/exchange.ts';
import { ednsJson } from './reply-edns.ts';
import { addressesIn, type Trace } from './trace.ts';

type Json = Readonly<Record<string, unknown>>;

export function traceDocument(trace: Trace): Json {
  const { ending, cost } = trace;
  return {
    schema: 'rootwalk/trace/1',
    question: questionJson(trace.question),
    startedAt: new Date(trace.at).toISOString(),
    status: ending.status,
    reason: ending.reason,
    message: ending.message,
    rcode: rcodeName(ending.rcode),
    aliases: ending.aliases,
    answers: ending.answers.map(recordJson),
    addresses: addressesIn(ending),
    zone: ending.zone,
    negativeTtl: ending.negativeTtl,
    dnssec: { status: 'unchecked' },
    hops: trace.hops.map(hopJson),
    findings: trace.findings.map(findingJson),
    ...(trace.surveys.length > 0
      ? { survey: trace.surveys.map(({ zone, hop, rows }) => ({ zone, hop, rows })) }
      : {}),
    system: trace.system ? systemJson(trace.system) : null,
    comparison: trace.comparison ? comparisonJson(trace.comparison) : null,
    cost: { ...cost, elapsedMs: rounded(cost.elapsedMs) },
  };
}

export function hopJson(hop: Hop): Json {
  return {
    id: hop.id,
    parent: hop.parent,
    purpose: hop.purpose,
    zone: hop.zone,
    question: questionJson(hop.question),
    server: hop.server,
    transport: hop.transport,
    outcome: hop.outcome,
    rcode: hop.rcode === null ? null : rcodeName(hop.rcode),
    flags: hop.flags,
    edns: hop.message?.edns ? ednsJson(hop.message.edns) : null,
    startMs: rounded(hop.startMs),
    rttMs: hop.rttMs === null ? null : rounded(hop.rttMs),
    why: hop.why,
    verdict: hop.verdict,
    query: base64(hop.query),
    reply: hop.reply && base64(hop.reply),
    rejected: hop.rejected.map(rejectionJson),
    dropped: hop.dropped.map(droppedJson),
    next: hop.next,
  };
}

export function systemJson(system: SystemAnswer): Json {
  return {
    ...system,
    records: system.records.map(recordJson),
    rcode: system.rcode === null ? null : rcodeName(system.rcode),
    elapsedMs: rounded(system.elapsedMs),
  };
}

export function comparisonJson({ verdict, findings }: Comparison): Json {
  return { verdict, findings };
}

export function findingJson({ code, severity, hop, message, rfc }: Finding): Json {
  return { code, severity, hop, message, rfc };
}

export function recordJson(record: ResourceRecord): Json {
  const { name, ttl } = record;
  return { name, type: typeName(record.type), class: className(record.class), ttl, data: printRdata(record) };
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

/** Thousandths of a millisecond are noise, and long numbers are hard to read. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}
