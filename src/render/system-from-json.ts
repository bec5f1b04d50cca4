/**
 * This computer's answer and the comparison from their JSON: the inverse of `systemJson` and `comparisonJson`.
 */

import type { Cause, Comparison, Verdict } from '../compare/comparison.ts';
import type { JsonPlace } from '../message/json-place.ts';
import type { Finding } from '../resolver/events.ts';
import type { SystemAnswer, SystemSource } from '../system/system-answer.ts';
import {
  listOf,
  matching,
  member,
  memberOr,
  milliseconds,
  optional,
  orNull,
  rcode,
  record,
  text,
  wordOf,
} from './json-reading.ts';
import { evidenceFromJson, systemDetailsFromJson } from './system-details-from-json.ts';

export function systemFromJson(place: JsonPlace): SystemAnswer {
  const notes = optional(place, 'notes', listOf(text));
  return {
    source: member(place, 'source', source),
    addresses: member(place, 'addresses', listOf(text)),
    names: memberOr(place, 'names', listOf(text), []),
    records: memberOr(place, 'records', listOf(record), []),
    rcode: memberOr(place, 'rcode', orNull(rcode), null),
    server: memberOr(place, 'server', orNull(text), null),
    error: member(place, 'error', orNull(text)),
    tried: member(place, 'tried', listOf(text)),
    evidence: memberOr(place, 'evidence', listOf(evidenceFromJson), []),
    sources: memberOr(place, 'sources', listOf(text), []),
    nameServers: memberOr(place, 'nameServers', listOf(text), []),
    ...(notes ? { notes } : {}),
    elapsedMs: memberOr(place, 'elapsedMs', milliseconds, 0),
    ...systemDetailsFromJson(place),
  };
}

export function comparisonFromJson(place: JsonPlace): Comparison {
  return {
    verdict: member(place, 'verdict', verdict),
    findings: member(place, 'findings', listOf(causeFromJson)),
  };
}

/** The code of a finding or a cause. */
export const findingCode = matching(/^[A-Z][A-Z0-9_]{0,63}$/, 'code of a finding');

export const severity = wordOf<Finding['severity']>({ info: 1, warning: 1, error: 1 });

const source = wordOf<SystemSource>({
  hosts: 1,
  dns: 1,
  mdns: 1,
  myhostname: 1,
  resolve: 1,
  literal: 1,
  unknown: 1,
  none: 1,
});

const verdict = wordOf<Verdict>({ same: 1, differs: 1, 'one-sided': 1, unavailable: 1 });

function causeFromJson(place: JsonPlace): Cause {
  const evidence = optional(place, 'evidence', listOf(text));
  return {
    ...(evidence ? { evidence } : {}),
    code: member(place, 'code', findingCode),
    severity: member(place, 'severity', severity),
    message: member(place, 'message', text),
    rfc: memberOr(place, 'rfc', text, ''),
  };
}
