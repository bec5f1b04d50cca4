/**
 * A trace from its document: the inverse of `traceDocument`. The document may come from anywhere: whatever does not hold
 * is said with its path (MessageJsonError), and nothing in it can make a later step fail.
 */

import { JsonPlace } from '../message/json-place.ts';
import { ROOT } from '../message/name.ts';
import type {
  Cost,
  Ending,
  FailureReason,
  Finding,
  Hop,
  SurveyRow,
  SurveyStatus,
} from '../resolver/events.ts';
import { addressSource, hopFromJson } from './hop-from-json.ts';
import { likeDigFromJson } from './like-dig-from-json.ts';
import {
  address,
  listOf,
  member,
  memberOr,
  milliseconds,
  moment,
  name,
  optional,
  orNull,
  question,
  rcode,
  record,
  text,
  trueOrFalse,
  whole,
  wordOf,
  type Read,
} from './json-reading.ts';
import { comparisonFromJson, findingCode, severity, systemFromJson } from './system-from-json.ts';
import { TRACE_SCHEMA } from './trace-document.ts';
import type { SurveyEvent, Trace, WarmWalk } from './trace.ts';

export function traceFromDocument(document: unknown): Trace {
  const place = new JsonPlace(document, '');
  member(place, 'schema', (at) => checkSchema(at, TRACE_SCHEMA));
  const trace = {
    question: member(place, 'question', question),
    at: memberOr(place, 'startedAt', moment, 0),
    ending: endingFromJson(place),
    hops: checkedHops(member(place, 'hops', listOf(hopFromJson))),
    findings: member(place, 'findings', listOf(findingFromJson)),
    surveys: optional(place, 'survey', listOf(surveyFromJson)) ?? [],
    system: member(place, 'system', orNull(systemFromJson)) ?? undefined,
    comparison: member(place, 'comparison', orNull(comparisonFromJson)) ?? undefined,
    cost: member(place, 'cost', costFromJson),
  };
  const warm = optional(place, 'warm', warmFromJson);
  const likeDig = optional(place, 'likeDig', likeDigFromJson);
  return { ...trace, ...(warm ? { warm } : {}), ...(likeDig ? { likeDig } : {}) };
}

/** The second walk. What its answer's TTL is, and what its time went into, is made of the other members again. */
function warmFromJson(place: JsonPlace): WarmWalk {
  const why: Read<string | null> = (at) => member(at, 'askedAgain', orNull(text));
  const hops = member(place, 'hops', listOf(hopFromJson));
  const reasons = member(place, 'hops', listOf(why));
  return {
    at: member(place, 'startedAt', moment),
    ending: endingFromJson(place),
    hops: checkedHops(hops, 'warm.hops'),
    askedAgain: hops.flatMap(({ id }, i) => {
      const reason = reasons[i] ?? null;
      return reason === null ? [] : [{ hop: id, why: reason }];
    }),
    cost: member(place, 'cost', costFromJson),
  };
}

export function checkSchema(place: JsonPlace, known: string): void {
  const said = place.text();
  if (said !== known) throw place.error(`"${said.slice(0, 80)}" cannot be read here, only ${known}`);
}

export function endingFromJson(place: JsonPlace): Ending {
  return {
    status: member(place, 'status', status),
    reason: member(place, 'reason', orNull(failureReason)),
    message: memberOr(place, 'message', text, ''),
    rcode: member(place, 'rcode', rcode),
    aliases: member(place, 'aliases', listOf(name)),
    answers: member(place, 'answers', listOf(record)),
    negativeTtl: memberOr(place, 'negativeTtl', orNull(whole(0xffffffff)), null),
    zone: memberOr(place, 'zone', name, ROOT),
  };
}

export function findingFromJson(place: JsonPlace): Finding {
  return {
    code: member(place, 'code', findingCode),
    severity: member(place, 'severity', severity),
    hop: member(place, 'hop', orNull(whole())),
    message: member(place, 'message', text),
    rfc: member(place, 'rfc', text),
  };
}

export function surveyFromJson(place: JsonPlace): SurveyEvent {
  return {
    type: 'survey',
    zone: member(place, 'zone', name),
    hop: member(place, 'hop', orNull(whole())),
    rows: member(place, 'rows', listOf(surveyRowFromJson)),
    parentServers: member(place, 'parentServers', listOf(name)),
    childServers: member(place, 'childServers', orNull(listOf(name))),
    withoutAddress: member(
      place,
      'withoutAddress',
      listOf((at) => ({ server: member(at, 'server', name), why: member(at, 'why', text) })),
    ),
    limit: member(place, 'limit', orNull(text)),
    hops: member(place, 'hops', listOf(whole())),
  };
}

export function costFromJson(place: JsonPlace): Cost {
  return {
    queries: member(place, 'queries', whole()),
    bytesSent: member(place, 'bytesSent', whole()),
    bytesReceived: member(place, 'bytesReceived', whole()),
    elapsedMs: member(place, 'elapsedMs', milliseconds),
  };
}

function surveyRowFromJson(place: JsonPlace): SurveyRow {
  return {
    server: member(place, 'server', name),
    address: member(place, 'address', address),
    family: member(place, 'family', family),
    source: member(place, 'source', addressSource),
    status: member(place, 'status', surveyStatus),
    note: member(place, 'note', orNull(text)),
    namedBy: member(place, 'namedBy', namedBy),
    rttMs: member(place, 'rttMs', orNull(milliseconds)),
    serial: member(place, 'serial', orNull(whole(0xffffffff))),
    nameServers: member(place, 'nameServers', orNull(listOf(name))),
    asParent: member(place, 'asParent', orNull(trueOrFalse)),
    answer: member(place, 'answer', orNull(listOf(text))),
    ownAddresses: member(place, 'ownAddresses', listOf(text)),
    glue: member(place, 'glue', orNull(glue)),
    hops: member(place, 'hops', listOf(whole())),
  };
}

const status = wordOf<Ending['status']>({ answer: 1, nodata: 1, nxdomain: 1, failure: 1 });

const failureReason = wordOf<FailureReason>({
  'no-reply': 1,
  refused: 1,
  servfail: 1,
  lame: 1,
  loop: 1,
  limit: 1,
  bogus: 1,
  'no-servers': 1,
  interrupted: 1,
});

const surveyStatus = wordOf<SurveyStatus>({
  agrees: 1,
  differs: 1,
  lame: 1,
  refused: 1,
  silent: 1,
  unreachable: 1,
  failed: 1,
  'not-asked': 1,
});

const namedBy = wordOf<SurveyRow['namedBy']>({ both: 1, parent: 1, child: 1 });

const glue = wordOf<NonNullable<SurveyRow['glue']>>({ same: 1, stale: 1, missing: 1 });

function family(place: JsonPlace): 4 | 6 {
  if (place.value === 4 || place.value === 6) return place.value;
  throw place.error('4 or 6 is expected here');
}

/** Sub-walks of sub-walks: a walk stops far earlier, and each makes lines longer. */
const DEEPEST = 100;

/** The hops in the order in which they were asked. A parent must have been asked before its children: no circles. */
export function checkedHops(hops: readonly Hop[], path = 'hops'): Hop[] {
  const depths = new Map<number, number>();
  const inOrder = hops.toSorted((a, b) => a.id - b.id);
  for (const hop of inOrder) {
    const { id, parent } = hop;
    const place = (last: string): JsonPlace =>
      new JsonPlace(undefined, `${path}[${hops.indexOf(hop)}].${last}`);
    if (depths.has(id)) throw place('id').error(`there are two hops with the number ${id}`);
    const depth = parent === null ? 0 : depths.get(parent);
    if (depth === undefined) throw place('parent').error(`there is no hop ${parent} before hop ${id}`);
    if (depth > DEEPEST) throw place('parent').error('sub-walks are nested too deeply');
    depths.set(id, parent === null ? 0 : depth + 1);
  }
  return inOrder;
}
